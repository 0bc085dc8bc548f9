// The language of a page.
#pragma once

#include <string>
#include <string_view>

#include "json_ld.h"
#include "newsmill/extract/trace.h"
#include "page_scan.h"

namespace newsmill::extract {

/// As the page states it, "en-GB"; "" when it does not.
std::string StatedLanguage(const PageScan& scan, const LinkedData& data);

/// BCP 47, the language alone. The body decides, since templates state the
/// language of their makers; between languages that are told apart badly, the
/// page does.
std::string DecideLanguage(std::string_view stated, std::string_view detected,
                           Trace* trace);

}  // namespace newsmill::extract
