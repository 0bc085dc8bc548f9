#include "markup_text.h"

#include <algorithm>

#include "character_references.h"
#include "characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::text {
namespace {

constexpr size_t kMaxTagBytes = 2'048;

bool BreaksLine(std::string_view tag) {
  return StartsWithIgnoringCase(tag, "p") ||
         StartsWithIgnoringCase(tag, "/p") ||
         StartsWithIgnoringCase(tag, "br") ||
         StartsWithIgnoringCase(tag, "/div") ||
         StartsWithIgnoringCase(tag, "/li") ||
         StartsWithIgnoringCase(tag, "/h");
}

/// Returns the end of the tag that begins at `open`. Returns npos if "<" does
/// not begin a tag, as in "a < b".
size_t EndOfTag(std::string_view text, size_t open) {
  const size_t name = open + (text.substr(open).starts_with("</") ? 2 : 1);
  if (name >= text.size()) return text.npos;
  const char c = LowerAscii(text[name]);
  if ((c < 'a' || c > 'z') && c != '!') return text.npos;
  const size_t end = text.find('>', name);
  return end == text.npos || end - open > kMaxTagBytes ? text.npos : end;
}

std::string WithoutTags(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const size_t open = std::min(text.find('<'), text.size());
    out.append(text.substr(0, open));
    if (open == text.size()) break;
    const size_t end = EndOfTag(text, open);
    if (end == text.npos) {
      out += '<';
      text.remove_prefix(open + 1);
      continue;
    }
    if (BreaksLine(text.substr(open + 1, end - open - 1))) out += '\n';
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

std::string WithoutMarkup(std::string_view text) {
  std::string out(text);
  for (int round = 0; round < 2 && out.find('&') != out.npos; ++round) {
    out = DecodeReferences(out);
  }
  return out.find('<') == out.npos ? out : WithoutTags(out);
}

std::string PlainText(std::string_view text) {
  return Tidy(WithoutMarkup(text));
}

}  // namespace newsmill::extract::text
