// Who wrote the article of a page.
#pragma once

#include <string>
#include <vector>

#include "json_ld.h"
#include "newsmill/extract/trace.h"
#include "page_scan.h"
#include "site_names.h"

namespace newsmill::extract {

struct PageAuthors {
  std::vector<std::string> names;
  std::string agency;  // that a byline names instead of, or beside, a person
};

PageAuthors ReadAuthors(const PageScan& scan, const LinkedData& data,
                        const Mark& headline, const SiteNames& site,
                        const std::vector<std::string>& feed_authors,
                        Trace* trace);

}  // namespace newsmill::extract
