// A test page with its linked data and marks.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "extract/metadata/json_ld.h"
#include "extract/metadata/page_scan.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::metadata {

struct ScannedPage : ParsedPage {
  explicit ScannedPage(std::string html)
      : ParsedPage(std::move(html)),
        scan(ScanPage(page)),
        data(ReadLinkedData(scan.scripts, {})) {}

  PageScan scan;
  LinkedData data;
};

/// Returns a script element with linked data.
inline std::string LinkedDataScript(std::string_view json) {
  return "<script type='application/ld+json'>" + std::string(json) +
         "</script>";
}

}  // namespace newsmill::extract::metadata
