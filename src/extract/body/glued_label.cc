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

/// Returns whether the text has four digits in a row, as a date with a year
/// does. A time or a day without a year may be part of an article.
bool HasYear(std::string_view text) {
  constexpr int kDigitsOfYear = 4;
  int digits = 0;
  return std::ranges::any_of(text, [&](char each) {
    digits = IsAsciiDigit(each) ? digits + 1 : 0;
    return digits == kDigitsOfYear;
  });
}

/// Returns whether the tag or the names of the node are those of a date, a
/// kicker, or the caption of a picture in the same element. The place in "<span
/// class=dateline>NORRBY" is part of the article.
bool NamesLabel(const html::Document& page, NodeId element, NodeId node,
                std::string_view text) {
  const bool has_year = HasYear(text);
  if (page.Is(node, Tag::kTime)) return has_year;
  for (const Attr attribute : {Attr::kClass, Attr::kId, Attr::kItemprop}) {
    const std::string_view name = page.ValueOr(node, attribute);
    if (name.empty() || name.find("dateline") != name.npos) continue;
    const lexicon::PartSet parts =
        lexicon::PartsNamed(name) | lexicon::PartsOfProperty(name);
    const bool is_caption = lexicon::Has(parts, Part::kCaption) ||
                            name.find("attribution") != name.npos;
    if (NamesKicker(name) || (has_year && lexicon::Has(parts, Part::kDate)) ||
        (is_caption &&
         page.FirstDescendant(element, Tag::kImg) != html::kNoNode)) {
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

/// Returns whether a mark is between the label and the rest. The label is then
/// the name of a speaker, a place or a salutation: "Jane Doe:", "NORRBY —".
bool LeadsIntoText(std::string_view label, std::string_view rest) {
  static constexpr auto kMarks = std::to_array<std::string_view>(
      {":", ",", ".", "!", "?", "-", "–", "—", "：", "，", "、", "。", "،"});
  return std::ranges::any_of(kMarks, [&](std::string_view mark) {
    return label.ends_with(mark) || TrimBlanks(rest).starts_with(mark);
  });
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
        (!page.IsText(node) && NamesLabel(page, element, node, label) &&
         !LeadsIntoText(label, text.substr(label.size())))) {
      label_bytes = label.size();
    }
  }
  if (label_bytes == 0) return 0;
  const size_t rest = text.find_first_not_of(" :|-", label_bytes);
  if (rest == text.npos || !IsParagraph(text.substr(rest))) return 0;
  return rest;
}

}  // namespace newsmill::extract::body
