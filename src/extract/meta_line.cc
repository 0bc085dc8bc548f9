#include "meta_line.h"

#include <algorithm>
#include <array>

#include "clock_times.h"
#include "names.h"
#include "phrase_index.h"
#include "phrases.h"
#include "tokens.h"

namespace newsmill::extract {
namespace {

constexpr int32_t kMaxColumns = 200;
constexpr int32_t kMaxLabelledColumns = 80;
// What may stand in the line without being understood: a place, a name.
constexpr int32_t kMaxLooseWords = 6;
constexpr size_t kMaxSegments = 16;
// A sentence of so many words is prose, whatever date it names.
constexpr int32_t kMaxSentenceWords = 24;
// A byline of more words has a date, a colon or a letter that is not ASCII.
constexpr int32_t kMaxBareWords = 10;

/// Marks that part the facts of such a line. A wide gap does too.
constexpr std::array<std::string_view, 16> kSeparators = {
    "|", "·", "•", "｜", "┃", " – ", " — ", " - ", " / ",
    "\t", "   ", "\xC2\xA0 ", "\xC2\xA0\xC2\xA0", "　", " ● ", " :: "};

/// The separator at `i`, "" for none.
std::string_view SeparatorAt(std::string_view text, size_t i) {
  static constexpr auto kBegins = [] {
    std::array<bool, 256> begins{};
    for (const std::string_view mark : kSeparators) {
      begins[static_cast<unsigned char>(mark[0])] = true;
    }
    return begins;
  }();
  if (!kBegins[static_cast<unsigned char>(text[i])]) return "";
  for (const std::string_view mark : kSeparators) {
    if (text.substr(i).starts_with(mark)) return mark;
  }
  return "";
}

std::vector<std::string> SegmentsOf(std::string_view raw) {
  std::vector<std::string> segments;
  while (!raw.empty() && segments.size() < kMaxSegments) {
    size_t at = 0;
    while (at < raw.size() && SeparatorAt(raw, at).empty()) ++at;
    std::string segment = Tidy(raw.substr(0, at));
    if (!segment.empty()) segments.push_back(std::move(segment));
    raw.remove_prefix(at);
    if (!raw.empty()) raw.remove_prefix(SeparatorAt(raw, 0).size());
  }
  return segments;
}

std::string_view TrimMarks(std::string_view text) {
  static constexpr std::string_view kMarks = " ,;:.()[]-/";
  const size_t begin = std::min(text.find_first_not_of(kMarks), text.size());
  text.remove_prefix(begin);
  const size_t end = text.find_last_not_of(kMarks);
  text = text.substr(0, end == text.npos ? 0 : end + 1);
  while (text.starts_with("：") || text.starts_with("，")) text.remove_prefix(3);
  return text;
}

struct Labelled {
  Label label = Label::kNone;
  size_t bytes = 0;  // label, colon and blanks
};

bool IsColonAt(std::string_view text, size_t i, size_t& length) {
  length = text.substr(i).starts_with("：") ? 3 : 1;
  return length == 3 || text.substr(i).starts_with(':') ||
         text.substr(i).starts_with('/');
}

/// The label that `text` begins with.
Labelled LabelAt(std::string_view text) {
  const std::string folded = Folded(text.substr(0, 40));
  static const PhraseIndex index(LabelTexts());
  for (int32_t i = index.PrefixOf(folded); i >= 0;
       i = index.PrefixOf(folded, i + 1)) {
    const LabelName& name = LabelNames()[static_cast<size_t>(i)];
    size_t end = name.name.size();
    while (end < text.size() && text[end] == ' ') ++end;
    size_t colon = 0;
    const bool has_colon = end < text.size() && IsColonAt(text, end, colon);
    const bool word_ends = end > name.name.size() || has_colon ||
                           end == text.size() || IsWide(FirstCharacter(text)) ||
                           !IsLetter(FirstCharacter(text.substr(end)));
    if (name.needs_colon ? !has_colon : !word_ends) continue;
    if (has_colon) end += colon;
    while (end < text.size() && text[end] == ' ') ++end;
    return {name.label, end};
  }
  return {};
}

/// Where a label with a colon begins behind the start of `text`: "新华社 来源：…".
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

/// Neither a digit, nor a colon, nor another script: no date and no label.
bool SaysNothing(std::string_view text) {
  return std::ranges::none_of(text, [](char c) {
    return (c >= '0' && c <= ':') || static_cast<unsigned char>(c) >= 0x80;
  });
}

bool IsFiller(std::string_view text) {
  for (const Token& token : TokensOf(text, 16)) {
    if (token.kind == Token::Kind::kMark) continue;
    if (token.kind == Token::Kind::kNumber) return false;
    if (!std::ranges::binary_search(DateFillers(), std::string_view(token.word)))
      return false;
  }
  return true;
}

/// Reads segments one after the other into a MetaLine.
class Reader {
 public:
  explicit Reader(DayOrder order) : order_(order) {}

