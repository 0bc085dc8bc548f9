// The language of a page.
#pragma once

#include <string>

#include "json_ld.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// As the page states it, "en-GB"; "" when it does not.
std::string StatedLanguage(const PageScan& scan, const LinkedData& data);

}  // namespace newsmill::extract::metadata
