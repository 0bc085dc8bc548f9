#include "lines.h"

#include <utility>

namespace newsmill::extract::plain {
namespace {

constexpr int32_t kMinSentenceColumns = 40;
constexpr int32_t kMinUnfinishedColumns = 120;
// Number of blocks at the start of a text in which a paragraph may be a meta
// line. A later paragraph may be a meta line only near the end of the text.
constexpr size_t kHeadBlocks = 16;

bool IsProse(const text::Block& block) {
  if (block.columns() >= kMinUnfinishedColumns) return true;
  if (block.ends_sentence) return block.columns() >= kMinSentenceColumns;
  return block.text.ends_with(':') && block.columns() >= kMinSentenceColumns;
}

/// Returns whether the line may be a meta line (a line with a date, a byline or
/// a source). A line that looks like a menu entry may be a meta line, because
/// "Published:" is also a label.
bool MayBeByline(Part part, size_t index, size_t count) {
  if (part == Part::kLegal || part == Part::kTags ||
      part == Part::kOtherArticles) {
    return false;
  }
  return index < kHeadBlocks || part != Part::kParagraph || index + 8 >= count;
}

}  // namespace

std::vector<Line> ClassifiedLines(std::vector<text::Block> blocks,
                                  const dates::DateStyle& style) {
  std::vector<Line> lines;
  lines.reserve(blocks.size());
  const size_t count = blocks.size();
  for (text::Block& block : blocks) {
    Line line;
    line.part = lexicon::BoilerplateOf(block).value_or(
        IsProse(block) ? Part::kParagraph : Part::kShortLine);
    if (MayBeByline(line.part, lines.size(), count)) {
      if (auto meta = ReadMetaLine(block, style)) {
        line.part = Part::kByline;
        line.meta = *std::move(meta);
      }
    }
    line.block = std::move(block);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace newsmill::extract::plain
