// Collects, in one pass over a page, everything that the metadata is read from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/part_names.h"
#include "meta_tags.h"
#include "newsmill/html/document.h"

namespace newsmill::extract::metadata {

/// An element that may have a date, an author, a headline …
struct Mark {
  html::NodeId node = html::kNoNode;
  lexicon::PartSet parts = 0;
  uint32_t at = 0;  // bytes of visible text before the element
  /// The outermost ancestor of `node` that is probably not part of the article.
  /// kNoNode if there is none.
  html::NodeId side = html::kNoNode;
  bool is_property = false;  // named by itemprop, property or rel
};

struct PageLink {
  std::string_view rel;
  std::string_view href;
  std::string_view type;
};

/// The results of the pass. Has views into the document, which must outlive it.
struct PageScan {
  const html::Document* page = nullptr;
  MetaTags metas;
  std::vector<std::string> scripts;  // of linked data
  std::vector<PageLink> links;
  std::string title;  // of the title element
  std::string_view language;
  std::string_view base_href;  // of the first base element that has one
  std::vector<Mark> headings;  // h1 to h3, and elements named as headlines
  std::vector<Mark> dates;     // elements with names for dates
  std::vector<Mark> authors;
  std::vector<Mark> marks;  // elements with other names
  std::vector<Mark> times;  // time and abbr elements
  // Texts that contain a year. They are short, or they begin with the year.
  std::vector<Mark> years;
  std::vector<Mark> bylines;  // texts that begin with "By", "Written by" …
  std::vector<Mark> copyrights;
  std::vector<Mark> paywalls;  // elements named like a paywall
  uint32_t text_bytes = 0;
};

PageScan ScanPage(const html::Document& page);

/// Returns the visible text below `node`, tidy, cut at about `max_bytes`.
/// Separates elements by a blank, except inline elements such as emphasis.
std::string TextBelow(const html::Document& page, html::NodeId node,
                      size_t max_bytes);

bool IsAncestor(const html::Document& page, html::NodeId ancestor,
                html::NodeId node);

}  // namespace newsmill::extract::metadata
