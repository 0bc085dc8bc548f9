// Reads the section, tags, subtitle and summary of an article. Each function
// adds the candidates for one of these fields to the evidence.
#pragma once

#include <string>

#include "extract/bylines/site_names.h"
#include "json_ld.h"
#include "page_evidence.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Adds candidates for the section. REQUIRES: the evidence has the headline.
void ReadSections(const PageScan& scan, const LinkedData& data,
                  const bylines::SiteNames& site, PageEvidence& evidence);

/// Adds candidates for the tags: the lists of keywords of the page. Leaves out
/// keywords that are too long for a tag.
void ReadTags(const PageScan& scan, const LinkedData& data,
              const bylines::SiteNames& site, PageEvidence& evidence);

/// Adds candidates for the subtitle. These are the alternative headline of
/// JSON-LD, and the texts of standfirst elements below the headline. A
/// standfirst is a short introduction of the article. REQUIRES: the evidence
/// has the headline.
void ReadSubtitles(const PageScan& scan, const LinkedData& data,
                   PageEvidence& evidence);

void ReadSummaries(const PageScan& scan, const LinkedData& data,
                   const std::string& feed_summary, PageEvidence& evidence);

}  // namespace newsmill::extract::metadata