  void Read(std::string_view text) {
    text = TrimMarks(text);
    if (text.empty()) return;
    const Labelled label = LabelAt(text);
    if (label.label == Label::kNone) {
      ReadUnlabelled(text, Label::kNone);
      return;
    }
    const std::string_view behind = text.substr(label.bytes);
    const size_t end = NextLabel(behind);
    ReadLabelled(behind.substr(0, end), label.label);
    Read(behind.substr(end));
  }

  const MetaLine& line() const { return line_; }
  int32_t loose_words() const { return loose_words_; }
  bool labelled() const { return labelled_; }

 private:
  void ReadLabelled(std::string_view value, Label label) {
    labelled_ = true;
    if (label == Label::kEditor) return;
    if (label == Label::kPublished || label == Label::kUpdated) {
      pending_ = label;
      ReadUnlabelled(value, label);
      return;
    }
    std::string rest;
    if (const auto date = FindDate(value, order_)) {
      SetDate(*date, pending_);
      rest = Tidy(value.substr(date->end));
      value = value.substr(0, date->begin);
    }
    const std::string_view name = TrimMarks(value);
    label == Label::kCredit ? SetCredit(name) : SetAuthors(name, value);
    if (!rest.empty()) Read(rest);
  }

  void ReadUnlabelled(std::string_view text, Label label) {
    const auto date = FindDate(text, order_);
    if (date) {
      SetDate(*date, label != Label::kNone ? label : pending_);
      pending_ = Label::kNone;
      Read(text.substr(0, date->begin));
      Read(text.substr(date->end));
    } else if (IsAgency(text)) {
      SetCredit(text);
    } else if (const size_t next = NextLabel(text); next < text.size()) {
      Loose(text.substr(0, next));
      Read(text.substr(next));
    } else {
      Loose(text);
    }
  }

  /// "22 January 2024 | 18:45": the time of the date before it.
  bool CompletesDate(std::string_view text) {
    std::string& date = line_.published_at.empty() ? line_.modified_at
                                                   : line_.published_at;
    if (date.empty() || date.find('T') != date.npos) return false;
    const std::vector<Token> tokens = TokensOf(text, 16);
    const auto time = ClockTimeAt(tokens);
    if (!time || time->tokens != tokens.size()) return false;
    date += 'T';
    date += time->written;
    return true;
  }

  void Loose(std::string_view text) {
    if (CompletesDate(text)) return;
    if (!IsFiller(text)) loose_words_ += MeasureOf(text).words;
  }
  void SetDate(const FoundDate& date, Label label) {
    std::string& field =
        label == Label::kUpdated ? line_.modified_at : line_.published_at;
    if (field.empty()) field = date.written;
  }
  void SetCredit(std::string_view name) {
    if (line_.credit.empty() && MeasureOf(name).columns <= kMaxLabelledColumns) {
      line_.credit = name;
    }
  }
  void SetAuthors(std::string_view name, std::string_view value) {
    Byline byline = BylineOf(name);
    if (byline.authors.empty() && byline.agency.empty()) {
      // "By the river": a preposition after all.
      loose_words_ += MeasureOf(value).words + 1;
      return;
    }
    for (std::string& author : byline.authors) {
      line_.authors.push_back(std::move(author));
    }
    if (!byline.agency.empty()) SetCredit(byline.agency);
  }

  DayOrder order_;
  MetaLine line_;
  Label pending_ = Label::kNone;
  bool labelled_ = false;
  int32_t loose_words_ = 0;
};

}  // namespace

std::optional<MetaLine> ReadMetaLine(const Block& block, DayOrder order) {
  if (block.columns() > kMaxColumns) return std::nullopt;
  if (block.ends_sentence && block.words() > kMaxSentenceWords) {
    return std::nullopt;
  }
  if (block.words() > kMaxBareWords && SaysNothing(block.text)) {
    return std::nullopt;
  }
  Reader reader(order);
  for (const std::string& segment : SegmentsOf(block.raw)) reader.Read(segment);
  if (!reader.line().Says()) return std::nullopt;
  const int32_t allowed = block.ends_sentence ? 1 : kMaxLooseWords;
  if (reader.loose_words() > allowed) return std::nullopt;
  return reader.line();
}

}  // namespace newsmill::extract
