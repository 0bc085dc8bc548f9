#include "copyright.h"

#include <algorithm>
#include <array>

#include "extract/text/characters.h"

namespace newsmill::extract::lexicon {
namespace {

constexpr int32_t kMaxNameColumns = 60;

/// Texts that follow the name of the rights holder in a copyright line: "all
/// rights" in "Example Review. All rights reserved."
constexpr std::array<std::string_view, 23> kAfterName = {
    "all rights", "all right ", "alle rechte", "tous droits", "todos los",
    "todos os",   "tutti i",    "版权所有",    "未经",        "京icp",
    "icp",        "京公网",     "reserved",    "все права",   "terms",
    "privacy",    "|",          "·",           "無断",        "保留所有",
    ". ",         " - ",        "www."};

constexpr std::array<std::string_view, 9> kBeforeName = {
    "copyright",      "©", "(c)", "ⓒ", "by ", "版权所有", "版權所有", "：",
    "the content of "};

bool IsYearCharacter(char c) {
  return (c >= '0' && c <= '9') || c == ' ' || c == ',' || c == '-' ||
         c == '.' || c == ':';
}

/// Returns the text without the years, signs and words before the name:
/// "Example Review" for "© 2024 by Example Review".
std::string_view WithoutPreamble(std::string_view text) {
  for (size_t before = 0; before != text.size();) {
    before = text.size();
    while (!text.empty() && IsYearCharacter(text.front()))
      text.remove_prefix(1);
    if (text.starts_with("–") || text.starts_with("—")) text.remove_prefix(3);
    const std::string folded = text::Folded(text.substr(0, 32));
    for (const std::string_view mark : kBeforeName) {
      if (folded.starts_with(mark)) {
        text.remove_prefix(mark.size());
        break;
      }
    }
  }
  return text;
}

std::string_view BeforeLegalText(std::string_view text) {
  const std::string folded = text::Folded(text);
  // In some scripts, the text in lower case has another number of bytes.
  // Positions in `folded` are then not valid in `text`.
  if (folded.size() != text.size()) return text;
  size_t end = text.size();
  for (const std::string_view mark : kAfterName) {
    end = std::min(end, folded.find(mark));
  }
  return text.substr(0, end);
}

std::string_view TrimName(std::string_view name) {
  while (!name.empty() && (IsYearCharacter(name.back()) || name.back() == ';' ||
                           name.back() == '(')) {
    name.remove_suffix(1);
  }
  return name;
}

}  // namespace

std::string CopyrightHolder(std::string_view text) {
  const std::string folded = text::Folded(text);
  size_t begin = 0;
  for (const std::string_view mark : {"copyright", "©", "(c)", "版权所有"}) {
    const size_t at = folded.find(mark);
    if (at != folded.npos && folded.size() == text.size()) {
      begin = at;
      break;
    }
  }
  const std::string_view name =
      TrimName(BeforeLegalText(WithoutPreamble(text.substr(begin))));
  const text::Measure measure = text::MeasureOf(name);
  if (measure.letters < 2 || measure.columns > kMaxNameColumns) return "";
  return std::string(name);
}

}  // namespace newsmill::extract::lexicon
