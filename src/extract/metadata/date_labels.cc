#include "date_labels.h"

#include <string>

#include "extract/lexicon/labels.h"
#include "extract/lexicon/part_names.h"
#include "extract/text/characters.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::metadata {
namespace {

using html::Attr;
using html::kNoNode;
using html::NodeId;

constexpr int kMaxSiblings = 40;  // most of them empty
constexpr size_t kMaxLabel = 60;
constexpr size_t kMaxBefore = 160;

std::string TextOf(const html::Document& page, NodeId node, size_t max_bytes) {
  if (page.IsText(node)) {
    return text::Tidy(TruncateUtf8(page.text(node), max_bytes));
  }
  return page.IsElement(node) ? TextBelow(page, node, max_bytes) : "";
}

bool IsDateLabel(lexicon::Label label) {
  return label == lexicon::Label::kPublished ||
         label == lexicon::Label::kUpdated;
}

/// Returns the last label of a date in `text`. "Date" right after "Updated" is
/// a part of that label: "Last updated date:".
lexicon::Label DateLabelIn(std::string_view text) {
  using lexicon::Label;
  Label found = Label::kNone;
  size_t end = 0;  // end of the label that was found
  bool begins = true;
  for (size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (begins || text::IsWide(text::FirstCharacter(rest))) {
      const lexicon::Labelled here = lexicon::LabelAt(rest);
      const bool goes_on =
          found == Label::kUpdated && i >= end &&
          lexicon::TrimMarks(text.substr(end, i - end)).empty();
      if (IsDateLabel(here.label) && !goes_on) {
        found = here.label;
        end = i + here.bytes;
      }
    }
    begins = !text::IsLetter(NextCharacter(text, i));
  }
  return found;
}

}  // namespace

lexicon::Label LabelBefore(const html::Document& page, NodeId node) {
  int looked_at = 0;
  for (int up = 0; up < 3 && node != kNoNode; ++up) {
    for (NodeId before = page.previous_sibling(node);
         before != kNoNode && looked_at < kMaxSiblings;
         before = page.previous_sibling(before), ++looked_at) {
      const std::string text = TextOf(page, before, kMaxBefore);
      if (lexicon::TrimMarks(text).empty()) continue;
      // A whole text is a label even without a colon.
      return text.size() > kMaxLabel
                 ? lexicon::Label::kNone
                 : lexicon::LabelAt(std::string(lexicon::TrimMarks(text)) + ":")
                       .label;
    }
    node = page.parent(node);
  }
  return lexicon::Label::kNone;
}

lexicon::Label LabelOf(const html::Document& page, NodeId node,
                       std::string_view text) {
  const lexicon::Label own = lexicon::LabelAt(lexicon::TrimMarks(text)).label;
  return own != lexicon::Label::kNone ? own : LabelBefore(page, node);
}

std::vector<LabelledDate> LabelledDatesIn(std::string_view text,
                                          const dates::DateStyle& style) {
  std::vector<LabelledDate> found;
  const auto first = dates::FindDate(text, style);
  if (!first) return found;
  const lexicon::Label before = DateLabelIn(text.substr(0, first->begin));
  const std::string_view rest = text.substr(first->end);
  const auto second = dates::FindDate(rest, style);
  if (!second) {
    found.push_back({*first, before});
    return found;
  }
  const lexicon::Label between = DateLabelIn(rest.substr(0, second->begin));
  const lexicon::Label after = DateLabelIn(rest.substr(second->end));
  const bool labels_follow =
      before == lexicon::Label::kNone && after != lexicon::Label::kNone;
  found.push_back({*first, labels_follow ? between : before});
  found.push_back({*second, labels_follow ? after : between});
  return found;
}

bool IsModified(const html::Document& page, const Mark& mark,
                std::string_view text) {
  if (Has(mark.parts, lexicon::Part::kModified)) {
    return !Has(mark.parts, lexicon::Part::kPublished);
  }
  if (Has(mark.parts, lexicon::Part::kPublished)) return false;
  if (lexicon::LabelAt(lexicon::TrimMarks(text)).label ==
      lexicon::Label::kUpdated)
    return true;
  const NodeId parent = page.parent(mark.node);
  if (parent != kNoNode) {
    lexicon::PartSet parts =
        lexicon::PartsNamed(page.ValueOr(parent, Attr::kClass));
    parts |= lexicon::PartsOfProperty(page.ValueOr(parent, Attr::kItemprop));
    if (Has(parts, lexicon::Part::kModified) &&
        !Has(parts, lexicon::Part::kPublished))
      return true;
  }
  return LabelBefore(page, mark.node) == lexicon::Label::kUpdated;
}

}  // namespace newsmill::extract::metadata
