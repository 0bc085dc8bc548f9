#include "glued_label.h"

#include <algorithm>
#include <array>
#include <string>

#include "credit_lines.h"
#include "extract/lexicon/page_parts.h"
#include "extract/lexicon/part_names.h"
#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::body {
namespace {

using html::Attr;
using html::NodeId;
using html::Tag;
using lexicon::Part;

constexpr int32_t kMaxLabelWords = 10;
constexpr size_t kMaxLabelBytes = 160;

/// Returns the first node with visible text in the subtree of `top`, or
/// kNoNode.
NodeId FirstText(const html::Document& page, NodeId top) {
  for (const NodeId node : page.Descendants(top)) {
    if (page.IsText(node) && !TrimBlanks(page.text(node)).empty()) return node;
  }
  return html::kNoNode;
}

/// Returns the tidy text of an element, or "" if it is too long for a label.
std::string TextOf(const html::Document& page, NodeId top) {
  if (page.IsText(top)) {
    const std::string_view text = page.text(top);
    return text.size() > 2 * kMaxLabelBytes ? "" : text::Tidy(text);
  }
  constexpr size_t kMaxNodes = 64;
  std::string all;
  size_t nodes = 0;
  for (const NodeId node : page.Descendants(top)) {
    if (page.IsText(node)) all += page.text(node);
    if (++nodes > kMaxNodes || all.size() > 2 * kMaxLabelBytes) return "";
  }
  return text::Tidy(all);
}

/// Returns whether a class or an id is the name of a kicker: a word for the
/// section or the kind of an article above its headline.
bool NamesKicker(std::string_view name) {
  static constexpr auto kKickers = std::to_array<std::string_view>(
      {"kicker", "slug", "eyebrow", "overline", "topline", "dachzeile",
       "spitzmarke", "rubric", "rubrik", "surtitre", "antetitulo", "cintillo",
       "occhiello", "supertitle", "pretitle", "story-label", "article-label"});
  return ContainsAny(LowerAscii(name), kKickers);
}

/// Returns whether the tag or the names of the element are those of a caption,
/// a credit, a date or a kicker. The place in "<span class=dateline>NORRBY" is
/// part of the article.
bool NamesLabel(const html::Document& page, NodeId node,
                std::string_view text) {
  const bool has_digit = std::ranges::any_of(text, IsAsciiDigit);
  if (page.Is(node, Tag::kTime)) return has_digit;
  for (const Attr attribute : {Attr::kClass, Attr::kId, Attr::kItemprop}) {
    const std::string_view name = page.ValueOr(node, attribute);
    if (name.empty() || name.find("dateline") != name.npos) continue;
    const lexicon::PartSet parts =
        lexicon::PartsNamed(name) | lexicon::PartsOfProperty(name);
    if (NamesKicker(name) || lexicon::Has(parts, Part::kCaption) ||
        name.find("attribution") != name.npos ||
        (has_digit && lexicon::Has(parts, Part::kDate))) {
      return true;
    }
  }
  return false;
}

/// Returns whether `text` goes on after the label like the first sentence of a
/// paragraph. The text after a name in a sentence goes on in lower case.
bool IsParagraph(std::string_view rest) {
  constexpr int32_t kFewestWords = 8;
  size_t first = 0;
  NextCharacter(rest, first);
  const bool goes_on = text::MeasureOf(rest.substr(0, first)).has_lower;
  return !goes_on && text::MeasureOf(rest).words >= kFewestWords;
}

/// Returns whether the node is an inline element or a text before `br`, so that
/// its text may be a label.
bool MayBeLabel(const html::Document& page, NodeId node) {
  if (!page.IsText(node)) return true;
  const NodeId next = page.next_sibling(node);
  return next != html::kNoNode && page.Is(next, Tag::kBr);
}

}  // namespace

size_t GluedLabelBytes(const html::Document& page, NodeId element,
                       std::string_view text) {
  size_t label_bytes = 0;
  for (NodeId node = FirstText(page, element);
       node != html::kNoNode && node != element; node = page.parent(node)) {
    const std::string label = TextOf(page, node);
    if (label.empty() || label.size() >= text.size() ||
        !text.starts_with(label)) {
      break;
    }
    if (!MayBeLabel(page, node) ||
        text::MeasureOf(label).words > kMaxLabelWords) {
      continue;
    }
    if (IsCreditLine(label) ||
        (!page.IsText(node) && NamesLabel(page, node, label))) {
      label_bytes = label.size();
    }
  }
  if (label_bytes == 0) return 0;
  const size_t rest = text.find_first_not_of(" :|-", label_bytes);
  if (rest == text.npos || !IsParagraph(text.substr(rest))) return 0;
  return rest;
}

}  // namespace newsmill::extract::body
