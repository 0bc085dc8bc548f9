#include "roles.h"

#include <utility>

namespace newsmill::extract::plain {
namespace {

constexpr int32_t kMinSentenceColumns = 40;
constexpr int32_t kMinUnfinishedColumns = 120;
// Meta lines stand at the head or the foot; between them, a line with a date
// is a heading more often than a date line.
constexpr size_t kHeadBlocks = 16;

bool IsProse(const text::Block& block) {
  if (block.columns() >= kMinUnfinishedColumns) return true;
  if (block.ends_sentence) return block.columns() >= kMinSentenceColumns;
  return block.text.ends_with(':') && block.columns() >= kMinSentenceColumns;
}

Role RoleOf(const lexicon::Furniture furniture, const text::Block& block) {
  switch (furniture) {
    case lexicon::Furniture::kLine:
      return Role::kFurniture;
    case lexicon::Furniture::kEnd:
      return Role::kEnd;
    case lexicon::Furniture::kCopyright:
      return Role::kCopyright;
    case lexicon::Furniture::kTags:
      return Role::kTags;
    case lexicon::Furniture::kNone:
      break;
  }
  return IsProse(block) ? Role::kProse : Role::kShort;
}

/// A menu entry that names nothing may still be the date line: "Published:".
bool MayBeMeta(Role role, size_t index, size_t count) {
  if (role == Role::kCopyright || role == Role::kTags || role == Role::kEnd) {
    return false;
  }
  return index < kHeadBlocks || role != Role::kProse || index + 8 >= count;
}

}  // namespace

std::vector<Part> PartsOf(std::vector<text::Block> blocks,
                          dates::DayOrder order) {
  std::vector<Part> parts;
  parts.reserve(blocks.size());
  const size_t count = blocks.size();
  for (text::Block& block : blocks) {
    Part part;
    part.role = RoleOf(lexicon::FurnitureOf(block), block);
    if (MayBeMeta(part.role, parts.size(), count)) {
      if (auto meta = ReadMetaLine(block, order)) {
        part.role = Role::kMeta;
        part.meta = *std::move(meta);
      }
    }
    part.block = std::move(block);
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace newsmill::extract::plain
