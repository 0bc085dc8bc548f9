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
