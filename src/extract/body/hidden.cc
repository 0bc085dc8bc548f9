#include "hidden.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace newsmill::extract::body {
namespace {

using html::Attr;
using html::NodeId;
using html::Tag;

NodeId PreviousElement(const html::Document& page, NodeId node) {
  do {
    node = page.previous_sibling(node);
  } while (node != html::kNoNode && !page.IsElement(node));
  return node;
}

NodeId FirstElement(const html::Document& page, NodeId node) {
  node = page.first_child(node);
  while (node != html::kNoNode && !page.IsElement(node)) {
    node = page.next_sibling(node);
  }
  return node;
}

/// Returns whether the reader opens something with the element.
bool IsControl(const html::Document& page, NodeId node) {
  const Tag tag = page.tag(node);
  return tag == Tag::kButton || tag == Tag::kSummary || tag == Tag::kDt ||
         page.Find(node, Attr::kAriaExpanded).has_value();
}

/// Returns whether a control is right before the element: a button, or a
/// heading with a button.
bool FollowsControl(const html::Document& page, NodeId node) {
  constexpr int kLevels = 3;
  NodeId before = PreviousElement(page, node);
  for (int i = 0; i < kLevels && before != html::kNoNode; ++i) {
    if (IsControl(page, before)) return true;
    before = FirstElement(page, before);
  }
  return false;
}

/// The ids of the elements that controls of the page open. Reads the page at
/// the first call.
class ControlledIds {
 public:
  explicit ControlledIds(const html::Document& page) : page_(page) {}

  bool Contain(std::string_view id) {
    if (!ids_) ids_ = Read();
    return ids_->contains(id);
  }

 private:
  std::unordered_set<std::string_view> Read() const {
    std::unordered_set<std::string_view> ids;
    for (const NodeId node : page_.Descendants(page_.html())) {
      if (!page_.IsElement(node)) continue;
      const auto id = page_.Find(node, Attr::kAriaControls);
      if (id && IsControl(page_, node)) ids.insert(*id);
    }
    return ids;
  }

  const html::Document& page_;
  std::optional<std::unordered_set<std::string_view>> ids_;
};

// The parts of a page that may hide text of the article until the reader opens
// a box or subscribes.
constexpr lexicon::PartSet kOpened =
    SetOf(lexicon::Part::kBox, lexicon::Part::kPaywall);

bool Hides(const OutlineElement& element) {
  return element.hidden || element.aria_hidden;
}

/// Returns for each element whether its text is hidden, and the reader has no
/// control that opens it.
std::vector<bool> HiddenElements(const html::Document& page,
                                 const Outline& outline) {
  constexpr int kLevels = 6;  // of text in a box
  ControlledIds controlled(page);
  std::vector<bool> hidden(outline.elements.size());
  std::vector<int> levels(outline.elements.size());
  for (size_t i = 1; i < hidden.size(); ++i) {
    const OutlineElement& element = outline.elements[i];
    const bool is_box =
        (element.names & kOpened) != 0 || element.tag == Tag::kDetails;
    levels[i] = is_box ? kLevels : std::max(0, levels[element.parent] - 1);
    if (!Hides(element)) continue;
    hidden[i] = hidden[element.parent];
    if (Hides(outline.elements[element.parent])) continue;
    const auto id = page.Find(element.node, Attr::kId);
    hidden[i] = levels[i] == 0 && !FollowsControl(page, element.node) &&
                !(id && controlled.Contain(*id));
  }
  return hidden;
}

/// Returns whether the hidden blocks have more prose than the visible blocks.
/// A copy of visible prose does not count.
bool HidesMostProse(const Outline& outline, const auto& is_hidden) {
  std::vector<const TextBlock*> hidden;
  std::vector<const TextBlock*> visible;
  for (const TextBlock& block : outline.blocks) {
    if (LooksLikeProse(block)) {
      (is_hidden(block) ? hidden : visible).push_back(&block);
    }
  }
  if (hidden.empty()) return false;
  std::unordered_set<std::string_view> texts;
  uint64_t visible_words = 0;
  for (const TextBlock* block : visible) {
    visible_words += block->words;
    texts.insert(outline.TextOf(*block));
  }
  uint64_t hidden_words = 0;
  for (const TextBlock* block : hidden) {
    if (!texts.contains(outline.TextOf(*block))) hidden_words += block->words;
  }
  return hidden_words > visible_words;
}

}  // namespace

void LeaveOutHidden(const html::Document& page, Outline& outline) {
  const auto may_be_hidden = [&](const TextBlock& block) {
    return Hides(outline.elements[block.element]);
  };
  if (std::ranges::none_of(outline.blocks, may_be_hidden)) return;
  const std::vector<bool> elements = HiddenElements(page, outline);
  const auto is_hidden = [&](const TextBlock& block) {
    return elements[block.element];
  };
  if (HidesMostProse(outline, is_hidden)) return;
  std::ranges::copy_if(outline.blocks,
                       std::back_inserter(outline.hidden_blocks), is_hidden);
  std::erase_if(outline.blocks, is_hidden);
}

}  // namespace newsmill::extract::body
