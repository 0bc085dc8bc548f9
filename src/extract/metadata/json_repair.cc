#include "json_repair.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::metadata {
namespace {

bool IsHex(char c) {
  return (c >= '0' && c <= '9') ||
         (LowerAscii(c) >= 'a' && LowerAscii(c) <= 'f');
}
bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20; }

/// Repairs a JSON text: copies it token by token and corrects errors.
class Repairer {
 public:
  explicit Repairer(std::string_view text) : text_(text) {
    out_.reserve(text.size() + 16);
  }

  std::string Repair() {
    while (at_ < text_.size()) Token();
    DropComma();
    if (after_key_) out_ += "null";
    while (!open_.empty()) Close();
    // If the text has several values, puts them into an array.
    if (values_ > 1) out_ = "[" + out_ + "]";
    return std::move(out_);
  }

 private:
  void Token() {
    const char c = text_[at_];
    if (IsBlank(c) || IsControl(c)) {
      ++at_;
    } else if (c == '"' || c == '\'') {
      String(c);
    } else if (c == '{' || c == '[') {
      BeginValue();
      Put(c);
      open_ += c == '{' ? '}' : ']';
    } else if (c == '}' || c == ']') {
      End(c);
    } else if (c == ',') {
      ++at_;
      if (!open_.empty() && Last() != ',' && Last() != '{' && Last() != '[') {
        if (after_key_) out_ += "null";
        after_key_ = false;
        out_ += ',';
      }
    } else if (c == ':') {
      ++at_;
      if (!open_.empty() && open_.back() == '}' && Last() == '"') {
        out_ += ':';
        after_key_ = true;
      }
    } else if (!Comment()) {
      Literal();
    }
  }

  /// Prepares the output for the next value: adds a missing comma.
  void BeginValue() {
    if (open_.empty()) {
      if (values_++ > 0) out_ += ',';
      return;
    }
    const char last = Last();
    if (last != ',' && last != ':' && last != '{' && last != '[') out_ += ',';
    after_key_ = false;
  }

  void End(char c) {
    ++at_;
    // Ignores a closing bracket without an opening bracket. Otherwise, also
    // closes the values that are still open inside the brackets.
    if (open_.find(c) == open_.npos) return;
    DropComma();
    if (after_key_) out_ += "null";
    after_key_ = false;
    while (open_.back() != c) Close();
    Close();
  }

  void Close() {
    DropComma();
    out_ += open_.back();
    open_.pop_back();
    after_key_ = false;
  }

  void DropComma() {
    while (!out_.empty() && out_.back() == ',') out_.pop_back();
  }

  bool Comment() {
    static constexpr std::array<std::array<std::string_view, 2>, 4> kComments =
        {{{"/*", "*/"}, {"//", "\n"}, {"<!--", "\n"}, {"<![CDATA[", ""}}};
    const std::string_view rest = text_.substr(at_);
    for (const auto& [begin, end] : kComments) {
      if (!rest.starts_with(begin)) continue;
      const size_t found = rest.find(end, begin.size());
      at_ += found == rest.npos ? rest.size() : found + end.size();
      return true;
    }
    return false;
  }

  void Literal() {
    const size_t begin = at_;
    while (at_ < text_.size() && IsLiteral(text_[at_])) ++at_;
    if (at_ == begin) {
      ++at_;
      return;
    }
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (open_.empty()) return;
    const bool key = open_.back() == '}' && Last() != ':';
    BeginValue();
    const bool plain =
        word == "true" || word == "false" || word == "null" || IsNumber(word);
    if (plain && !key) {
      out_ += word;
    } else {
      out_ += '"';
      out_ += word;
      out_ += '"';
    }
  }

  static bool IsLiteral(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' ||
           c == '-' || c == '.' || c == '_' || c == '@' || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80;
  }
  static bool IsNumber(std::string_view word) {
    if (word.starts_with('-')) word.remove_prefix(1);
    const bool digits = !word.empty() && std::ranges::all_of(word, [](char c) {
      return c >= '0' && c <= '9';
    });
    return digits && (word.size() == 1 || word[0] != '0');
  }

