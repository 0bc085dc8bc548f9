#include "lone_lines.h"

#include <algorithm>
#include <array>
#include <vector>

#include "extract/text/characters.h"
#include "lone_line_phrases.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "phrase_index.h"
#include "phrases.h"

namespace newsmill::extract::lexicon {
namespace {

bool IsDigit(int32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) ||
         (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x966 && c <= 0x96F) ||
         (c >= 0x9E6 && c <= 0x9EF);
}

/// Returns whether the character separates words: a blank, punctuation, an
/// arrow or a pictogram.
bool IsMark(int32_t c) {
  if (c < 0x80) return !text::IsLetter(c) && !IsDigit(c);
  return c <= 0xBF || (c >= 0x2000 && c <= 0x2BFF && c != 0x200C) ||
         (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F) ||
         (c >= 0xFF1A && c <= 0xFF20) || c == 0xFF5C || c == 0x60C ||
         c == 0x61B || c == 0x61F || c == 0x964 || c == 0xFE0F ||
         (c >= 0x1F000 && c <= 0x1FAFF);
}

/// Returns whether texts in the script of the character have no blanks between
/// words.
bool IsUnspaced(int32_t c) {
  return text::IsWide(c) || (c >= 0xE00 && c <= 0xE7F);
}

/// Returns the number of bytes of the characters at the start of `text` for
/// which `is` is true.
template <typename Predicate>
size_t PrefixWhile(std::string_view text, Predicate is) {
  size_t end = 0;
  for (size_t at = 0; at < text.size(); end = at) {
    if (!is(NextCharacter(text, at))) break;
  }
  return end;
}

/// Returns whether a phrase may end at `at`. "share" does not end in
/// "share-worthy".
bool WordEnds(std::string_view text, size_t at) {
  if (at >= text.size()) return true;
  const int32_t next = text::FirstCharacter(text.substr(at));
  if (text[at] == '-' && at + 1 < text.size() && text[at + 1] != ' ') {
    return false;
  }
  return IsMark(next) || IsUnspaced(text::LastCharacter(text.substr(0, at))) ||
         IsDigit(next);
}

/// Returns the size of the longest phrase at the start of `text` that ends with
/// a word, or 0. The longest phrase is the first one in the list of `index`.
size_t PhraseBytes(const PhraseIndex& index, PhraseList phrases,
                   std::string_view text) {
  for (int32_t i = index.PrefixOf(text); i >= 0;
       i = index.PrefixOf(text, i + 1)) {
    const size_t size = phrases[static_cast<size_t>(i)].size();
    if (WordEnds(text, size)) return size;
  }
  return 0;
}

/// A list of phrases and its index.
struct IndexedPhrases {
  explicit IndexedPhrases(PhraseList list) : phrases(list), index(list) {}
  size_t BytesAt(std::string_view text) const {
    return PhraseBytes(index, phrases, text);
  }
  /// Returns whether a phrase is a word or several words of `text`.
  bool HasWordIn(std::string_view text) const {
    for (size_t i = 0; i < text.size(); ++i) {
      const bool starts =
          i == 0 || (!IsContinuationByte(text[i]) &&
                     IsMark(text::LastCharacter(text.substr(0, i))));
      if (starts && BytesAt(text.substr(i)) > 0) return true;
    }
    return false;
  }

