// Reads the authors that a page states for its article.
#pragma once

#include <string>
#include <vector>

#include "extract/bylines/site_names.h"
#include "json_ld.h"
#include "page_evidence.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Sets `authors` of the evidence. Returns the agency that a byline names, with
/// or without a person. Returns "" if no byline names an agency. REQUIRES:
/// ReadTitles has set `headline` of the evidence.
std::string ReadAuthors(const PageScan& scan, const LinkedData& data,
                        const bylines::SiteNames& site,
                        const std::vector<std::string>& feed_authors,
                        PageEvidence& evidence);

}  // namespace newsmill::extract::metadata
