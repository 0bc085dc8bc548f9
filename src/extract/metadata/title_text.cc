#include "title_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract::metadata {
namespace {

constexpr int32_t kMinHeadlineWords = 4;

struct Separator {
  std::string_view text;
  bool strong = false;  // "|" is a stronger separator than "-"
};
constexpr std::array<Separator, 32> kSeparators = {{
    {" | ", true}, {" - "},     {" – "},      {" — "},     {" :: "},
    {" » "},       {" « "},     {" › "},      {" ‹ "},     {" · "},
    {" • "},       {" / "},     {"｜", true}, {" > "},     {" < "},
    {" ~ "},       {" // "},    {" |", true}, {"--"},      {"_"},
    {"ᅵ", true},   {"│", true}, {"┃", true},  {"￨", true}, {"❘", true},
    {"∣", true},   {"‖", true}, {"丨", true}, {"∙", true}, {" ⋅ "},
    {" ▪ "},       {" : "},
}};

constexpr std::string_view kFirstBytes = " -_\xE1\xE2\xE4\xEF";

struct Cut {
  size_t begin = 0;
  size_t end = 0;
  bool strong = false;  // "|" is a stronger separator than "-"
};

std::vector<Cut> CutsOf(std::string_view title) {
  std::vector<Cut> cuts;
  for (size_t i = title.find_first_of(kFirstBytes); i < title.size();
       i = title.find_first_of(kFirstBytes, i + 1)) {
    // Skips the search, because no separator begins with a blank and a letter
    // or digit.
    if (title[i] == ' ' && i + 1 < title.size() &&
        IsAsciiLetterOrDigit(title[i + 1])) {
      continue;
    }
    for (const Separator& mark : kSeparators) {
      if (!title.substr(i).starts_with(mark.text)) continue;
      cuts.push_back({i, i + mark.text.size(), mark.strong});
      i += mark.text.size() - 1;
      break;
    }
  }
  return cuts;
}

/// Returns whether the text after the separator `cut` is the name of a section:
/// "World News" in "Rain in May wets the land | World News".
bool IsSectionAfterCut(std::string_view title, const Cut& cut) {
  return cut.strong && text::MeasureOf(title.substr(cut.end)).words <= 2 &&
         text::MeasureOf(title.substr(0, cut.begin)).words >= kMinHeadlineWords;
}

std::string_view WithoutLast(std::string_view title,
                             const bylines::SiteNames& site) {
  for (std::vector<Cut> cuts = CutsOf(title); !cuts.empty();) {
    const Cut cut = cuts.back();
    cuts.pop_back();
    const std::string_view last = title.substr(cut.end);
    const int32_t words = text::MeasureOf(last).words;
    const bool named = words <= 6 && site.IsLikeName(last);
    if (!named && !IsSectionAfterCut(title, cut)) break;
    title = title.substr(0, cut.begin);
  }
  // In titles of East Asian sites, a colon may precede the name of the site:
  // "見出し：サイト名".
  for (const std::string_view colon : {"：", ":"}) {
    const size_t at = title.rfind(colon);
    if (at == title.npos || !site.IsName(title.substr(at + colon.size())))
      continue;
    return title.substr(0, at);
  }
  return title;
}

std::string_view WithoutFirst(std::string_view title,
                              const bylines::SiteNames& site) {
  if (const auto cuts = CutsOf(title); !cuts.empty()) {
    const std::string_view first = title.substr(0, cuts.front().begin);
    if (!first.empty() && site.IsName(first)) {
      return title.substr(cuts.front().end);
    }
  }
  const size_t colon = title.find(": ");
  if (colon != title.npos && site.IsName(title.substr(0, colon))) {
    return title.substr(colon + 2);
  }
  return title;
}

}  // namespace

std::string WithoutSiteName(std::string_view title, std::string_view headline,
                            const bylines::SiteNames& site) {
  const std::vector<Cut> cuts = CutsOf(title);
  if (!headline.empty() && !cuts.empty()) {
    const std::string key = model::NormalisedText(headline);
    for (const Cut& cut : cuts) {
      for (const std::string_view part :
           {title.substr(0, cut.begin), title.substr(cut.end)}) {
        if (key.size() > 3 && model::NormalisedText(part) == key) {
          return std::string(headline);
        }
      }
    }
  }
  std::string_view kept = WithoutLast(title, site);
  kept = WithoutFirst(kept, site);
  return kept.empty() ? std::string(title) : text::Tidy(kept);
}

}  // namespace newsmill::extract::metadata
