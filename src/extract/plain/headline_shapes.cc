#include "headline_shapes.h"

#include "extract/lexicon/boilerplate.h"

namespace newsmill::extract::plain {
namespace {

constexpr int32_t kMinHeadlineWords = 4;
constexpr int32_t kMinHeadlineColumns = 24;
constexpr int32_t kMaxKickerColumns = 30;
constexpr int32_t kMaxKickerWords = 3;

}  // namespace

bool IsTitleLike(const Line& line) {
  const text::Block& block = line.block;
  if (line.part == Part::kShortLine)
    return block.columns() <= text::kMaxTitleColumns;
  return line.part == Part::kParagraph && block.columns() <= 140 &&
         !block.text.ends_with('.') && !block.text.ends_with("。") &&
         !block.text.ends_with(':') && text::InnerSentenceEnds(block.text) == 0;
}

bool IsListItem(std::string_view text) {
  for (const std::string_view mark :
       {"- ", "* ", "• ", "– ", "— ", "· ", "● "}) {
    if (text.starts_with(mark)) return true;
  }
  const size_t digits = text.find_first_not_of("0123456789");
  return digits != text.npos && digits > 0 && digits < 4 &&
         (text[digits] == '.' || text[digits] == ')');
}

bool IsHeadlineSized(const text::Block& block) {
  return block.words() >= kMinHeadlineWords ||
         block.columns() >= kMinHeadlineColumns;
}

bool IsBreadcrumb(std::string_view text) {
  return text.find(" > ") != text.npos || text.find(" » ") != text.npos ||
         text.find(" › ") != text.npos || text.find(" >> ") != text.npos;
}

bool IsMenuSized(const text::Block& block) {
  return block.words() <= kMaxKickerWords && block.columns() <= 24 &&
         !IsBreadcrumb(block.text);
}

bool IsKicker(const text::Block& block, const text::Block& next) {
  if (lexicon::IsSectionName(text::Folded(block.text)) ||
      IsBreadcrumb(block.text))
    return true;
  const text::Measure& m = block.measure;
  const bool has_case = text::IsUpper(text::FirstCharacter(block.text));
  if (has_case && !m.has_lower && !m.has_wide && m.words <= 4) {
    return next.measure.has_lower;
  }
  return m.words <= kMaxKickerWords && m.columns <= kMaxKickerColumns &&
         next.columns() * 10 >= m.columns * 16 && !next.ends_sentence &&
         IsHeadlineSized(next);
}

}  // namespace newsmill::extract::plain