  PhraseList phrases;
  PhraseIndex index;
};

/// Returns whether the text has a quotation mark. A "»" without "«" is a
/// bullet: "» Read more".
bool HasQuotationMark(std::string_view text) {
  static constexpr auto kMarks = std::to_array<std::string_view>(
      {"\"", "“", "”", "„", "«", "「", "」", "『", "‹"});
  return ContainsAny(text, kMarks);
}

bool IsDash(int32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

/// Returns whether the line is a question or the speech of a dialogue: "— Share
/// this." A line between two dashes is not: "— Advertisement —".
bool MayBeDialogue(std::string_view text) {
  const bool asks = text.find('?') != text.npos ||
                    text.find("？") != text.npos || text.find("؟") != text.npos;
  return asks || HasQuotationMark(text) ||
         (IsDash(text::FirstCharacter(text)) &&
          !IsDash(text::LastCharacter(text)));
}

std::string_view WithoutMarks(std::string_view text) {
  text.remove_prefix(PrefixWhile(text, IsMark));
  size_t end = text.size();
  while (end > 0 && IsMark(PreviousCharacter(text, end))) {
    text = text.substr(0, end);
  }
  return text;
}

/// Returns the longest phrase at the end of the text, or "".
std::string_view EndingOf(std::string_view text, PhraseList phrases) {
  if (text.empty()) return "";
  const auto ending = std::ranges::find_if(phrases, [&](std::string_view each) {
    return each.back() == text.back() && text.ends_with(each);
  });
  return ending == phrases.end() ? std::string_view() : *ending;
}

/// Returns the text after the first question, call or clause with a colon. The
/// result is the whole text if it has none of these.
std::string_view AfterQuestion(std::string_view text) {
  const auto mark = std::ranges::find_if(
      text, [](char c) { return c == '?' || c == '!' || c == ':'; });
  return mark == text.end() ? text
                            : WithoutMarks(std::string_view(mark, text.end()));
}

/// Returns the label at the start of the line, from the phrases of `labels`.
LineLabel LabelOf(std::string_view folded, const IndexedPhrases& labels) {
  const size_t marks = PrefixWhile(folded, IsMark);
  if (HasQuotationMark(folded.substr(0, marks))) return {};
  const std::string_view text = folded.substr(marks);
  const size_t size = labels.BytesAt(text);
  if (size == 0) return {};
  const std::string_view phrase = text.substr(0, size);
  const std::string_view rest = text.substr(size);
  const size_t gap = PrefixWhile(rest, IsMark);
  const bool separated =
      gap == rest.size() ||
      rest.substr(0, gap).find_first_not_of(" ,.\"'") != rest.npos ||
      phrase.ends_with(':') || phrase.ends_with("：");
  const int32_t words = text::MeasureOf(phrase).words;
  const bool clear = words > 1 || rest.find(':') < gap ||
                     rest.find("：") < gap ||
                     std::ranges::binary_search(EndHeadings(), phrase);
  return {marks + size + gap, words, separated, clear};
}

/// A CallForm and its indexes.
struct IndexedForm {
  IndexedPhrases beginnings;
  IndexedPhrases objects;
};

std::vector<IndexedForm> IndexedForms() {
  std::vector<IndexedForm> forms;
  for (const CallForm& form : CallForms()) {
    forms.push_back(
        {IndexedPhrases(form.beginnings), IndexedPhrases(form.objects)});
  }
  return forms;
}

/// Returns the beginnings of all forms.
std::vector<std::string_view> CallBeginnings() {
  std::vector<std::string_view> all;
  for (const CallForm& form : CallForms()) {
    all.insert(all.end(), form.beginnings.begin(), form.beginnings.end());
  }
  return all;
}

/// Returns the clause of `text` around the position `at`.
std::string_view ClauseAt(std::string_view text, size_t at) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {",", ":", ";", ". ", "，", "、", "：", "،", "。"});
  size_t begin = 0;
  size_t end = text.size();
  for (const std::string_view mark : kMarks) {
    const size_t before = text.rfind(mark, at);
    if (before != text.npos) begin = std::max(begin, before + mark.size());
    end = std::min(end, text.find(mark, at));
  }
  return text.substr(begin, end - begin);
}

/// Returns the size of the word at the start of `text`, which begins with the
/// phrase of `size` bytes: "newsletters".
size_t WordBytes(std::string_view text, size_t size) {
  if (IsUnspaced(text::LastCharacter(text.substr(0, size)))) return size;
  return size + PrefixWhile(text.substr(size), [](int32_t c) {
           return !IsMark(c) && !IsUnspaced(c);
         });
}

/// Returns whether the clause names the publisher: "our newsletter".
bool NamesPublisher(std::string_view clause) {
  static const IndexedPhrases kWords(PublisherWords());
  static const PhraseIndex kParts(PublisherParts());
  return kWords.HasWordIn(clause) || kParts.FoundIn(clause);
}

