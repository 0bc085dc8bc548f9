#include "page_date_labels.h"

#include <string>

#include "characters.h"
#include "labels.h"
#include "newsmill/base/utf8.h"
#include "page_cues.h"

namespace newsmill::extract {
namespace {

using html::Attr;
using html::kNoNode;
using html::NodeId;

constexpr int kMaxSiblings = 40;  // most of them empty
constexpr size_t kMaxLabel = 60;
constexpr size_t kMaxBefore = 160;

std::string TextOf(const html::Document& page, NodeId node, size_t max_bytes) {
  if (page.IsText(node)) {
    return Tidy(TruncateUtf8(page.text(node), max_bytes));
  }
  return page.IsElement(node) ? TextBelow(page, node, max_bytes) : "";
}

}  // namespace

Label LabelBefore(const html::Document& page, NodeId node) {
  int looked_at = 0;
  for (int up = 0; up < 3 && node != kNoNode; ++up) {
    for (NodeId before = page.previous_sibling(node);
         before != kNoNode && looked_at < kMaxSiblings;
         before = page.previous_sibling(before), ++looked_at) {
      const std::string text = TextOf(page, before, kMaxBefore);
      if (TrimMarks(text).empty()) continue;
      // What stands alone needs no colon to be a label.
      return text.size() > kMaxLabel
                 ? Label::kNone
                 : LabelAt(std::string(TrimMarks(text)) + ":").label;
    }
    node = page.parent(node);
  }
  return Label::kNone;
}

Label LabelOf(const html::Document& page, NodeId node, std::string_view text) {
  const Label own = LabelAt(TrimMarks(text)).label;
  return own != Label::kNone ? own : LabelBefore(page, node);
}

bool IsModified(const html::Document& page, const Mark& mark,
                std::string_view text) {
  if ((mark.cues & kCueModified) != 0) {
    return (mark.cues & kCuePublished) == 0;
  }
  if ((mark.cues & kCuePublished) != 0) return false;
  if (LabelAt(TrimMarks(text)).label == Label::kUpdated) return true;
  const NodeId parent = page.parent(mark.node);
  if (parent != kNoNode) {
    uint32_t cues = CuesOfWords(page.ValueOr(parent, Attr::kClass));
    cues |= CuesOfProperty(page.ValueOr(parent, Attr::kItemprop));
    if ((cues & kCueModified) != 0 && (cues & kCuePublished) == 0) return true;
  }
  return LabelBefore(page, mark.node) == Label::kUpdated;
}

}  // namespace newsmill::extract