  void String(char quote) {
    BeginString();
    ++at_;
    out_ += '"';
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\') {
        Escape();
        continue;
      }
      ++at_;
      if (c == quote) {
        if (EndsHere()) break;
        out_ += quote == '"' ? "\\\"" : "'";
      } else {
        Character(c);
      }
    }
    out_ += '"';
  }

  void BeginString() {
    is_key_ = !open_.empty() && open_.back() == '}' && Last() != ':';
    BeginValue();
  }

  void Character(char c) {
    if (c == '"') {
      out_ += "\\\"";
    } else if (IsControl(c)) {
      out_ += c == '\n' ? "\\n" : " ";
    } else {
      out_ += c;
    }
  }

  /// Returns whether the quotation mark at the current position ends the
  /// string. This is the case if the next token can follow a string.
  bool EndsHere() const {
    size_t i = at_;
    while (i < text_.size() && (IsBlank(text_[i]) || IsControl(text_[i]))) ++i;
    if (i >= text_.size()) return true;
    const char c = text_[i];
    if (is_key_) return c == ':';
    if (c == '}' || c == ']') return true;
    if (c == ',') return ContinuesAfterComma(i + 1);
    // If the next string begins on a later line, a comma is missing and the
    // string ends here. Otherwise, the quotation mark is part of the string.
    return c == '"' && i > at_ && text_.find('\n', at_) < i;
  }

  bool ContinuesAfterComma(size_t i) const {
    while (i < text_.size() && (IsBlank(text_[i]) || IsControl(text_[i]))) ++i;
    if (i >= text_.size()) return true;
    const char c = text_[i];
    if (open_.empty() || open_.back() == ']') {
      return c == '"' || c == '{' || c == '[' || c == ']' || c == '-' ||
             (c >= '0' && c <= '9') || c == 't' || c == 'f' || c == 'n';
    }
    return c == '"' || c == '\'' || c == '}' || c == '/';
  }

  void Escape() {
    static constexpr std::string_view kKnown = "\"\\/bfnrt";
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (kKnown.find(c) != kKnown.npos) {
      out_.append(text_, at_, 2);
      at_ += 2;
    } else if (c == 'u' && at_ + 5 < text_.size() &&
               std::ranges::all_of(text_.substr(at_ + 2, 4), IsHex)) {
      out_.append(text_, at_, 6);
      at_ += 6;
    } else {
      if (c != '\'') out_ += "\\\\";
      at_ += 1;
    }
  }

  void Put(char c) {
    out_ += c;
    ++at_;
  }
  char Last() const { return out_.empty() ? '\0' : out_.back(); }

  std::string_view text_;
  size_t at_ = 0;
  std::string out_;
  std::string open_;  // closing brackets of the open values
  int values_ = 0;    // number of values at the top level
  bool after_key_ = false;
  bool is_key_ = false;
};

bool Drop(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}
bool DropEnd(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

}  // namespace

std::string_view WithoutScriptWrapper(std::string_view text) {
  for (size_t before = 0; before != text.size();) {
    before = text.size();
    text = TrimBlanks(text);
    Drop(text, "//<![CDATA[") || Drop(text, "// <![CDATA[") ||
        Drop(text, "/*<![CDATA[*/") || Drop(text, "<![CDATA[") ||
        Drop(text, "<!--") || Drop(text, kByteOrderMark);
    text = TrimBlanks(text);
    DropEnd(text, "//]]>") || DropEnd(text, "// ]]>") ||
        DropEnd(text, "/*]]>*/") || DropEnd(text, "]]>") ||
        DropEnd(text, "-->") || DropEnd(text, ";");
  }
  return text;
}

std::string RepairedJson(std::string_view text) {
  return Repairer(text).Repair();
}

}  // namespace newsmill::extract::metadata
