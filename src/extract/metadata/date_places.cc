#include "date_places.h"

#include <string>

#include "date_line.h"
#include "extract/dates/dateline.h"
#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {
namespace {

using html::kNoNode;
using html::NodeId;
using html::Tag;

constexpr size_t kMaxBlock = 300;
constexpr int kMaxLevels = 5;
constexpr std::string_view kInSentence = "a date inside other text";

/// Returns the nearest ancestor with one of the two tags, or kNoNode.
NodeId AncestorOf(const html::Document& page, NodeId node, Tag tag, Tag other) {
  node = page.parent(node);
  for (int up = 0; up < kMaxLevels && node != kNoNode; ++up) {
    if (page.Is(node, tag) || page.Is(node, other)) return node;
    node = page.parent(node);
  }
  return kNoNode;
}

/// Returns whether elements with the tag contain no prose of the article.
bool IsNoProse(Tag tag) {
  switch (tag) {
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kTemplate:
    case Tag::kNoscript:
    case Tag::kNav:
    case Tag::kAside:
    case Tag::kFigure:
    case Tag::kA:
      return true;
    default:
      return false;
  }
}

/// Returns whether the text is not a sentence: it does not end like a sentence,
/// or it begins with a label.
bool IsNoSentence(std::string_view text) {
  return !text::EndsSentence(text) ||
         lexicon::LabelAt(text).label != lexicon::Label::kNone;
}

/// Returns the first long text after the headline, or kNoNode.
NodeId FirstProseAfter(const html::Document& page, NodeId headline) {
  constexpr int32_t kFewestColumns = 80;
  const NodeId top = page.root();
  for (NodeId node = page.NextAfterSubtree(headline, top); node != kNoNode;) {
    if (page.IsText(node) && page.text(node).size() >= kFewestColumns &&
        text::MeasureOf(text::Tidy(page.text(node))).columns >=
            kFewestColumns) {
      return node;
    }
    node = IsNoProse(page.tag(node)) ? page.NextAfterSubtree(node, top)
                                     : page.Next(node, top);
  }
  return kNoNode;
}

/// Returns whether a descendant is a link with at least four words. Such a link
/// is the title of another work.
bool HasTitledLink(const html::Document& page, NodeId top) {
  constexpr int32_t kFewestWords = 4;
  int steps = 0;
  for (NodeId node = page.first_child(top); node != kNoNode && steps < 60;
       node = page.Next(node, top), ++steps) {
    if (page.Is(node, Tag::kA) &&
        text::MeasureOf(TextBelow(page, node, kMaxBlock)).words >=
            kFewestWords) {
      return true;
    }
  }
  return false;
}

/// Returns the next or previous sibling that is not blank, or kNoNode.
template <typename Step>
NodeId Neighbour(const html::Document& page, NodeId node, Step step) {
  do {
    node = step(node);
  } while (node != kNoNode && page.IsText(node) &&
           TrimBlanks(page.text(node)).empty());
  return node;
}

/// Returns whether the node is a whole line of `block`. The node must be a
/// child of `block`. On each side of the node, there must be a line break or
/// the end of `block`.
bool IsOwnLine(const html::Document& page, NodeId node, NodeId block) {
  const auto is_end = [&](NodeId beside) {
    return beside == kNoNode || page.Is(beside, Tag::kBr);
  };
  return page.parent(node) == block &&
         is_end(
             Neighbour(page, node,
                       [&](NodeId at) { return page.previous_sibling(at); })) &&
         is_end(Neighbour(page, node,
                          [&](NodeId at) { return page.next_sibling(at); }));
}

/// Returns whether the element is at the start of the paragraph `block`, like a
/// dateline. Returns false for a `time` element.
bool BeginsParagraph(const html::Document& page, NodeId node, NodeId block) {
  return block != kNoNode && page.Is(block, Tag::kP) &&
         page.parent(node) == block && !page.Is(node, Tag::kTime) &&
         Neighbour(page, node, [&](NodeId at) {
           return page.previous_sibling(at);
         }) == kNoNode;
}

/// Returns whether the line is a remark in brackets directly after a link: "(3
/// May 2021)" in "<a>Boat breaks down</a> (3 May 2021)".
bool IsRemarkOnLink(const html::Document& page, NodeId node,
                    std::string_view line) {
  const NodeId before = page.previous_sibling(node);
  return line.starts_with('(') && before != kNoNode && page.Is(before, Tag::kA);
}

}  // namespace

bool DatePlaces::IsAfterProse(NodeId node) {
  if (headline_ == kNoNode) return false;
  if (!prose_) prose_ = FirstProseAfter(page_, headline_);
  // The numbers of text nodes follow the order of the page source. A text with
  // a greater number is therefore later on the page.
  return *prose_ != kNoNode && node > *prose_;
}

std::string_view DatePlaces::ObjectionToLabelled(NodeId node) const {
  const NodeId item = AncestorOf(page_, node, Tag::kLi, Tag::kLi);
  return item != kNoNode && HasTitledLink(page_, item)
             ? "in a list item about another work"
             : "";
}

std::string_view DatePlaces::ObjectionTo(NodeId node, std::string_view line,
                                         bool is_labelled) {
  const bool late = IsAfterProse(node);
  if (is_labelled) return late ? ObjectionToLabelled(node) : "";
  if (late && AncestorOf(page_, node, Tag::kA, Tag::kA) != kNoNode) {
    return "in a link of the text";
  }
  if (IsRemarkOnLink(page_, node, line)) return "a remark on a link";
  const NodeId block = AncestorOf(page_, node, Tag::kP, Tag::kLi);
  if (line.empty() && BeginsParagraph(page_, node, block)) return "";
  const std::string text = block == kNoNode || IsOwnLine(page_, node, block)
                               ? std::string(line)
                               : TextBelow(page_, block, kMaxBlock);
  if (text.empty() || (!late && IsNoSentence(text)) ||
      HasOnlyDetails(text, style_, language_) ||
      (!late && !dates::DateOfDateline(text, style_).empty())) {
    return "";
  }
  const bool is_list = block != kNoNode && (page_.Is(block, Tag::kLi) ||
                                            HasTitledLink(page_, block));
  return !is_list && HasDateSegment(text, style_) ? "" : kInSentence;
}

}  // namespace newsmill::extract::metadata
