#include "labels.h"

#include <algorithm>
#include <array>
#include <span>

#include "date_words.h"
#include "extract/text/characters.h"
#include "extract/text/tokens.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "phrase_index.h"

namespace newsmill::extract::lexicon {
namespace {

constexpr size_t kMaxSegments = 16;

/// Separators between the segments of a line. "By Jane Doe | 3 May 2024" has
/// two segments. A tab or several blanks are also a separator.
constexpr std::array<std::string_view, 16> kSeparators = {"|",
                                                          "·",
                                                          "•",
                                                          "｜",
                                                          "┃",
                                                          " – ",
                                                          " — ",
                                                          " - ",
                                                          " / ",
                                                          "\t",
                                                          "   ",
                                                          "\xC2\xA0 ",
                                                          "\xC2\xA0\xC2\xA0",
                                                          "　",
                                                          " ● ",
                                                          " :: "};

/// Returns the separator at `i`, or "" if no separator is at `i`.
std::string_view SeparatorAt(std::string_view text, size_t i) {
  static constexpr auto kBegins = [] {
    std::array<bool, 256> begins{};
    for (const std::string_view mark : kSeparators) {
      begins[static_cast<unsigned char>(mark[0])] = true;
    }
    return begins;
  }();
  if (!kBegins[static_cast<unsigned char>(text[i])]) return "";
  // Skips the search, because no separator begins with a blank and a letter or
  // digit.
  if (text[i] == ' ' && i + 1 < text.size() &&
      IsAsciiLetterOrDigit(text[i + 1])) {
    return "";
  }
  for (const std::string_view mark : kSeparators) {
    if (text.substr(i).starts_with(mark)) return mark;
  }
  return "";
}

/// Returns the number of bytes of the colon at `i`, or 0 if no colon is at `i`.
/// In Chinese and Japanese texts, other marks after a label also count as
/// colons: "文＝", "文・".
size_t ColonAt(std::string_view text, size_t i) {
  static constexpr std::array<std::string_view, 3> kColons = {":", "：", "/"};
  static constexpr std::array<std::string_view, 9> kWideColons = {
      "／", "＝", "=", "●", "◎", "・", "｜", "|", "＊"};
  const auto length = [rest = text.substr(i)](const auto& marks) {
    const auto mark = std::ranges::find_if(
        marks, [&](std::string_view each) { return rest.starts_with(each); });
    return mark == marks.end() ? 0 : mark->size();
  };
  const size_t colon = length(kColons);
  return colon > 0 || !text::IsWide(text::FirstCharacter(text))
             ? colon
             : length(kWideColons);
}

}  // namespace

std::vector<std::string> SegmentsOf(std::string_view raw) {
  std::vector<std::string> segments;
  while (!raw.empty() && segments.size() < kMaxSegments) {
    size_t at = 0;
    while (at < raw.size() && SeparatorAt(raw, at).empty()) ++at;
    std::string segment = text::Tidy(raw.substr(0, at));
    if (!segment.empty()) segments.push_back(std::move(segment));
    raw.remove_prefix(at);
    if (!raw.empty()) raw.remove_prefix(SeparatorAt(raw, 0).size());
  }
  return segments;
}

std::string_view TrimMarks(std::string_view text) {
  text = Trim(text, " ,;:.()[]-/");
  while (text.starts_with("：") || text.starts_with("，"))
    text.remove_prefix(3);
  return text;
}

Labelled LabelAt(std::string_view text) {
  const std::string folded = text::Folded(TruncateUtf8(text, 48));
  static const PhraseIndex kIndex(LabelTexts());
  for (int32_t i = kIndex.PrefixOf(folded); i >= 0;
       i = kIndex.PrefixOf(folded, i + 1)) {
    const LabelName& name = LabelNames()[static_cast<size_t>(i)];
    size_t end = name.name.size();
    while (end < text.size() && text[end] == ' ') ++end;
    const size_t colon = ColonAt(text, end);
    const bool has_colon = colon > 0;
    const bool word_ends =
        end > name.name.size() || has_colon || end == text.size() ||
        text::IsWide(text::FirstCharacter(text)) ||
        !text::IsLetter(text::FirstCharacter(text.substr(end)));
    if (name.needs_colon ? !has_colon : !word_ends) continue;
    if (has_colon) end += colon;
    while (end < text.size() && text[end] == ' ') ++end;
    return {name.label, end};
  }
  return {};
}

bool NamesPublisher(std::string_view text) {
  return StartsWithIgnoringCase(text, "published by");
}

bool IsDateFiller(std::string_view text) {
  constexpr size_t kMaxTokens = 16;
  const std::vector<text::Token> tokens = text::TokensOf(text, kMaxTokens);
  std::span<const text::Token> rest(tokens);
  while (!rest.empty()) {
    const text::Token& token = rest.front();
    if (token.IsNumber()) return false;
    const bool known =
        token.kind == text::Token::Kind::kMark ||
        std::ranges::binary_search(DateFillers(), std::string_view(token.word));
    const size_t taken =
        known ? 1
              : std::max(DateLinkAt(rest).tokens, WeekdayAt(rest, "").tokens);
    if (taken == 0) return false;
    rest = rest.subspan(taken);
  }
  return true;
}

size_t NextLabel(std::string_view text) {
  if (text.find(':') == text.npos && text.find("：") == text.npos) {
    return text.size();
  }
  for (size_t i = text.find(' '); i != text.npos; i = text.find(' ', i + 1)) {
    const std::string_view rest = text.substr(i + 1);
    const Labelled found = LabelAt(rest);
    if (found.label == Label::kNone) continue;
    const std::string_view label = rest.substr(0, found.bytes);
    if (label.find(':') != label.npos || label.find("：") != label.npos) {
      return i + 1;
    }
  }
  return text.size();
}

}  // namespace newsmill::extract::lexicon
