#include "author_places.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/bylines/author_names.h"
#include "extract/bylines/names.h"
#include "extract/bylines/roles.h"
#include "extract/text/characters.h"

namespace newsmill::extract::metadata {
namespace {

using html::Attr;
using html::Document;
using html::kNoNode;
using html::NodeId;

constexpr int kMaxSteps = 60;
// Maximum number of bytes below the headline that are searched for a byline.
constexpr size_t kMaxLines = 700;

/// Returns whether `name` is in another microdata item within the item
/// `author`. Such a name is not the name of the author, but may be the name of
/// the employer.
bool IsInNestedItem(const Document& page, NodeId name, NodeId author) {
  for (NodeId node = page.parent(name); node != author && node != kNoNode;
       node = page.parent(node)) {
    if (page.Find(node, Attr::kItemscope)) return true;
  }
  return false;
}

bool IsInline(const Document& page, NodeId node) {
  static constexpr std::array<html::Tag, 9> kInline = {
      html::Tag::kA,      html::Tag::kB,    html::Tag::kI,
      html::Tag::kEm,     html::Tag::kSpan, html::Tag::kSmall,
      html::Tag::kStrong, html::Tag::kTime, html::Tag::kFont};
  return std::ranges::any_of(kInline,
                             [&](html::Tag tag) { return page.Is(node, tag); });
}

bool IsCode(const Document& page, NodeId node) {
  return page.Is(node, html::Tag::kScript) ||
         page.Is(node, html::Tag::kStyle) ||
         page.Is(node, html::Tag::kNoscript) ||
         page.Is(node, html::Tag::kTemplate);
}

/// Returns whether the node is a menu, aside or footer that does not belong to
/// the article. An aside or footer within <article> or <main> belongs to the
/// article.
bool IsBeside(const Document& page, NodeId node) {
  if (!page.Is(node, html::Tag::kAside) && !page.Is(node, html::Tag::kFooter)) {
    return page.Is(node, html::Tag::kNav);
  }
  while (node != kNoNode && !page.Is(node, html::Tag::kArticle) &&
         !page.Is(node, html::Tag::kMain)) {
    node = page.parent(node);
  }
  return node == kNoNode;
}

/// Returns the nearest element around `text` that is not inline. Returns `text`
/// itself if that element contains the headline.
NodeId LineAround(const Document& page, NodeId text, NodeId headline) {
  NodeId line = page.parent(text);
  while (IsInline(page, line) && page.parent(line) != kNoNode) {
    line = page.parent(line);
  }
  return IsAncestor(page, line, headline) ? text : line;
}

}  // namespace

bool IsMediaOrCommentCreator(const Document& page, const Mark& mark) {
  if (!mark.is_property) return false;
  const bool creates =
      page.ValueOr(mark.node, Attr::kItemprop).find("creator") !=
      std::string_view::npos;
  for (NodeId node = page.parent(mark.node); node != kNoNode;
       node = page.parent(node)) {
    if (page.Is(node, html::Tag::kFigcaption)) return true;
    if (page.Is(node, html::Tag::kFigure) && creates) return true;
    const std::string_view type = page.ValueOr(node, Attr::kItemtype);
    if (type.empty()) continue;
    return std::ranges::any_of(
        std::array<std::string_view, 5>{"ImageObject", "Photograph",
                                        "MediaObject", "VideoObject",
                                        "Comment"},
        [&](std::string_view each) { return type.ends_with(each); });
  }
  return false;
}

std::string NamesInProperty(const Document& page, const Mark& mark) {
  if (!mark.is_property) return "";
  std::string names;
  for (const NodeId node : page.Descendants(mark.node)) {
    if (!page.IsElement(node)) continue;
    if (page.ValueOr(node, Attr::kItemprop) != "name") continue;
    std::string name(page.ValueOr(node, Attr::kContent));
    if (name.empty()) name = TextBelow(page, node, kMaxBylineText);
    if (!names.empty() && (IsInNestedItem(page, node, mark.node) ||
                           bylines::BylineOf(name).authors.empty())) {
      continue;
    }
    if (!names.empty()) names += ", ";
    names += name;
    if (names.size() > kMaxBylineText) break;
  }
  return names;
}

void CutNamesAtTextEnds(const Document& page, const Mark& mark,
                        std::vector<std::string>& names) {
  int steps = 0;
  for (const NodeId node : page.Descendants(mark.node)) {
    if (++steps > kMaxSteps) return;
    if (!page.IsText(node)) continue;
    const std::string text = text::Tidy(page.text(node));
    if (text::MeasureOf(text).words < 2) continue;
    for (std::string& name : names) {
      if (name.size() > text.size() && name.starts_with(text)) name = text;
    }
  }
}

void DropNamesInRoles(const Document& page, const Mark& mark,
                      std::vector<std::string>& names) {
  if (names.size() < 2) return;
  int steps = 0;
  for (const NodeId node : page.Descendants(mark.node)) {
    if (++steps > kMaxSteps) return;
    if (!page.IsText(node)) continue;
    const std::string text = text::Tidy(page.text(node));
    if (!bylines::HoldsRole(text)) continue;
    const bylines::Names found =
        bylines::NamesIn(text, bylines::NameSource::kText, {});
    if (!found.people.empty()) continue;
    std::erase_if(names, [&](const std::string& name) {
      return text.find(name) != text.npos;
    });
  }
}

std::vector<std::string> LinesBelowHeadline(const Document& page,
                                            NodeId headline) {
  std::vector<std::string> lines;
  if (headline == kNoNode) return lines;
  size_t bytes = 0;
  NodeId node = page.NextAfterSubtree(headline, page.root());
  for (int steps = 0; steps < kMaxSteps && node != kNoNode; ++steps) {
    if (!page.IsText(node)) {
      node = IsCode(page, node) || IsBeside(page, node)
                 ? page.NextAfterSubtree(node, page.root())
                 : page.Next(node, page.root());
      continue;
    }
    const NodeId block = LineAround(page, node, headline);
    std::string line = page.IsText(block)
                           ? text::Tidy(page.text(block))
                           : TextBelow(page, block, kMaxBylineText + 1);
    node = page.NextAfterSubtree(block, page.root());
    bytes += line.size();
    if (line.size() > kMaxBylineText || bytes > kMaxLines) return lines;
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace newsmill::extract::metadata
