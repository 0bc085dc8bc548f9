// The headline of a page.
#pragma once

#include <string>
#include <string_view>

#include "extract/bylines/site_names.h"
#include "json_ld.h"
#include "newsmill/extract/trace.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

struct PageTitle {
  std::string title;  // without the site's name
  Mark headline;      // where it stands in the tree; kNoNode: nowhere
};

PageTitle ReadTitle(const PageScan& scan, const LinkedData& data,
                    const bylines::SiteNames& site, std::string_view url,
                    std::string_view feed_title, Trace* trace);

/// "Rain in May" of "Rain in May | Example Times": without the site's name in
/// front or behind. `headline`: how the page itself heads its text, or "".
std::string WithoutSiteName(std::string_view title, std::string_view headline,
                            const bylines::SiteNames& site);

}  // namespace newsmill::extract::metadata
