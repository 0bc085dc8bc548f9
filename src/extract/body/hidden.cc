#include "hidden.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extract/text/value_cache.h"

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
         page.Find(node, "aria-expanded").has_value();
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

/// Returns the ids of the elements that controls of the page open.
std::unordered_set<std::string_view> ControlledIds(const html::Document& page) {
  std::unordered_set<std::string_view> ids;
  for (const NodeId node : page.Descendants(page.html())) {
    if (!page.IsElement(node) || !IsControl(page, node)) continue;
    const auto id = page.Find(node, "aria-controls");
    if (id) ids.insert(*id);
  }
  return ids;
}

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
  const auto controlled = ControlledIds(page);
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
                !(id && controlled.contains(*id));
  }
  return hidden;
}

}  // namespace

void LeaveOutHidden(const html::Document& page, Outline& outline) {
  if (std::ranges::none_of(outline.elements, Hides)) return;
  const std::vector<bool> elements = HiddenElements(page, outline);
  const auto is_hidden = [&](const TextBlock& block) {
    return elements[block.element];
  };
  uint64_t visible = 0;
  std::unordered_set<uint32_t> texts;
  for (const TextBlock& block : outline.blocks) {
    if (is_hidden(block) || !LooksLikeProse(block)) continue;
    visible += block.words;
    texts.insert(text::HashOfBytes(outline.TextOf(block)));
  }
  uint64_t hidden = 0;
  for (const TextBlock& block : outline.blocks) {
    if (is_hidden(block) && LooksLikeProse(block) &&
        !texts.contains(text::HashOfBytes(outline.TextOf(block)))) {
      hidden += block.words;
    }
  }
  if (hidden > visible) return;
  std::ranges::copy_if(outline.blocks,
                       std::back_inserter(outline.hidden_blocks), is_hidden);
  std::erase_if(outline.blocks, is_hidden);
}

}  // namespace newsmill::extract::body
