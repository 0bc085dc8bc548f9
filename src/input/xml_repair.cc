#include "xml_repair.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <unordered_map>

#include "control_characters.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "newsmill/charset/windows_1252.h"
#include "xml_names.h"

namespace newsmill::input {
namespace {

using Entities = std::unordered_map<std::string_view, int32_t>;

const Entities& HtmlEntities() {
  static const Entities kEntities = {
#include "html_entities_table.inc"
  };
  return kEntities;
}

/// Returns whether XML allows the character `c` (Char in XML 1.0, section 2.2).
constexpr bool IsXmlCharacter(int64_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
         (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// A character reference such as "#38;" or "#x26;": its number and its length.
/// `bytes` is 0 if there is no valid reference.
struct Reference {
  int64_t character = 0;
  size_t bytes = 0;
};

int DigitOf(char c, bool hex) {
  if (IsAsciiDigit(c)) return c - '0';
  const char lower = LowerAscii(c);
  return hex && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Reference NumberIn(std::string_view text) {
  const bool hex = text.size() > 1 && LowerAscii(text[1]) == 'x';
  size_t i = hex ? 2 : 1;
  const size_t begin = i;
  int64_t number = 0;
  for (; i < text.size() && DigitOf(text[i], hex) >= 0; ++i) {
    number = std::min<int64_t>(number * (hex ? 16 : 10) + DigitOf(text[i], hex),
                               0x110000);
  }
  if (i == begin || i == text.size() || text[i] != ';') return {};
  if (number >= 0x80 && number < 0xA0) {
    number = charset::kWindows1252Controls[number - 0x80];
  }
  return {number, i + 1};
}

/// Returns the text from the first tag on.
std::string_view Body(std::string_view text) {
  return text.substr(std::min(text.find('<'), text.size()));
}

bool IsXmlDeclaration(std::string_view text) {
  return text.starts_with("<?xml") && text.size() > 5 && IsBlank(text[5]);
}

class XmlRepair {
 public:
  explicit XmlRepair(std::string_view in) : in_(in) {}

  std::string Run() {
    out_.reserve(in_.size() + in_.size() / 16);
    while (at_ < in_.size()) {
      CopyTo(std::min(in_.find_first_of("<&", at_), in_.size()));
      if (at_ == in_.size()) break;
      if (in_[at_] == '&') {
        ReadReference();
      } else {
        ReadMarkup();
      }
    }
    return std::move(out_);
  }

 private:
  std::string_view Rest() const { return in_.substr(at_); }
  void CopyTo(size_t end) {
    out_.append(in_.substr(at_, end - at_));
    at_ = end;
  }
  void CopyThrough(std::string_view text) {
    const size_t found = in_.find(text, at_);
    CopyTo(found == in_.npos ? in_.size() : found + text.size());
  }
  void Replace(std::string_view by, size_t bytes) {
    out_ += by;
    at_ += bytes;
  }

  void ReadMarkup() {
    const std::string_view rest = Rest();
    if (rest.starts_with("<![CDATA[")) {
      CopyCdata();
    } else if (rest.starts_with("<!--")) {
      CopyThrough("-->");
    } else if (IsXmlDeclaration(rest)) {
      at_ = std::min(in_.find('>', at_), in_.size() - 1) + 1;
    } else if (rest.starts_with("<?")) {
      CopyThrough("?>");
    } else if (rest.starts_with("<!DOCTYPE")) {
      CopyDoctype();
    } else if (rest.size() > 1 && (IsXmlNameStart(rest[1]) || rest[1] == '/')) {
      CopyTo(at_ + 1);
    } else {
      Replace("&lt;", 1);
    }
  }

  /// Copies a CDATA section. If another section begins before the section ends,
  /// and the element around the section ends before that, then the "]]>" is
  /// missing. The result has it.
  void CopyCdata() {
    if (cdata_end_ <= at_) {
      cdata_end_ = std::min(in_.find("]]>", at_), in_.size());
    }
    const size_t next = std::min(in_.find("<![CDATA[", at_ + 1), in_.size());
    if (next < cdata_end_ || cdata_end_ == in_.size()) {
      const size_t end_tag =
          in_.substr(0, next).find("</" + NameBefore() + ">", at_);
      if (end_tag != in_.npos) {
        CopyTo(end_tag);
        out_ += "]]>";
        return;
      }
    }
    CopyThrough("]]>");
  }

  /// Returns the name of the tag before this position.
  std::string NameBefore() const {
    const size_t tag = in_.substr(0, at_).rfind('<');
    if (tag == in_.npos) return "";
    size_t end = tag + 1;
    while (end < at_ && IsXmlNameByte(in_[end])) ++end;
    return std::string(in_.substr(tag + 1, end - tag - 1));
  }

  /// Copies the doctype, including the declarations in its brackets. Records
  /// the names of the declared entities, because references to them are not
  /// errors.
  void CopyDoctype() {
    const size_t end = DoctypeEnd(in_, at_);
    ReadDeclarations(in_.substr(at_, end - at_));
    CopyTo(end);
  }

  void ReadDeclarations(std::string_view subset) {
    constexpr std::string_view kEntity = "<!ENTITY";
    for (;;) {
      const size_t at = subset.find(kEntity);
      if (at == subset.npos) return;
      subset.remove_prefix(at + kEntity.size());
      const std::string_view name = TrimBlanks(subset.substr(0, 256));
      declared_.insert(name.substr(0, name.find_first_of(" \t\r\n")));
    }
  }

  void ReadReference() {
    const std::string_view rest = Rest().substr(1);
    if (rest.starts_with('#')) {
      const Reference number = NumberIn(rest);
      if (number.bytes == 0) return Replace("&amp;", 1);
      if (!IsXmlCharacter(number.character)) {
        return Replace("", 1 + number.bytes);
      }
      return Replace("&#" + std::to_string(number.character) + ";",
                     1 + number.bytes);
    }
    size_t end = 0;
    while (end < rest.size() && end < 64 && IsXmlNameByte(rest[end])) ++end;
    const std::string_view name = rest.substr(0, end);
    if (end == rest.size() || rest[end] != ';' || !IsXmlNameStart(rest[0])) {
      return Replace("&amp;", 1);
    }
    ReadEntity(name);
  }

  void ReadEntity(std::string_view name) {
    static const std::set<std::string_view> kPredefined = {"amp", "lt", "gt",
                                                           "quot", "apos"};
    if (kPredefined.contains(name) || declared_.contains(name)) {
      return CopyTo(at_ + name.size() + 2);
    }
    const auto found = HtmlEntities().find(name);
    if (found == HtmlEntities().end()) return Replace("&amp;", 1);
    AppendCharacter(found->second, out_);
    at_ += name.size() + 2;
  }

  std::string_view in_;
  std::string out_;
  size_t at_ = 0;
  size_t cdata_end_ = 0;  // position of the next "]]>", if after at_
  std::set<std::string_view> declared_;  // views into in_
};

/// Replaces C1 controls (in UTF-8 C2 80 to C2 9F) by windows-1252 characters.
/// These controls come from windows-1252 text that somebody read as Latin-1.
std::string WithoutC1(std::string text) {
  const auto is_c1 = [&](size_t at) {
    return at + 1 < text.size() &&
           static_cast<unsigned char>(text[at + 1]) < 0xA0;
  };
  size_t at = text.find('\xC2');
  while (at != text.npos && !is_c1(at)) at = text.find('\xC2', at + 1);
  if (at == text.npos) return text;
  std::string out(text, 0, at);
  out.reserve(text.size() + text.size() / 8);
  for (; at < text.size(); ++at) {
    if (text[at] != '\xC2' || !is_c1(at)) {
      out += text[at];
      continue;
    }
    const char16_t meant = charset::kWindows1252Controls[text[++at] & 0x1F];
    if (meant != 0) AppendCharacter(meant, out);
  }
  return out;
}

/// Replaces U+FFFE and U+FFFF, which XML does not allow.
void ReplaceNoncharacters(std::string& text) {
  for (size_t at = text.find("\xEF\xBF"); at != text.npos;
       at = text.find("\xEF\xBF", at + 3)) {
    char& last = text[at + 2];
    if (last == '\xBE' || last == '\xBF') last = '\xBD';
  }
}

}  // namespace

std::string RepairedXml(std::string text) {
  text = WithoutControlCharacters(WithoutC1(std::move(text)));
  ReplaceNoncharacters(text);
  return XmlRepair(TrimBlanks(Body(text))).Run();
}

size_t DoctypeEnd(std::string_view text, size_t begin) {
  bool in_subset = false;
  for (size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    size_t end = i;
    if (c == '"' || c == '\'') {
      end = text.find(c, i + 1);
    } else if (text.substr(i).starts_with("<!--")) {
      end = text.find("-->", i);
    } else if (c == '[' || c == ']') {
      in_subset = c == '[';
    } else if (c == '>' && !in_subset) {
      return i + 1;
    }
    i = std::min(end, text.size());
  }
  return text.size();
}

}  // namespace newsmill::input
