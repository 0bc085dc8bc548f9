// A test page and its tree.
#pragma once

#include <string>
#include <utility>

#include "newsmill/html/parse.h"

namespace newsmill::extract {

struct ParsedPage {
  explicit ParsedPage(std::string html)
      : source(std::move(html)), page(html::Parse(source)) {}
  ParsedPage(const ParsedPage&) = delete;
  ParsedPage& operator=(const ParsedPage&) = delete;

  html::NodeId First(html::Tag tag) const {
    return page.FirstDescendant(page.root(), tag);
  }

  std::string source;
  html::Document page;
};

}  // namespace newsmill::extract
