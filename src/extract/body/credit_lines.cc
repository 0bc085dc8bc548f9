#include "credit_lines.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extract/lexicon/labels.h"
#include "extract/lexicon/page_parts.h"
#include "extract/lexicon/phrases.h"
#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::body {
namespace {

using html::Tag;
using lexicon::Label;
using lexicon::Part;

constexpr int32_t kMaxCreditWords = 14;
// Maximum number of words of a credit that ends with a full stop.
constexpr int32_t kMaxNames = 6;

/// Returns whether the text has a label with a colon that names a picture, a
/// source or a date.
bool HasCreditLabel(std::string_view text) {
  const lexicon::Labelled found = lexicon::LabelAt(text);
  if (found.label == Label::kNone || found.label == Label::kAuthor) {
    return false;
  }
  const bool has_digit = std::ranges::any_of(text, IsAsciiDigit);
  if (lexicon::IsDateLabel(found.label) && !has_digit) return false;
  const std::string_view label = text.substr(0, found.bytes);
  return found.bytes < text.size() &&
         (label.find(':') != label.npos || label.find("：") != label.npos ||
          label.find("／") != label.npos || label.find("＝") != label.npos);
}

/// Returns whether the text is the name of a person or an agency: a few words
/// of which none begins in lower case.
bool MayBeName(std::string_view text) {
  constexpr int32_t kMaxNameWords = 4;
  const text::Measure measure = text::MeasureOf(text);
  if (measure.words == 0 || measure.words > kMaxNameWords) return false;
  const std::vector<std::string_view> words = Split(text, " ");
  return std::ranges::all_of(words, [](std::string_view word) {
    const int32_t first = text::FirstCharacter(word);
    return !text::IsLetter(first) || text::IsUpper(first) ||
           text::IsWide(first);
  });
}

/// Returns whether the text is "Photo by" or the like and a name.
bool NamesPhotographer(std::string_view text) {
  const lexicon::Labelled found = lexicon::LabelAt(text);
  if (found.label != Label::kEditor) return false;
  const std::vector<std::string_view> names =
      Split(text.substr(found.bytes), "/");
  return !names.empty() && std::ranges::all_of(names, MayBeName);
}

/// Returns whether the text after the name of a credit is a name or empty: its
/// first word begins in no lower case, nor do most of the others.
bool MayFollowCredit(std::string_view rest) {
  if (text::IsLetter(text::FirstCharacter(rest))) return false;
  if (TrimBlanks(rest).starts_with(':')) return true;
  for (const std::string_view word : {" of ", " de ", " by ", " von "}) {
    if (rest.starts_with(word)) rest.remove_prefix(word.size());
  }
  rest = TrimBlanks(rest);
  const std::vector<std::string_view> words = Split(rest, " ");
  const auto is_lower = [](std::string_view word) {
    const int32_t first = text::FirstCharacter(word);
    return text::IsLetter(first) && !text::IsUpper(first) &&
           !text::IsWide(first);
  };
  return !is_lower(rest) &&
         std::ranges::count_if(words, is_lower) * 2 <= std::ssize(words);
}

/// Returns whether the text begins with the name of a credit, or is the name of
/// an agency.
bool BeginsLikeCredit(std::string_view text) {
  static constexpr auto kBeginnings = std::to_array<std::string_view>(
      {"photo credit",   "image credit", "picture credit", "photo courtesy",
       "image courtesy", "courtesy of",  "file photo",     "image source",
       "getty images",   "bildquelle",   "bildnachweis",   "fotocredit",
       "fotonachweis",   "quelle bild",  "crédit photo",   "crédits photo",
       "crédits :",      "créditos:",    "crédito:",       "foto cortesía",
       "fot.",           "zdj.",         "图片来源",       "圖片來源",
       "写真提供",       "사진 제공",    "사진=",          "사진제공"});
  const std::string folded = text::Folded(text);
  return std::ranges::any_of(
             kBeginnings,
             [&](std::string_view beginning) {
               return folded.starts_with(beginning) &&
                      text.size() >= beginning.size() &&
                      MayFollowCredit(text.substr(beginning.size()));
             }) ||
         std::ranges::binary_search(lexicon::AgencyNames(), folded);
}

/// Returns whether the text is a row of names: "Jane Doe / Example Agency". One
/// name must have two words or be the name of an agency, so that "Life / Style"
/// is not a credit.
bool IsNameRow(std::string_view text) {
  const std::vector<std::string_view> names = Split(text, "/");
  if (names.size() < 2 || !std::ranges::all_of(names, MayBeName)) return false;
  return std::ranges::any_of(names, [](std::string_view name) {
    return name.find(' ') != name.npos ||
           std::ranges::binary_search(lexicon::AgencyNames(),
                                      text::Folded(name));
  });
}

bool IsCopyrightSign(std::string_view text) {
  return text.starts_with("©") || text.starts_with("(c) ") ||
         text.starts_with("(C) ") || text.starts_with("ⓒ");
}

/// Returns whether the element of the block is a caption or a credit. Its name
/// names no other part: "caption", but not "photo-story-body". A paragraph of
/// prose may be the lead.
bool IsNamedCaption(const TextBlock& block, const OutlineElement& element) {
  constexpr lexicon::PartSet kCaption = lexicon::SetOf(
      Part::kCaption, Part::kCaptionElement, Part::kFigure, Part::kContent);
  return (element.names & lexicon::SetOf(Part::kCaption)) != 0 &&
         (element.names & ~kCaption) == 0 && element.blocks == 1 &&
         !(block.tag == Tag::kP && block.ends_sentence &&
           LooksLikeProse(block));
}

/// Returns whether the block is a line in the text. A heading is not.
bool IsLine(const TextBlock& block) {
  return block.tag == Tag::kP || block.tag == Tag::kDiv ||
         block.tag == Tag::kSpan || block.tag == Tag::kFigcaption ||
         block.tag == Tag::kCenter || block.tag == Tag::kSection ||
         block.tag == Tag::kArticle;
}

}  // namespace

bool IsCreditLine(std::string_view text) {
  const std::string_view bare = Trim(text, " ()[]*");
  const int32_t words = text::MeasureOf(bare).words;
  if (words > kMaxCreditWords || text::InnerSentenceEnds(bare) > 0) {
    return false;
  }
  if (IsCopyrightSign(bare) || IsCopyrightSign(text)) return true;
  const bool may_end = words <= kMaxNames || !text::EndsSentence(bare);
  return may_end && (HasCreditLabel(bare) || IsNameRow(bare) ||
                     NamesPhotographer(bare) || BeginsLikeCredit(bare));
}

void DropCreditLines(const Outline& outline, Choices& choices) {
  std::vector<size_t> credits;
  for (size_t i = 0; i < choices.size(); ++i) {
    if (!choices[i].chosen) continue;
    const TextBlock& block = outline.blocks[i];
    if (IsLine(block) &&
        (IsNamedCaption(block, outline.elements[block.element]) ||
         IsCreditLine(outline.TextOf(block)))) {
      credits.push_back(i);
    } else if (LooksLikeProse(block)) {
      for (const size_t credit : credits) {
        choices[credit].Drop("a credit or a caption");
      }
      return;
    }
  }
}

}  // namespace newsmill::extract::body
