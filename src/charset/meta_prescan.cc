#include "meta_prescan.h"

#include <algorithm>
#include <array>
#include <vector>

#include "newsmill/base/ascii.h"

namespace newsmill::charset {
namespace {

/// An attribute with its original upper-case and lower-case letters.
struct Attribute {
  std::string_view name;
  std::string_view value;

  bool Is(std::string_view lower) const {
    return EqualsIgnoringCase(name, lower);
  }
};

/// Returns the encoding in the attribute `content` of a <meta http-equiv>, for
/// example UTF-8 for "text/html; charset=utf-8". `text` is the value of the
/// attribute in lower case.
/// https://html.spec.whatwg.org/#extracting-character-encodings-from-meta-elements
std::optional<Encoding> EncodingInContent(std::string_view text) {
  const auto skip_blanks = [&] {
    while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  };
  for (;;) {
    const size_t at = text.find("charset");
    if (at == text.npos) return std::nullopt;
    text.remove_prefix(at + 7);
    skip_blanks();
    if (text.starts_with('=')) break;
  }
  text.remove_prefix(1);
  skip_blanks();
  if (text.empty()) return std::nullopt;
  if (text[0] == '"' || text[0] == '\'') {
    const size_t end = text.find(text[0], 1);
    if (end == text.npos) return std::nullopt;
    return EncodingOf(text.substr(1, end - 1));
  }
  return EncodingOf(text.substr(0, text.find_first_of("; \t\r\n\f")));
}

/// Reads one tag after another. Ignores a tag that is cut off by the end of the
/// bytes.
class Scanner {
 public:
  Scanner(std::string_view in, RawText raw_text)
      : in_(in), raw_text_(raw_text) {}

  Prescan Run() {
    while (!AtEnd() && !found_.encoding) {
      at_ = std::min(in_.find('<', at_), in_.size());
      ReadMarkup();
      ++at_;
    }
    return std::move(found_);
  }

 private:
  bool AtEnd() const { return at_ >= in_.size(); }
  char Here() const { return in_[at_]; }
  std::string_view Rest() const {
    return in_.substr(std::min(at_, in_.size()));
  }
  void SkipBehind(std::string_view text, size_t from) {
    const size_t found = in_.find(text, from);
    at_ = found == in_.npos ? in_.size() : found + text.size() - 1;
  }

  void ReadMarkup() {
    const std::string_view rest = Rest();
    if (rest.starts_with("<!--")) {
      SkipBehind("-->", at_ + 2);
    } else if (IsMetaTag(rest)) {
      at_ += 5;
      ReadMeta();
    } else if (rest.size() > 1 &&
               IsAsciiLetter(rest[1] == '/' && rest.size() > 2 ? rest[2]
                                                               : rest[1])) {
      ReadTag();
    } else if (rest.starts_with("<!") || rest.starts_with("</") ||
               rest.starts_with("<?")) {
      SkipBehind(">", at_);
    }
  }

  static bool IsMetaTag(std::string_view rest) {
    return rest.size() > 5 && StartsWithIgnoringCase(rest, "<meta") &&
           (IsBlank(rest[5]) || rest[5] == '/');
  }

  void ReadTag() {
    const size_t begin = at_ + 1;
    while (!AtEnd() && !IsBlank(Here()) && Here() != '>') ++at_;
    const std::string name = LowerAscii(in_.substr(begin, at_ - begin));
    while (const auto attribute = NextAttribute()) {
      if (name == "html" && attribute->Is("lang") && found_.language.empty()) {
        found_.language = LowerAscii(attribute->value);
      }
    }
    if (raw_text_ == RawText::kSkip) SkipRawText(name);
  }

  void SkipRawText(std::string_view name) {
    static constexpr std::array<std::string_view, 5> kRawTexts = {
        "script", "style", "textarea", "title", "xmp"};
    if (std::ranges::find(kRawTexts, name) == kRawTexts.end()) return;
    const std::string end_tag = "</" + std::string(name);
    for (;;) {
      const size_t end = in_.find("</", at_);
      if (end == in_.npos) {
        at_ = in_.size();
        return;
      }
      at_ = end;
      if (StartsWithIgnoringCase(Rest(), end_tag)) break;
      at_ += 2;
    }
    --at_;  // Run adds 1 and then reads the end tag
  }

  void ReadMeta() {
    std::vector<std::string_view> seen;
    bool is_pragma = false;
    bool needs_pragma = false;
    bool has_charset = false;
    std::optional<Encoding> encoding;
    while (const auto attribute = NextAttribute()) {
      if (std::ranges::any_of(seen, [&](std::string_view name) {
            return EqualsIgnoringCase(name, attribute->name);
          })) {
        continue;
      }
      seen.push_back(attribute->name);
      if (attribute->Is("http-equiv")) {
        is_pragma = EqualsIgnoringCase(attribute->value, "content-type");
      } else if (attribute->Is("content") && !has_charset) {
        if (const auto content =
                EncodingInContent(LowerAscii(attribute->value))) {
          encoding = content;
          has_charset = needs_pragma = true;
        }
      } else if (attribute->Is("charset")) {
        encoding = EncodingOf(attribute->value);
        has_charset = true;
        needs_pragma = false;
      }
    }
    if (AtEnd() || !encoding || (needs_pragma && !is_pragma)) return;
    if (IsUtf16(*encoding)) encoding = Encoding::kUtf8;
    if (encoding == Encoding::kXUserDefined) encoding = Encoding::kWindows1252;
    found_.encoding = encoding;
  }

  /// https://html.spec.whatwg.org/#concept-get-attributes-when-sniffing
  std::optional<Attribute> NextAttribute() {
    while (!AtEnd() && (IsBlank(Here()) || Here() == '/')) ++at_;
    if (AtEnd() || Here() == '>') return std::nullopt;
    Attribute attribute;
    const size_t begin = at_;
    for (;; ++at_) {
      if (AtEnd()) return std::nullopt;
      attribute.name = in_.substr(begin, at_ - begin);
      if (Here() == '=' && at_ > begin) break;
      if (Here() == '/' || Here() == '>') return attribute;
      if (IsBlank(Here())) {
        SkipBlanks();
        if (AtEnd()) return std::nullopt;
        if (Here() != '=') return attribute;
        break;
      }
    }
    ++at_;
    const auto value = ReadValue();
    if (!value) return std::nullopt;
    attribute.value = *value;
    return attribute;
  }

  void SkipBlanks() {
    while (!AtEnd() && IsBlank(Here())) ++at_;
  }

  /// Returns the value of an attribute. Returns nothing if the bytes end before
  /// the value is complete.
  std::optional<std::string_view> ReadValue() {
    SkipBlanks();
    if (AtEnd()) return std::nullopt;
    if (Here() == '"' || Here() == '\'') {
      const size_t begin = at_ + 1;
      const size_t end = in_.find(Here(), begin);
      at_ = end == in_.npos ? in_.size() : end + 1;
      if (end == in_.npos) return std::nullopt;
      return in_.substr(begin, end - begin);
    }
    const size_t begin = at_;
    while (!AtEnd() && !IsBlank(Here()) && Here() != '>') ++at_;
    if (AtEnd()) return std::nullopt;
    return in_.substr(begin, at_ - begin);
  }

  std::string_view in_;
  RawText raw_text_;
  size_t at_ = 0;
  Prescan found_;
};

}  // namespace

Prescan PrescanHtml(std::string_view bytes, RawText raw_text) {
  return Scanner(bytes, raw_text).Run();
}

}  // namespace newsmill::charset
