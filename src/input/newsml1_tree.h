// Reads the elements of NewsML 1 that describe articles into a tree.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

/// An element of NewsML 1. An element with text, such as `HeadLine` and
/// `DataContent`, has no children. Its nested elements are part of `xml`.
struct NewsmlElement {
  std::string name;  // in lower case, without a prefix
  std::vector<std::pair<std::string, std::string>> attributes;  // not empty
  std::vector<NewsmlElement> children;
  std::string text;        // without tags
  std::string xml;         // the inner markup; empty without nested elements
  std::string first_name;  // the name of the first nested element in `xml`

  /// Returns the value of the attribute `key`, without blanks at its ends, or
  /// "". `key` is in lower case.
  std::string_view Attribute(std::string_view key) const;
  /// Returns the first child with this name, or null.
  const NewsmlElement* Child(std::string_view child) const;
  /// Returns the first element at the end of the path of names, or null.
  const NewsmlElement* At(std::initializer_list<std::string_view> path) const;
  /// Returns the text on one line, with single blanks.
  std::string Line() const;
};

/// Returns the root of the document, an element without a name. Its children
/// are `NewsML` or `NewsItem`. Leaves out elements that describe no article,
/// such as topic sets. Returns `malformed` or `limit` for a document that
/// cannot be read.
std::expected<NewsmlElement, model::Rejection> ReadNewsmlTree(
    std::string_view text, const Options& options);

}  // namespace newsmill::input
