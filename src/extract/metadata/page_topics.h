// What a page says its article is about: section, tags, standfirst, summary.
// Each function adds the candidates of one field to the evidence.
#pragma once

#include <string>

#include "extract/bylines/site_names.h"
#include "json_ld.h"
#include "page_evidence.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// REQUIRES: the evidence's headline is read.
void ReadSections(const PageScan& scan, const LinkedData& data,
                  const bylines::SiteNames& site, PageEvidence& evidence);

/// Keywords are taken where they are a list of short names.
void ReadTags(const PageScan& scan, const LinkedData& data,
              const bylines::SiteNames& site, PageEvidence& evidence);

/// The standfirst: JSON-LD's alternative headline, or the text under the
/// headline that is named so. REQUIRES: the evidence's headline is read.
void ReadSubtitles(const PageScan& scan, const LinkedData& data,
                   PageEvidence& evidence);

void ReadSummaries(const PageScan& scan, const LinkedData& data,
                   const std::string& feed_summary, PageEvidence& evidence);

}  // namespace newsmill::extract::metadata
