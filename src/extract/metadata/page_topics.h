// The topics of an article: section, tags, subtitle, summary. Each function
// adds the candidates of one field to the evidence.
#pragma once

#include <string>

#include "extract/bylines/site_names.h"
#include "json_ld.h"
#include "page_evidence.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Adds sections. REQUIRES: the evidence has the headline.
void ReadSections(const PageScan& scan, const LinkedData& data,
                  const bylines::SiteNames& site, PageEvidence& evidence);

/// Adds keywords, but only from lists of short names.
void ReadTags(const PageScan& scan, const LinkedData& data,
              const bylines::SiteNames& site, PageEvidence& evidence);

/// Adds the standfirst: the alternative headline of JSON-LD, or the text below
/// the headline that has the name of a standfirst. REQUIRES: the evidence has
/// the headline.
void ReadSubtitles(const PageScan& scan, const LinkedData& data,
                   PageEvidence& evidence);

void ReadSummaries(const PageScan& scan, const LinkedData& data,
                   const std::string& feed_summary, PageEvidence& evidence);

}  // namespace newsmill::extract::metadata
