// Reads the language that a page states.
#pragma once

#include <string>

#include "json_ld.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Returns the language that the page states, as a canonical tag ("en-GB").
/// Returns "" if the page states no language.
std::string StatedLanguage(const PageScan& scan, const LinkedData& data);

}  // namespace newsmill::extract::metadata
