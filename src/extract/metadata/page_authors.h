// Who wrote the article of a page.
#pragma once

#include <string>
#include <vector>

#include "extract/bylines/site_names.h"
#include "json_ld.h"
#include "newsmill/extract/trace.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

struct PageAuthors {
  std::vector<std::string> names;
  std::string agency;  // that a byline names instead of, or beside, a person
};

PageAuthors ReadAuthors(const PageScan& scan, const LinkedData& data,
                        const Mark& headline, const bylines::SiteNames& site,
                        const std::vector<std::string>& feed_authors,
                        Trace* trace);

}  // namespace newsmill::extract::metadata
