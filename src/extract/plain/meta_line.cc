#include "meta_line.h"

#include <algorithm>

#include "extract/bylines/names.h"
#include "extract/dates/clock_times.h"
#include "extract/lexicon/labels.h"
#include "extract/lexicon/phrases.h"
#include "extract/text/tokens.h"

namespace newsmill::extract::plain {
namespace {

constexpr int32_t kMaxColumns = 200;
constexpr int32_t kMaxLabelledColumns = 80;
// Maximum number of other words in a meta line. Other words are not part of a
// date, a label or a byline. Such a word may be the name of a place.
constexpr int32_t kMaxLooseWords = 6;
// Maximum number of words of a sentence that may be a meta line. A longer
// sentence is prose, unless it begins with a label: "By Jane Doe, published on
// …".
constexpr int32_t kMaxSentenceWords = 12;
constexpr int32_t kMaxLabelledWords = 24;
// Maximum number of words of a meta line that has no date and no label (see
// HasNoDateOrLabel).
constexpr int32_t kMaxBareWords = 10;

/// Returns whether the text contains no digit, no colon and no character that
/// is not ASCII. Such a text contains no date and no label.
bool HasNoDateOrLabel(std::string_view text) {
  return std::ranges::none_of(text, [](char c) {
    return (c >= '0' && c <= ':') || static_cast<unsigned char>(c) >= 0x80;
  });
}

/// Reads the segments of a line one after the other, and collects their values
/// in a MetaLine.
class Reader {
 public:
  explicit Reader(const dates::DateStyle& style) : style_(style) {}

  void Read(std::string_view text) {
    text = lexicon::TrimMarks(text);
    if (text.empty()) return;
    const lexicon::Labelled label = lexicon::LabelAt(text);
    if (label.label == lexicon::Label::kNone) {
      ReadUnlabelled(text, lexicon::Label::kNone);
      return;
    }
    const std::string_view behind = text.substr(label.bytes);
    const size_t end = lexicon::NextLabel(behind);
    ReadLabelled(behind.substr(0, end), label.label);
    Read(behind.substr(end));
  }

  const MetaLine& line() const { return line_; }
  int32_t loose_words() const { return loose_words_; }
  bool labelled() const { return labelled_; }

 private:
  void ReadLabelled(std::string_view value, lexicon::Label label) {
    labelled_ = true;
    if (label == lexicon::Label::kEditor) return;
    if (label == lexicon::Label::kPublished ||
        label == lexicon::Label::kUpdated) {
      pending_ = label;
      ReadUnlabelled(value, label);
      return;
    }
    std::string rest;
    if (const auto date = dates::FindDate(value, style_)) {
      SetDate(*date, pending_);
      rest = text::Tidy(value.substr(date->end));
      value = value.substr(0, date->begin);
    }
    const std::string_view name = lexicon::TrimMarks(value);
    label == lexicon::Label::kCredit ? SetCredit(name)
                                     : SetAuthors(name, value);
    if (!rest.empty()) Read(rest);
  }

  void ReadUnlabelled(std::string_view text, lexicon::Label label) {
    const auto date = dates::FindDate(text, style_);
    if (date) {
      SetDate(*date, label != lexicon::Label::kNone ? label : pending_);
      pending_ = lexicon::Label::kNone;
      Read(text.substr(0, date->begin));
      Read(text.substr(date->end));
    } else if (bylines::IsAgency(text)) {
      SetCredit(text);
    } else if (const size_t next = lexicon::NextLabel(text);
               next < text.size()) {
      Loose(text.substr(0, next));
      Read(text.substr(next));
    } else {
      Loose(text);
    }
  }

  /// If the text is a time, adds this time to the date that precedes it:
  /// "18:45" in "22 January 2024 | 18:45". Returns false if the text is not a
  /// time.
  bool CompletesDate(std::string_view text) {
    std::string& date =
        line_.published_at.empty() ? line_.modified_at : line_.published_at;
    if (date.empty() || date.find('T') != date.npos) return false;
    const std::vector<text::Token> tokens = text::TokensOf(text, 16);
    const auto time = dates::ClockTimeAt(tokens, style_);
    if (!time || time->tokens != tokens.size()) return false;
    date += 'T';
    date += time->written;
    return true;
  }

  void Loose(std::string_view text) {
    if (CompletesDate(text)) return;
    if (!lexicon::IsDateFiller(text))
      loose_words_ += text::MeasureOf(text).words;
  }
  void SetDate(const dates::FoundDate& date, lexicon::Label label) {
    std::string& field = label == lexicon::Label::kUpdated ? line_.modified_at
                                                           : line_.published_at;
    if (field.empty()) field = date.written;
  }
  void SetCredit(std::string_view name) {
    if (line_.credit.empty() &&
        text::MeasureOf(name).columns <= kMaxLabelledColumns) {
      line_.credit = name;
    }
  }
  void SetAuthors(std::string_view name, std::string_view value) {
    bylines::Byline byline = bylines::BylineOf(name);
    if (byline.authors.empty() && byline.agency.empty()) {
      // The text after the label is not a name: "the river" in "By the river".
      loose_words_ += text::MeasureOf(value).words + 1;
      return;
    }
    for (std::string& author : byline.authors) {
      line_.authors.push_back(std::move(author));
    }
    if (!byline.agency.empty()) SetCredit(byline.agency);
  }

  const dates::DateStyle& style_;
  MetaLine line_;
  lexicon::Label pending_ = lexicon::Label::kNone;
  bool labelled_ = false;
  int32_t loose_words_ = 0;
};

}  // namespace

std::optional<MetaLine> ReadMetaLine(const text::Block& block,
                                     const dates::DateStyle& style) {
  if (block.columns() > kMaxColumns) return std::nullopt;
  if (block.ends_sentence && block.words() > kMaxSentenceWords &&
      (block.words() > kMaxLabelledWords ||
       lexicon::LabelAt(block.text).label == lexicon::Label::kNone)) {
    return std::nullopt;
  }
  if (block.words() > kMaxBareWords && HasNoDateOrLabel(block.text)) {
    return std::nullopt;
  }
  Reader reader(style);
  for (const std::string& segment : lexicon::SegmentsOf(block.raw))
    reader.Read(segment);
  // A line that consists only of labels and their values is also a meta line:
  // "Editor: A | Font size: B".
  const bool only_labels = reader.labelled() && reader.loose_words() == 0 &&
                           block.columns() <= kMaxLabelledColumns &&
                           !block.ends_sentence;
  if (!reader.line().HasAnyField() && !only_labels) return std::nullopt;
  const int32_t allowed = block.ends_sentence ? 1 : kMaxLooseWords;
  if (reader.loose_words() > allowed) return std::nullopt;
  return reader.line();
}

}  // namespace newsmill::extract::plain
