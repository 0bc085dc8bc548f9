#include "date_labels.h"

#include <string>
#include <utility>

#include "extract/dates/timestamps.h"
#include "extract/lexicon/labels.h"
#include "extract/lexicon/part_names.h"
#include "extract/text/characters.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::metadata {
namespace {

using html::Attr;
using html::kNoNode;
using html::NodeId;
using html::Tag;

constexpr int kMaxSiblings = 40;  // high, because most siblings are empty
constexpr size_t kMaxLabel = 60;
constexpr size_t kMaxBefore = 160;

std::string TextOf(const html::Document& page, NodeId node, size_t max_bytes) {
  if (page.IsText(node)) {
    return text::Tidy(TruncateUtf8(page.text(node), max_bytes));
  }
  return page.IsElement(node) ? TextBelow(page, node, max_bytes) : "";
}

struct FoundLabel {
  lexicon::Label label = lexicon::Label::kNone;
  size_t begin = 0;  // position of the label in the text
  size_t end = 0;    // position after the label
};

/// Returns the last label of a date in `text`. A word that directly follows a
/// label of an update belongs to this label. In "Last updated date:", the word
/// "date" is not a new label.
FoundLabel LastDateLabelIn(std::string_view text) {
  using lexicon::Label;
  FoundLabel found;
  bool begins = true;
  for (size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (i >= found.end &&
        (begins || text::IsWide(text::FirstCharacter(rest)))) {
      const lexicon::Labelled here = lexicon::LabelAt(rest);
      const bool goes_on =
          found.label == Label::kUpdated &&
          lexicon::TrimMarks(text.substr(found.end, i - found.end)).empty();
      if (lexicon::IsDateLabel(here.label) && !goes_on) {
        found = {here.label, i, i + here.bytes};
      }
    }
    begins = !text::IsLetter(NextCharacter(text, i));
  }
  return found;
}

lexicon::Label DateLabelIn(std::string_view text) {
  return LastDateLabelIn(text).label;
}

/// Returns the label at the start of `text`. `text` is the text of `sibling`.
/// Returns kNone if the text is long. Also returns kNone if the text contains a
/// date, because the label then belongs to that date.
lexicon::Label LabelOfSibling(const html::Document& page, NodeId sibling,
                              std::string_view text,
                              const dates::DateStyle& style) {
  if (text.size() > kMaxLabel) return lexicon::Label::kNone;
  // Adds a colon, because a label needs no colon if it is the whole text.
  const lexicon::Label label =
      lexicon::LabelAt(std::string(lexicon::TrimMarks(text)) + ":").label;
  const bool has_date =
      lexicon::IsDateLabel(label) &&
      (page.Is(sibling, Tag::kTime) || dates::FindDate(text, style));
  return has_date ? lexicon::Label::kNone : label;
}

/// Returns whether `published` is before `modified`. If both are on the same
/// day, returns false unless both have times of the same precision.
bool IsEarlier(const MomentsOfLine& moments) {
  const auto& [published, modified, is_certain] = moments;
  if (dates::DayOf(published) != dates::DayOf(modified)) {
    return dates::DayOf(published) < dates::DayOf(modified);
  }
  return dates::PrecisionOf(published) == dates::PrecisionOf(modified) &&
         published < modified;
}

std::string_view Between(const std::vector<LabelledDate>& two,
                         std::string_view text) {
  const size_t begin = two[0].date.end;
  return text.substr(begin, two[1].date.begin - begin);
}

/// Returns whether the words between and after the two dates may be labels that
/// the lists do not contain. Labels have few words, but prose has many words.
bool MayHaveLabels(const std::vector<LabelledDate>& two, std::string_view text,
                   const dates::DateStyle& style) {
  constexpr int32_t kMostWords = 4;
  const std::string_view after = text.substr(two[1].date.end);
  return text::MeasureOf(Between(two, text)).words <= kMostWords &&
         text::MeasureOf(after).words <= kMostWords &&
         !dates::FindDate(after, style);
}

/// Returns the time that `part` states, or "" if `part` states no time or
/// contains other words. If `part` has no date, the day of the time is `day`.
std::string TimeIn(std::string_view part, std::string_view day,
                   const dates::DateStyle& style) {
  const lexicon::Labelled label = lexicon::LabelAt(lexicon::TrimMarks(part));
  std::string text(lexicon::TrimMarks(part).substr(label.bytes));
  auto date = dates::FindDate(text, style);
  if (!date) {
    text.insert(0, std::string(day) + " ");
    date = dates::FindDate(text, style);
  }
  const bool has_time = date && dates::PrecisionOf(date->written) > 1 &&
                        lexicon::IsDateFiller(text.substr(0, date->begin)) &&
                        lexicon::IsDateFiller(text.substr(date->end));
  return has_time ? date->written : "";
}

/// Returns both times of a text that states one day, two times and one or two
/// labels: "Published 9:00 | Updated 11:30, 9 May 2024".
MomentsOfLine MomentsOfOneDay(std::string_view text,
                              const dates::FoundDate& date,
                              const dates::DateStyle& style) {
  using lexicon::Label;
  const FoundLabel last = LastDateLabelIn(text);
  const std::string_view before = text.substr(0, last.begin);
  const Label first = DateLabelIn(before);
  if (last.label == Label::kNone || before.empty() || first == last.label ||
      (first == Label::kNone && last.label != Label::kUpdated)) {
    return {};
  }
  const std::string_view day = dates::DayOf(date.written);
  MomentsOfLine moments = {TimeIn(before, day, style),
                           TimeIn(text.substr(last.begin), day, style)};
  if (first == Label::kUpdated) std::swap(moments.published, moments.modified);
  const bool has_both = !moments.published.empty() && !moments.modified.empty();
  return has_both && IsEarlier(moments) ? moments : MomentsOfLine{};
}

}  // namespace

