#include "markup_capture.h"

#include <algorithm>
#include <array>

namespace newsmill::input {
namespace {

/// https://html.spec.whatwg.org/#void-elements
constexpr std::array<std::string_view, 14> kVoid = {
    "area",  "base", "br",   "col",   "embed",  "hr",    "img",
    "input", "link", "meta", "param", "source", "track", "wbr"};

bool IsVoid(std::string_view name) {
  return std::ranges::find(kVoid, name) != kVoid.end();
}

}  // namespace

void AppendEscaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
}

void MarkupCapture::Start(const XmlName& name,
                          const XmlAttributes& attributes) {
  if (!holds_elements_) markup_ = markup();
  holds_elements_ = true;
  markup_ += '<';
  markup_ += name.local;
  for (const XmlAttribute& attribute : attributes) {
    markup_ += ' ';
    if (attribute.name.prefix == "xml") markup_ += "xml:";
    markup_ += attribute.name.local;
    markup_ += "=\"";
    AppendEscaped(attribute.value, markup_);
    markup_ += '"';
  }
  markup_ += '>';
  open_.emplace_back(IsVoid(name.local) ? "" : name.local);
}

void MarkupCapture::End() {
  if (!open_.back().empty()) {
    markup_ += "</";
    markup_ += open_.back();
    markup_ += '>';
  }
  open_.pop_back();
}

void MarkupCapture::Text(std::string_view text) {
  text_ += text;
  if (holds_elements_) AppendText(text, markup_);
}

std::string MarkupCapture::markup() const {
  if (holds_elements_) return markup_;
  std::string markup;
  AppendText(text_, markup);
  return markup;
}

void MarkupCapture::AppendText(std::string_view text, std::string& out) const {
  if (text_is_source_) {
    out += text;
  } else {
    AppendEscaped(text, out);
  }
}

}  // namespace newsmill::input
