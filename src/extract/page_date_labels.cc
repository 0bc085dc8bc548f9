#include "page_date_labels.h"

#include <algorithm>
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
using html::Tag;

constexpr size_t kMaxLabel = 60;
constexpr size_t kMaxBefore = 160;
constexpr size_t kMaxBehind = 60;  // a time and a verb

std::string TextOf(const html::Document& page, NodeId node, size_t max_bytes) {
  if (page.IsText(node)) return Tidy(page.text(node));
  return page.IsElement(node) ? TextBelow(page, node, max_bytes) : "";
}

/// An element that often holds a date alone, and no line.
bool IsWithinLine(const html::Document& page, NodeId node) {
  return page.Is(node, Tag::kTime) || page.Is(node, Tag::kSpan) ||
         page.Is(node, Tag::kEm) || page.Is(node, Tag::kStrong) ||
         page.Is(node, Tag::kB) || page.Is(node, Tag::kI) ||
         page.Is(node, Tag::kNobr);
}

/// `rest` of a text and what follows it in its line.
std::string Behind(const html::Document& page, NodeId node,
                   std::string_view rest) {
  std::string behind(rest);
  for (bool climbs = true; climbs;) {
    for (NodeId next = page.next_sibling(node);
         next != kNoNode && behind.size() < kMaxBehind;
         next = page.next_sibling(next)) {
      if (!page.IsText(next) && !IsWithinLine(page, next)) break;
      behind += ' ';
      behind += TextOf(page, next, kMaxBehind);
    }
    node = page.parent(node);
    climbs = IsWithinLine(page, node) && behind.size() < kMaxBehind;
  }
  return Folded(TruncateUtf8(behind, kMaxBehind));
}

/// That of the first verb.
Label LabelBehind(std::string_view behind) {
  Label label = Label::kNone;
  size_t first = behind.size();
  for (const TrailingVerb& verb : TrailingVerbs()) {
    const size_t at = behind.find(verb.word);
    if (at >= first) continue;
    first = at;
    label = verb.label;
  }
  return label;
}

}  // namespace

Label LabelBefore(const html::Document& page, NodeId node) {
  for (int up = 0; up < 3 && node != kNoNode; ++up) {
    for (NodeId before = page.previous_sibling(node); before != kNoNode;
         before = page.previous_sibling(before)) {
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

Label LabelAround(const html::Document& page, NodeId node,
                  std::string_view text, size_t date_end) {
  const Label own = LabelAt(TrimMarks(text)).label;
  if (own != Label::kNone) return own;
  const Label before = LabelBefore(page, node);
  if (before != Label::kNone) return before;
  return LabelBehind(Behind(page, node, text.substr(date_end)));
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
