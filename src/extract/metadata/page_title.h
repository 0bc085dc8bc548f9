// Reads the titles that a page states, and finds the element of its headline.
#pragma once

#include <string_view>

#include "extract/bylines/site_names.h"
#include "json_ld.h"
#include "page_evidence.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Sets `titles` and `headline` of the evidence.
void ReadTitles(const PageScan& scan, const LinkedData& data,
                const bylines::SiteNames& site, std::string_view url,
                std::string_view feed_title, PageEvidence& evidence);

}  // namespace newsmill::extract::metadata
