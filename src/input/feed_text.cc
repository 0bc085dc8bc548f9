#include "feed_text.h"

#include "control_characters.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/base64.h"
#include "newsmill/base/utf8.h"

namespace newsmill::input {
namespace {

using Form = FeedTextType::Form;
using model::Markup;

bool IsXmlType(std::string_view type) {
  return type == "xhtml" || type.ends_with("+xml") || type.ends_with("/xml");
}

FeedTextType AtomType(const XmlAttributes& attributes) {
  const std::string type =
      LowerAscii(TrimBlanks(AttributeOf(attributes, "type")));
  const std::string mode =
      LowerAscii(TrimBlanks(AttributeOf(attributes, "mode")));
  if (mode == "base64") return {Form::kBase64};
  if (IsXmlType(type)) {
    return {mode == "escaped" ? Form::kHtml : Form::kElements};
  }
  if (type == "html" || type == "text/html") return {Form::kHtml};
  if (type.empty() || type == "text" || type.starts_with("text/")) {
    return {Form::kText, type == "text"};
  }
  if (type.find('/') == type.npos) return {Form::kText};
  for (const std::string_view media : {"image/", "audio/", "video/"}) {
    if (type.starts_with(media)) return {Form::kUnreadable};
  }
  return {Form::kBase64};
}

std::string Trimmed(const std::string& text) {
  return std::string(TrimBlanks(text));
}

std::string Decoded(const std::string& text) {
  auto bytes = DecodeBase64(text);
  if (!bytes || !IsValidUtf8(*bytes)) return "";
  return Trimmed(WithoutControlCharacters(*std::move(bytes)));
}

bool IsMarkup(const MarkupCapture& capture, const FeedTextType& type) {
  return capture.HoldsElements() || type.form == Form::kElements;
}

}  // namespace

bool LooksLikeHtml(std::string_view text) {
  for (size_t at = text.find('<'); at != text.npos;
       at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (rest.size() > 1 && rest[0] == '/' && IsAsciiLetter(rest[1]))
      return true;
    if (StartsWithIgnoringCase(rest, "br>") ||
        StartsWithIgnoringCase(rest, "br/") ||
        StartsWithIgnoringCase(rest, "br /") ||
        StartsWithIgnoringCase(rest, "img ")) {
      return true;
    }
  }
  return false;
}

FeedTextType TypeOf(Vocabulary vocabulary, Field field, std::string_view local,
                    const XmlAttributes& attributes) {
  switch (vocabulary) {
    case Vocabulary::kAtom:
      return AtomType(attributes);
    case Vocabulary::kXhtml:
      return {Form::kElements};
    case Vocabulary::kMedia:
      return {AttributeOf(attributes, "type") == "html" ? Form::kHtml
                                                        : Form::kText};
    case Vocabulary::kRss:
    case Vocabulary::kContent:
      break;
    default:
      return {field == Field::kContent ? Form::kHtml : Form::kText};
  }
  const bool fragment = field == Field::kContent &&
                        EqualsIgnoringCase(local, "content") &&
                        !AttributeOf(attributes, "type").empty();
  return fragment ? AtomType(attributes) : FeedTextType{Form::kHtml};
}

std::string TextIn(const MarkupCapture& capture, const FeedTextType& type) {
  if (type.form == Form::kUnreadable && !capture.HoldsElements()) return "";
  if (IsMarkup(capture, type)) return Trimmed(capture.markup());
  return type.form == Form::kBase64 ? Decoded(capture.text())
                                    : Trimmed(capture.text());
}

Markup MarkupIn(const MarkupCapture& capture, const FeedTextType& type) {
  if (IsMarkup(capture, type) || type.form == Form::kHtml) {
    return Markup::kHtml;
  }
  return LooksLikeHtml(TextIn(capture, type)) ? Markup::kHtml : Markup::kText;
}

std::string TitleIn(const MarkupCapture& capture, const FeedTextType& type) {
  std::string title = TextIn(capture, type);
  return title.empty() ? Trimmed(capture.text()) : title;
}

Markup MarkupOfTitle(const MarkupCapture& capture, const FeedTextType& type) {
  const bool is_text = type.form == Form::kText && type.is_stated;
  return is_text && !capture.HoldsElements() ? Markup::kText
                                             : MarkupIn(capture, type);
}

std::string LineOf(const MarkupCapture& capture) {
  return LineOf(capture.text());
}

std::string LineOf(std::string_view text) {
  std::string line;
  bool gap = false;
  for (const char c : text) {
    if (IsBlank(c)) {
      gap = !line.empty();
      continue;
    }
    if (gap) line += ' ';
    gap = false;
    line += c;
  }
  return line;
}

std::string RelationOf(const XmlAttributes& attributes) {
  std::string rel = LowerAscii(TrimBlanks(AttributeOf(attributes, "rel")));
  const size_t slash = rel.rfind('/');
  if (slash != rel.npos && rel.find("iana.org") != rel.npos) {
    rel.erase(0, slash + 1);
  }
  return rel.empty() ? "alternate" : rel;
}

}  // namespace newsmill::input
