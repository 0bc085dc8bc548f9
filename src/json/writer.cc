#include "newsmill/json/writer.h"

#include <array>
#include <cstdlib>
#include <cstring>

#include "fmt/compile.h"
#include "fmt/format.h"
#include "newsmill/base/utf8.h"

// This file does not use RapidJSON's Writer. RapidJSON's Writer either rejects
// bytes that are not UTF-8, or copies them. But a record must contain U+FFFD
// instead of such bytes.
namespace newsmill::json {
namespace {

/// Returns a table with an element for each byte. The element is 0 if the byte
/// needs no escape. It is the letter of the short escape if the byte has one,
/// such as 'n'. Otherwise it is 'u'.
constexpr std::array<char, 256> MakeEscapes() {
  std::array<char, 256> escapes{};
  for (size_t i = 0; i < 0x20; ++i) escapes[i] = 'u';
  escapes['\b'] = 'b';
  escapes['\t'] = 't';
  escapes['\n'] = 'n';
  escapes['\f'] = 'f';
  escapes['\r'] = 'r';
  escapes['"'] = '"';
  escapes['\\'] = '\\';
  return escapes;
}
constexpr std::array<char, 256> kEscapes = MakeEscapes();

char EscapeOf(char c) { return kEscapes[static_cast<unsigned char>(c)]; }

void AppendEscape(char c, std::string& out) {
  const char escape = EscapeOf(c);
  out += '\\';
  out += escape;
  if (escape != 'u') return;
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "00";
  out += kHex[static_cast<unsigned char>(c) >> 4];
  out += kHex[static_cast<unsigned char>(c) & 15];
}

/// ZeroBytes returns 0 if no byte of the word is zero (Bit Twiddling Hacks,
/// "haszero").
constexpr uint64_t kOnes = 0x0101010101010101;
uint64_t ZeroBytes(uint64_t word) {
  return (word - kOnes) & ~word & (kOnes * 0x80);
}

bool HoldsEscape(uint64_t word) {
  const uint64_t controls = (word - kOnes * 0x20) & ~word & (kOnes * 0x80);
  return (controls | ZeroBytes(word ^ (kOnes * '"')) |
          ZeroBytes(word ^ (kOnes * '\\'))) != 0;
}

/// Returns the number of bytes at the start of `text` that need no escape.
size_t PlainPrefix(std::string_view text) {
  size_t i = 0;
  for (uint64_t word; text.size() - i >= 8; i += 8) {
    std::memcpy(&word, text.data() + i, 8);
    if (HoldsEscape(word)) break;
  }
  while (i < text.size() && EscapeOf(text[i]) == 0) ++i;
  return i;
}

void AppendEscaped(std::string_view text, std::string& out) {
  while (!text.empty()) {
    const size_t plain = PlainPrefix(text);
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) return;
    AppendEscape(text.front(), out);
    text.remove_prefix(1);
  }
}

}  // namespace

void AppendQuoted(std::string_view text, std::string& out) {
  out += '"';
  if (IsValidUtf8(text)) {
    AppendEscaped(text, out);
  } else {
    std::string valid;
    AppendValidUtf8(text, valid);
    AppendEscaped(valid, out);
  }
  out += '"';
}

Writer Writer::Continue(std::string& out) {
  Writer writer(out);
  writer.needs_comma_ = true;
  return writer;
}

void Writer::Separate() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

Writer& Writer::Open(char bracket) {
  Separate();
  out_ += bracket;
  needs_comma_ = false;
  return *this;
}

Writer& Writer::Close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
  return *this;
}

Writer& Writer::Key(std::string_view key) {
  Separate();
  AppendQuoted(key, out_);
  out_ += ':';
  needs_comma_ = false;
  return *this;
}

Writer& Writer::String(std::string_view text) {
  Separate();
  AppendQuoted(text, out_);
  return *this;
}

Writer& Writer::Int(int64_t number) {
  Separate();
  fmt::format_to(std::back_inserter(out_), FMT_COMPILE("{}"), number);
  return *this;
}

Writer& Writer::Thousandths(int64_t thousandths) {
  Separate();
  if (thousandths < 0) out_ += '-';
  const auto parts = std::lldiv(std::llabs(thousandths), 1000);
  fmt::format_to(std::back_inserter(out_), FMT_COMPILE("{}.{:03}"), parts.quot,
                 parts.rem);
  return *this;
}

Writer& Writer::Bool(bool value) {
  Separate();
  out_ += value ? "true" : "false";
  return *this;
}

Writer& Writer::Null() {
  Separate();
  out_ += "null";
  return *this;
}

}  // namespace newsmill::json
