#include "requests.h"

#include <algorithm>
#include <array>
#include <vector>

#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "phrase_index.h"

namespace newsmill::extract::lexicon {
namespace {

/// Returns the size of the quotation mark at the start of `text` in bytes, or 0
/// if no quotation mark is there. `text` is not empty. A mark opens and closes
/// quotations, because languages use the same marks in both roles. An
/// apostrophe is no such mark.
size_t QuotationMarkAt(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kMarks = {
      "\"", "“", "”", "„", "«", "»", "「", "」", "״"};
  constexpr std::string_view kFirstBytes = "\"\xC2\xD7\xE2\xE3";
  if (kFirstBytes.find(text.front()) == kFirstBytes.npos) return 0;
  for (const std::string_view mark : kMarks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

/// Returns whether a single quotation mark comes directly before `i`.
bool FollowsApostrophe(std::string_view text, size_t i) {
  const std::string_view before = text.substr(0, i);
  return before.ends_with("'") || before.ends_with("‘");
}

/// Returns whether no phrase can begin at `i`: after a letter of a word in the
/// Latin alphabet, or inside a character.
bool IsInsideWord(std::string_view folded, size_t i) {
  return IsContinuationByte(folded[i]) ||
         (i > 0 && IsAsciiLetter(folded[i]) && IsAsciiLetter(folded[i - 1]));
}

Requests Find(const PhraseIndex& index, PhraseList phrases,
              std::string_view folded) {
  Requests found;
  bool quoted = false;
  for (size_t i = 0; i < folded.size();) {
    if (IsInsideWord(folded, i)) {
      ++i;
      continue;
    }
    const std::string_view rest = folded.substr(i);
    if (const size_t mark = QuotationMarkAt(rest); mark > 0) {
      quoted = !quoted;
      i += mark;
      continue;
    }
    const int32_t number = quoted ? -1 : index.PrefixOf(rest);
    if (number < 0 || FollowsApostrophe(folded, i)) {
      ++i;
      continue;
    }
    const size_t bytes = phrases[static_cast<size_t>(number)].size();
    if (found.count++ == 0) {
      found.first = i;
      found.first_bytes = bytes;
    }
    i += bytes;
  }
  return found;
}

bool IsLetterByte(char byte) {
  return IsAsciiLetter(byte) || static_cast<unsigned char>(byte) >= 0x80;
}

/// Returns whether no letters come directly before and after a part of the
/// text.
bool IsWordsAt(std::string_view text, size_t begin, size_t size) {
  const size_t end = begin + size;
  return (begin == 0 || !IsLetterByte(text[begin - 1])) &&
         (end == text.size() || !IsLetterByte(text[end]));
}

bool IsButton(std::string_view folded) {
  return std::ranges::binary_search(RequestButtons(), Trim(folded, " .![]()"));
}

}  // namespace

Requests RequestsIn(std::string_view folded) {
  static const PhraseIndex kIndex(RequestPhrases());
  if (IsButton(folded)) {
    return {.count = 1, .first = 0, .first_bytes = folded.size()};
  }
  return Find(kIndex, RequestPhrases(), folded);
}

uint32_t AllRequestsIn(std::string_view folded) {
  static const std::vector<std::string_view> kPhrases = [] {
    std::vector<std::string_view> all(RequestPhrases().begin(),
                                      RequestPhrases().end());
    all.insert(all.end(), AccessPhrases().begin(), AccessPhrases().end());
    return all;
  }();
  static const PhraseIndex kIndex(kPhrases);
  return IsButton(folded) ? 1 : Find(kIndex, kPhrases, folded).count;
}

uint32_t ErrorsIn(std::string_view folded) {
  static const PhraseIndex kIndex(ErrorPhrases());
  return Find(kIndex, ErrorPhrases(), folded).count;
}

std::string WithoutErrorTitles(std::string_view folded) {
  static const PhraseIndex kTitles(ErrorTitles());
  std::string rest;
  for (size_t i = 0; i < folded.size();) {
    const int32_t number = kTitles.PrefixOf(folded.substr(i));
    const size_t size =
        number < 0 ? 0 : ErrorTitles()[static_cast<size_t>(number)].size();
    if (size > 0 && IsWordsAt(folded, i, size)) {
      i += size;
    } else {
      rest += folded[i++];
    }
  }
  return rest;
}

}  // namespace newsmill::extract::lexicon
