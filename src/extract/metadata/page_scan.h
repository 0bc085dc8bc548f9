// One pass over a page: everything that its metadata is read from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/part_names.h"
#include "meta_tags.h"
#include "newsmill/html/document.h"

namespace newsmill::extract::metadata {

/// An element that may hold a date, an author, a headline …
struct Mark {
  html::NodeId node = html::kNoNode;
  lexicon::PartSet parts = 0;
  uint32_t at = 0;  // bytes of visible text before it
  /// The outermost element around it that looks like no part of the article;
  /// kNoNode: none.
  html::NodeId side = html::kNoNode;
  bool is_property = false;  // by itemprop, property or rel
};

struct PageLink {
  std::string_view rel;
  std::string_view href;
  std::string_view type;
};

/// Views into the document, which must outlive it.
struct PageScan {
  const html::Document* page = nullptr;
  MetaTags metas;
  std::vector<std::string> scripts;  // of linked data
  std::vector<PageLink> links;
  std::string title;  // of the title element
  std::string_view language;
  std::vector<Mark> headings;  // h1 to h3, and what calls itself headline
  std::vector<Mark> dates;     // with the cue of a date
  std::vector<Mark> authors;
  std::vector<Mark> marks;    // with another cue
  std::vector<Mark> times;    // time and abbr elements
  std::vector<Mark> years;    // texts that are short, or begin, with a year
  std::vector<Mark> bylines;  // texts that begin like "By" or "Written by"
  std::vector<Mark> copyrights;
  uint32_t text_bytes = 0;
};

PageScan ScanPage(const html::Document& page);

/// The visible text below `node`, tidy, of at most about `max_bytes`. What is
/// no mere emphasis stands apart from its neighbours.
std::string TextBelow(const html::Document& page, html::NodeId node,
                      size_t max_bytes);

bool IsAncestor(const html::Document& page, html::NodeId ancestor,
                html::NodeId node);

}  // namespace newsmill::extract::metadata