lexicon::Label LabelBefore(const html::Document& page, NodeId node,
                           const dates::DateStyle& style) {
  int looked_at = 0;
  for (int up = 0; up < 3 && node != kNoNode; ++up) {
    for (NodeId before = page.previous_sibling(node);
         before != kNoNode && looked_at < kMaxSiblings;
         before = page.previous_sibling(before), ++looked_at) {
      const std::string text = TextOf(page, before, kMaxBefore);
      if (lexicon::TrimMarks(text).empty()) continue;
      return LabelOfSibling(page, before, text, style);
    }
    node = page.parent(node);
  }
  return lexicon::Label::kNone;
}

lexicon::Label LabelOf(const html::Document& page, NodeId node,
                       std::string_view text, const dates::DateStyle& style) {
  const lexicon::Label own = lexicon::LabelAt(lexicon::TrimMarks(text)).label;
  return own != lexicon::Label::kNone ? own : LabelBefore(page, node, style);
}

std::vector<LabelledDate> LabelledDatesIn(std::string_view text,
                                          const dates::DateStyle& style) {
  std::vector<LabelledDate> found;
  const auto first = dates::FindDate(text, style);
  if (!first) return found;
  const lexicon::Label before = DateLabelIn(text.substr(0, first->begin));
  const std::string_view rest = text.substr(first->end);
  auto second = dates::FindDate(rest, style);
  if (!second) {
    found.push_back({*first, before});
    return found;
  }
  const lexicon::Label between = DateLabelIn(rest.substr(0, second->begin));
  const lexicon::Label after = DateLabelIn(rest.substr(second->end));
  const bool labels_follow =
      before == lexicon::Label::kNone && after != lexicon::Label::kNone;
  found.push_back({*first, labels_follow ? between : before});
  second->begin += first->end;
  second->end += first->end;
  found.push_back({*std::move(second), labels_follow ? after : between});
  return found;
}

MomentsOfLine MomentsIn(std::string_view text, const dates::DateStyle& style,
                        bool is_date_line) {
  using lexicon::Label;
  const std::vector<LabelledDate> found = LabelledDatesIn(text, style);
  if (found.empty()) return {};
  if (found.size() == 1) return MomentsOfOneDay(text, found[0].date, style);
  const Label first = found[0].label;
  const Label second = found[1].label;
  MomentsOfLine moments = {found[0].date.written, found[1].date.written};
  if (first == Label::kUpdated ||
      (first == Label::kNone && second == Label::kPublished)) {
    std::swap(moments.published, moments.modified);
  }
  if (first != Label::kNone && second != Label::kNone) {
    return first == second ? MomentsOfLine{} : moments;
  }
  const bool is_labelled = first != second;
  if (!is_labelled && !IsEarlier(moments)) {
    std::swap(moments.published, moments.modified);
  }
  moments.is_certain =
      second == Label::kUpdated || MayHaveLabels(found, text, style);
  const bool is_usable =
      is_labelled || (is_date_line && moments.is_certain &&
                      !lexicon::IsDateFiller(Between(found, text)));
  return is_usable && IsEarlier(moments) ? moments : MomentsOfLine{};
}

bool IsModified(const html::Document& page, const Mark& mark,
                std::string_view text, const dates::DateStyle& style) {
  if (Has(mark.parts, lexicon::Part::kModified)) {
    return !Has(mark.parts, lexicon::Part::kPublished);
  }
  if (Has(mark.parts, lexicon::Part::kPublished)) return false;
  const lexicon::Label own = lexicon::LabelAt(lexicon::TrimMarks(text)).label;
  if (lexicon::IsDateLabel(own)) return own == lexicon::Label::kUpdated;
  const NodeId parent = page.parent(mark.node);
  if (parent != kNoNode) {
    lexicon::PartSet parts =
        lexicon::PartsNamed(page.ValueOr(parent, Attr::kClass));
    parts |= lexicon::PartsOfProperty(page.ValueOr(parent, Attr::kItemprop));
    if (Has(parts, lexicon::Part::kModified) &&
        !Has(parts, lexicon::Part::kPublished))
      return true;
  }
  return LabelBefore(page, mark.node, style) == lexicon::Label::kUpdated;
}

}  // namespace newsmill::extract::metadata