/// Returns whether the line with the given verb of a request asks the reader
/// for one of `objects`. The clause of an object must name the publisher, or
/// else the line may have few other letters. A line with a verb that may begin
/// a statement may have few other letters in both cases.
bool AsksReader(std::string_view line, std::string_view verb,
                const IndexedPhrases& objects) {
  constexpr int32_t kFewLetters = 6;    // "to the"
  constexpr int32_t kMoreLetters = 16;  // "on our channel"
  constexpr int32_t kListSize = 3;      // "Facebook, X and Instagram"
  static const IndexedPhrases kStatements(StatementBeginnings());
  int32_t found = 0;
  bool publisher = false;
  const auto letters = [](std::string_view text) {
    const text::Measure measure = text::MeasureOf(text);
    return measure.has_wide ? measure.columns : measure.letters;
  };
  int32_t other = letters(line) - letters(verb);
  for (size_t at = 0; at < line.size(); ++at) {
    const int32_t object = objects.index.PrefixOf(line.substr(at));
    if (object < 0) continue;
    const size_t size = WordBytes(
        line.substr(at), objects.phrases[static_cast<size_t>(object)].size());
    ++found;
    publisher = publisher || NamesPublisher(ClauseAt(line, at));
    other -= letters(line.substr(at, size));
    at += size - 1;
  }
  if (found == 0) return false;
  if (kStatements.BytesAt(verb) == verb.size()) {
    return other <= (publisher ? kMoreLetters : 0);
  }
  return publisher || other <= (found < kListSize ? kFewLetters : kMoreLetters);
}

}  // namespace

std::string FoldedLine(std::string_view text) {
  static constexpr std::string_view kApostrophe = "’";
  std::string folded = text::Folded(text);
  if (folded.find(kApostrophe) == folded.npos) return folded;
  std::string line;
  line.reserve(folded.size());
  std::string_view rest = folded;
  while (true) {
    const size_t at = rest.find(kApostrophe);
    line += rest.substr(0, at);
    if (at == rest.npos) return line;
    line += '\'';
    rest.remove_prefix(at + kApostrophe.size());
  }
}

bool IsLoneNotice(std::string_view folded) {
  static const IndexedPhrases kNotices(LoneNotices());
  static const IndexedPhrases kFillers(LoneNoticeFillers());
  static const IndexedPhrases kPlaces(LoneNoticePlaces());
  if (MayBeDialogue(folded)) return false;
  bool named = false;
  while (true) {
    folded.remove_prefix(
        PrefixWhile(folded, [](int32_t c) { return IsMark(c) || IsDigit(c); }));
    if (folded.empty()) return named;
    size_t taken = kNotices.BytesAt(folded);
    named = named || taken > 0;
    if (taken == 0 && named) taken = kPlaces.BytesAt(folded);
    if (taken == 0) taken = kFillers.BytesAt(folded);
    if (taken == 0) return false;
    folded.remove_prefix(taken);
  }
}

bool IsCallLine(std::string_view folded) {
  static const std::vector<IndexedForm> kForms = IndexedForms();
  static const std::vector<std::string_view> kAllBeginnings = CallBeginnings();
  static const PhraseIndex kAny(kAllBeginnings);
  const std::string_view line = WithoutMarks(folded);
  const std::string_view ending = EndingOf(line, CallEndings());
  const std::string_view request = AfterQuestion(line);
  // Most lines of an article are no call of any form.
  if (ending.empty() && kAny.PrefixOf(line) < 0 && kAny.PrefixOf(request) < 0) {
    return false;
  }
  const auto calls = [&](const IndexedForm& form) {
    size_t size = form.beginnings.BytesAt(line);
    std::string_view verb = line.substr(0, size);
    if (size == 0) {
      size = form.beginnings.BytesAt(request);
      verb = size > 0 ? request.substr(0, size) : ending;
    }
    return !verb.empty() && AsksReader(line, verb, form.objects);
  };
  return std::ranges::any_of(kForms, calls) && !ReportsSpeech(folded);
}

LineLabel LinkLabelOf(std::string_view folded) {
  static const IndexedPhrases kLabels(LinkLabels());
  const LineLabel label = LabelOf(folded, kLabels);
  return label.words > 1 || label.separated ? label : LineLabel{};
}

LineLabel TagLabelOf(std::string_view folded) {
  static const IndexedPhrases kLabels(TagLineLabels());
  return LabelOf(folded, kLabels);
}

bool ReportsSpeech(std::string_view folded) {
  static const IndexedPhrases kWords(SpeechWords());
  static const PhraseIndex kWide(WideSpeechWords());
  return HasQuotationMark(folded) || kWide.FoundIn(folded) ||
         kWords.HasWordIn(folded);
}

}  // namespace newsmill::extract::lexicon
