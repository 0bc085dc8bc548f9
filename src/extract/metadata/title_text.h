// Titles without what sites write around them.
#pragma once

#include <string>
#include <string_view>

#include "extract/bylines/site_names.h"

namespace newsmill::extract::metadata {

/// Returns a title without the name of its site before or after it: "Rain in
/// May" of "Rain in May | Example Times". `headline`: how the page itself heads
/// its text, or "".
std::string WithoutSiteName(std::string_view title, std::string_view headline,
                            const bylines::SiteNames& site);

}  // namespace newsmill::extract::metadata
