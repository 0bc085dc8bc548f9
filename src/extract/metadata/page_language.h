// The language of a page.
#pragma once

#include <string>

#include "json_ld.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Returns the language tag that the page states, such as "en-GB", or "".
std::string StatedLanguage(const PageScan& scan, const LinkedData& data);

}  // namespace newsmill::extract::metadata
