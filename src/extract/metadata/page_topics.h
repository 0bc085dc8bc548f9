// What a page says its article is about: section and tags; and its standfirst.
#pragma once

#include <string>
#include <vector>

#include "extract/bylines/site_names.h"
#include "json_ld.h"
#include "newsmill/extract/trace.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

std::string ReadSection(const PageScan& scan, const LinkedData& data,
                        const Mark& headline, const bylines::SiteNames& site,
                        Trace* trace);

/// Keywords are taken where they are a list of short names.
std::vector<std::string> ReadTags(const PageScan& scan, const LinkedData& data,
                                  const bylines::SiteNames& site, Trace* trace);

/// The standfirst: JSON-LD's alternative headline, or the text under the
/// headline that is named so.
std::string ReadSubtitle(const PageScan& scan, const LinkedData& data,
                         const Mark& headline, const std::string& title,
                         Trace* trace);

std::string ReadSummary(const PageScan& scan, const LinkedData& data,
                        const std::string& feed_summary, Trace* trace);

}  // namespace newsmill::extract::metadata
