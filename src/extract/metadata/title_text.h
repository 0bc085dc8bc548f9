// Removes the name of the site from titles.
#pragma once

#include <string>
#include <string_view>

#include "extract/bylines/site_names.h"

namespace newsmill::extract::metadata {

/// Returns a title without the name of the site at its start or end: "Rain in
/// May" for "Rain in May | Example Times". `headline` is the text of the
/// heading on the page, or "".
std::string WithoutSiteName(std::string_view title, std::string_view headline,
                            const bylines::SiteNames& site);

}  // namespace newsmill::extract::metadata
