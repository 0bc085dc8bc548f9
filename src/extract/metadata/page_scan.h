// Collects all elements and texts that may contain metadata, in one pass over a
// page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/part_names.h"
#include "meta_tags.h"
#include "newsmill/html/document.h"

namespace newsmill::extract::metadata {

/// An element or text that may contain metadata, such as a date, an author or a
/// headline.
struct Mark {
  html::NodeId node = html::kNoNode;
  lexicon::PartSet parts = 0;
  uint32_t at = 0;  // bytes of visible text before the node
  /// The outermost ancestor of `node` that is probably not part of the article,
  /// or kNoNode if all ancestors may be part of the article.
  html::NodeId side = html::kNoNode;
  bool is_property = false;  // its name is in itemprop, property or rel
};

struct PageLink {
  std::string_view rel;
  std::string_view href;
  std::string_view type;
};

/// The results of ScanPage. They contain views into the document, so the
/// document must outlive the results.
struct PageScan {
  const html::Document* page = nullptr;
  MetaTags metas;
  std::vector<std::string> scripts;  // content of linked-data scripts
  std::vector<PageLink> links;
  std::string title;  // text of the title element
  std::string_view language;
  std::string_view base_href;  // first href of a base element
  // Elements from h1 to h3, and elements with names for headlines.
  std::vector<Mark> headings;
  std::vector<Mark> dates;  // elements with names for dates
  std::vector<Mark> authors;
  std::vector<Mark> marks;  // elements with names for tags, sections, subtitles
  std::vector<Mark> times;  // time and abbr elements
  // Texts that contain a year. In a long text, the year must be near the start,
  // as in a dateline.
  std::vector<Mark> years;
  std::vector<Mark> bylines;  // texts that begin with "By", "Written by" …
  std::vector<Mark> copyrights;
  std::vector<Mark> paywalls;  // elements with names for paywalls
  uint32_t text_bytes = 0;
};

PageScan ScanPage(const html::Document& page);

/// Returns the visible text in the element `node` as one tidy line of at most
/// about `max_bytes` bytes. Writes a blank between elements, but not around
/// inline elements such as `em`.
std::string TextBelow(const html::Document& page, html::NodeId node,
                      size_t max_bytes);

bool IsAncestor(const html::Document& page, html::NodeId ancestor,
                html::NodeId node);

}  // namespace newsmill::extract::metadata
