// Reads the elements of NewsML 1 that describe articles into a tree.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "newsmill/model/dead_letter.h"
#include "xml_parser.h"

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

/// Builds the tree of a document. Its root is an element without a name, whose
/// children are `NewsML` or `NewsItem`. Leaves out elements that describe no
/// article, such as topic sets. Not thread-safe.
class NewsmlTreeReader : public XmlHandler {
 public:
  NewsmlTreeReader() { open_.push_back(&root_); }
  NewsmlTreeReader(const NewsmlTreeReader&) = delete;
  NewsmlTreeReader& operator=(const NewsmlTreeReader&) = delete;

  void StartElement(const XmlName& name,
                    const XmlAttributes& attributes) override;
  void EndElement() override;
  void Text(std::string_view text) override;
  /// Returns `limit` for a tree that needs too much memory.
  std::optional<model::Rejection> Refusal() const override;

 protected:
  const NewsmlElement& root() const { return root_; }

 private:
  void StartOwn(const XmlName& name, const XmlAttributes& attributes);
  void StartNested(const XmlName& name, const XmlAttributes& attributes);
  void FinishOwn();

  NewsmlElement root_;
  std::vector<NewsmlElement*> open_;
  std::string xml_;                 // of the open leaf
  std::vector<std::string> names_;  // open elements in the leaf
  int32_t nested_ = -1;             // their number, or -1 outside of a leaf
  int32_t ignored_ = 0;             // open elements that are ignored
  int32_t elements_ = 0;
};

}  // namespace newsmill::input
