// Reads the text of one XML element, or its inner markup as HTML source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/model/document.h"
#include "xml_parser.h"

namespace newsmill::input {

/// Appends `text` to `out`, with references for the characters & < > ".
void AppendEscaped(std::string_view text, std::string& out);

/// Collects the contents of an element. Writes nested elements as HTML tags
/// with their local names. Escapes the text outside of tags, unless the element
/// contains HTML source. Not thread-safe.
class MarkupCapture {
 public:
  explicit MarkupCapture(bool text_is_source = false)
      : text_is_source_(text_is_source) {}

  void Start(const XmlName& name, const XmlAttributes& attributes);
  void End();  // ends a nested element
  void Text(std::string_view text);

  bool HoldsElements() const { return holds_elements_; }
  /// Returns all text, without tags.
  const std::string& text() const { return text_; }
  /// Returns text and tags as HTML source.
  std::string markup() const;

 private:
  void AppendText(std::string_view text, std::string& out) const;

  bool text_is_source_;
  std::string text_;
  std::string markup_;             // used after the first nested element
  std::vector<std::string> open_;  // "" for a void element
  bool holds_elements_ = false;
};

}  // namespace newsmill::input
