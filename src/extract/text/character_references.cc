#include "character_references.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "newsmill/base/utf8.h"

namespace newsmill::extract::text {
namespace {

struct Named {
  std::string_view name;
  uint32_t character;
};
// The most common names of
// https://html.spec.whatwg.org/#named-character-references. Sorted.
constexpr std::array<Named, 60> kNamed = {{
    {"Aacute", 0xC1},  {"Agrave", 0xC0},  {"Auml", 0xC4},     {"Ccedil", 0xC7},
    {"Eacute", 0xC9},  {"Egrave", 0xC8},  {"Ntilde", 0xD1},   {"Oacute", 0xD3},
    {"Ouml", 0xD6},    {"Uuml", 0xDC},    {"aacute", 0xE1},   {"acirc", 0xE2},
    {"aelig", 0xE6},   {"agrave", 0xE0},  {"amp", '&'},       {"apos", '\''},
    {"aring", 0xE5},   {"atilde", 0xE3},  {"auml", 0xE4},     {"bull", 0x2022},
    {"ccedil", 0xE7},  {"copy", 0xA9},    {"deg", 0xB0},      {"eacute", 0xE9},
    {"ecirc", 0xEA},   {"egrave", 0xE8},  {"euml", 0xEB},     {"euro", 0x20AC},
    {"frac12", 0xBD},  {"gt", '>'},       {"hellip", 0x2026}, {"iacute", 0xED},
    {"icirc", 0xEE},   {"iexcl", 0xA1},   {"iquest", 0xBF},   {"iuml", 0xEF},
    {"laquo", 0xAB},   {"ldquo", 0x201C}, {"lsquo", 0x2018},  {"lt", '<'},
    {"mdash", 0x2014}, {"middot", 0xB7},  {"nbsp", 0xA0},     {"ndash", 0x2013},
    {"ntilde", 0xF1},  {"oacute", 0xF3},  {"ocirc", 0xF4},    {"oslash", 0xF8},
    {"otilde", 0xF5},  {"ouml", 0xF6},    {"pound", 0xA3},    {"quot", '"'},
    {"raquo", 0xBB},   {"rdquo", 0x201D}, {"rsquo", 0x2019},  {"shy", 0xAD},
    {"szlig", 0xDF},   {"trade", 0x2122}, {"uacute", 0xFA},   {"uuml", 0xFC},
}};
static_assert(std::ranges::is_sorted(kNamed, {}, &Named::name));
constexpr size_t kMaxReferenceBytes = 12;

/// Returns the character of a character reference, or 0 if the reference is
/// unknown. `body` is the text between "&" and ";".
uint32_t CharacterOf(std::string_view body) {
  if (!body.starts_with('#')) {
    const auto* it = std::ranges::lower_bound(kNamed, body, {}, &Named::name);
    return it != kNamed.end() && it->name == body ? it->character : 0;
  }
  const bool hex = body.size() > 1 && (body[1] | 0x20) == 'x';
  uint32_t character = 0;
  for (const char c : body.substr(hex ? 2 : 1)) {
    const char lower = static_cast<char>(c | 0x20);
    const bool digit = c >= '0' && c <= '9';
    const bool letter = hex && lower >= 'a' && lower <= 'f';
    if (!digit && !letter) return 0;
    const int value = digit ? c - '0' : lower - 'a' + 10;
    character = character * (hex ? 16 : 10) + static_cast<uint32_t>(value);
    if (character > 0x10FFFF) return 0xFFFD;
  }
  const bool surrogate = character >= 0xD800 && character < 0xE000;
  return surrogate ? 0xFFFD : character;
}

}  // namespace

std::string DecodeReferences(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (;;) {
    const size_t at = std::min(text.find('&'), text.size());
    out += text.substr(0, at);
    text.remove_prefix(at);
    if (text.empty()) return out;
    const size_t end = text.substr(0, kMaxReferenceBytes).find(';');
    const uint32_t character =
        end == text.npos ? 0 : CharacterOf(text.substr(1, end - 1));
    // References to control characters are not decoded.
    if (character == 0 || (character < 0x20 && character != '\n')) {
      out += '&';
      text.remove_prefix(1);
    } else {
      AppendCharacter(static_cast<int32_t>(character), out);
      text.remove_prefix(end + 1);
    }
  }
}

}  // namespace newsmill::extract::text
