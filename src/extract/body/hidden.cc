#include "hidden.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "newsmill/base/ascii.h"

namespace newsmill::extract::body {
namespace {

using html::Attr;
using html::NodeId;
using html::Tag;

/// Returns whether `text` ends with `name`, in upper or lower case.
bool EndsWithName(std::string_view text, std::string_view name) {
  return text.size() >= name.size() &&
         EqualsIgnoringCase(text.substr(text.size() - name.size()), name);
}

bool HidesNode(const html::Document& page, NodeId node) {
  return page.Find(node, Attr::kHidden) ||
         EqualsIgnoringCase(page.ValueOr(node, Attr::kAriaHidden), "true") ||
         StyleHides(page.ValueOr(node, Attr::kStyle));
}

NodeId FirstElement(const html::Document& page, NodeId node) {
  node = page.first_child(node);
  while (node != html::kNoNode && !page.IsElement(node)) {
    node = page.next_sibling(node);
  }
  return node;
}

/// Returns the nearest element before or after `node` that is not hidden.
/// Looks at a few siblings only.
template <typename Step>
NodeId Neighbour(const html::Document& page, NodeId node, Step step) {
  constexpr int kMaxSteps = 16;
  for (int i = 0; i < kMaxSteps && node != html::kNoNode; ++i) {
    node = step(node);
    if (node != html::kNoNode && page.IsElement(node) &&
        !HidesNode(page, node)) {
      return node;
    }
  }
  return html::kNoNode;
}

/// Returns whether the element is a link that leads to no other page.
bool IsLinkInPage(const html::Document& page, NodeId node) {
  const std::string_view href = page.ValueOr(node, Attr::kHref);
  return page.Is(node, Tag::kA) &&
         (href.empty() || href.starts_with('#') ||
          StartsWithIgnoringCase(href, "javascript:"));
}

/// Returns whether the reader opens something with the element.
bool IsControl(const html::Document& page, NodeId node) {
  const Tag tag = page.tag(node);
  const std::string_view role = page.ValueOr(node, Attr::kRole);
  return tag == Tag::kButton || tag == Tag::kSummary || tag == Tag::kDt ||
         tag == Tag::kLabel || role == "button" || role == "tab" ||
         page.Find(node, Attr::kAriaExpanded) ||
         page.Find(node, Attr::kOnclick) || IsLinkInPage(page, node);
}

/// Returns whether the element is a control, or begins with a control.
bool BeginsWithControl(const html::Document& page, NodeId node) {
  constexpr int kLevels = 3;
  for (int i = 0; i < kLevels && node != html::kNoNode; ++i) {
    if (IsControl(page, node)) return true;
    node = FirstElement(page, node);
  }
  return false;
}

/// Returns whether the text of the element is a question.
bool IsQuestion(const html::Document& page, NodeId node) {
  static constexpr auto kMarks =
      std::to_array<std::string_view>({"?", "？", "؟"});
  std::string text;
  page.AppendText(node, text);
  return EndsWithAny(TrimBlanks(text), kMarks);
}

std::string_view FirstClass(const html::Document& page, NodeId node) {
  std::string_view names = page.ValueOr(node, Attr::kClass);
  return TakeWord(names);
}

/// Returns whether a hidden element and its visible neighbour are parts of a
/// set of which readers see one at a time: slides, tabs, pages.
bool AreOfOneSet(const html::Document& page, NodeId node, NodeId neighbour) {
  const std::string_view name = FirstClass(page, node);
  return !name.empty() && page.tag(node) == page.tag(neighbour) &&
         name == FirstClass(page, neighbour);
}

/// Returns whether the reader can open the hidden element: a control or a
/// question is beside it, or it is one of a set.
bool IsOpenable(const html::Document& page, NodeId node) {
  const NodeId before = Neighbour(
      page, node, [&](NodeId each) { return page.previous_sibling(each); });
  const NodeId after = Neighbour(
      page, node, [&](NodeId each) { return page.next_sibling(each); });
  if (before != html::kNoNode &&
      (BeginsWithControl(page, before) || IsQuestion(page, before) ||
       AreOfOneSet(page, node, before))) {
    return true;
  }
  return after != html::kNoNode &&
         (BeginsWithControl(page, after) || AreOfOneSet(page, node, after));
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
      if (id) ids.insert(*id);
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
    hidden[i] = levels[i] == 0 && !IsOpenable(page, element.node) &&
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

bool StyleHides(std::string_view style) {
  style = TrimBlanks(style);  // else each TrimBlanks below reads these blanks
  for (size_t at = style.find(':'); at != style.npos;
       at = style.find(':', at + 1)) {
    const std::string_view value = TrimBlanks(style.substr(at + 1));
    const std::string_view name = TrimBlanks(style.substr(0, at));
    if (StartsWithIgnoringCase(value, "none") &&
        EndsWithName(name, "display")) {
      return true;
    }
    if ((value.starts_with("-999") || value.starts_with("-1000")) &&
        (EndsWithName(name, "left") || EndsWithName(name, "top"))) {
      return true;
    }
    // An animation makes the element visible.
    if (StartsWithIgnoringCase(value, "hidden") &&
        EndsWithName(name, "visibility") &&
        style.find("animation") == style.npos) {
      return true;
    }
  }
  return false;
}

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
