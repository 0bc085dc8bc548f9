#include "jis_index.h"

#include <array>
#include <memory>

#include "converter.h"

namespace newsmill::charset {
namespace {

constexpr size_t kShiftJisTrails = 188;
constexpr size_t kRow = 94;
using Index0208 = std::array<char16_t, 60 * kShiftJisTrails>;
using Index0212 = std::array<char16_t, kRow * kRow>;

std::unique_ptr<const Index0208> Make0208() {
  auto index = std::make_unique<Index0208>();
  const SequenceDecoder decoder("windows-31j");
  for (size_t pointer = 0; pointer < index->size(); ++pointer) {
    const size_t lead = pointer / kShiftJisTrails;
    const size_t trail = pointer % kShiftJisTrails;
    const char bytes[] = {
        static_cast<char>(lead + (lead < 0x1F ? 0x81 : 0xC1)),
        static_cast<char>(trail + (trail < 0x3F ? 0x40 : 0x41))};
    index->at(pointer) = static_cast<char16_t>(decoder.CharacterOf({bytes, 2}));
  }
  return index;
}

std::unique_ptr<const Index0212> Make0212() {
  auto index = std::make_unique<Index0212>();
  const SequenceDecoder decoder("EUC-JP");
  for (size_t pointer = 0; pointer < index->size(); ++pointer) {
    const size_t row = pointer / kRow;
    // In this row, ICU has Roman numerals and a vendor's sign. The standard's
    // index does not have these characters.
    if (row == 0xF3 - 0xA1 && pointer % kRow <= 0xB7 - 0xA1) continue;
    const char bytes[] = {'\x8F', static_cast<char>(row + 0xA1),
                          static_cast<char>(pointer % kRow + 0xA1)};
    index->at(pointer) = static_cast<char16_t>(decoder.CharacterOf({bytes, 3}));
  }
  return index;
}

}  // namespace

char16_t Jis0208(size_t pointer) {
  static const std::unique_ptr<const Index0208> kIndex = Make0208();
  return pointer < kIndex->size() ? (*kIndex)[pointer] : u'\0';
}

char16_t Jis0212(size_t pointer) {
  static const std::unique_ptr<const Index0212> kIndex = Make0212();
  return pointer < kIndex->size() ? (*kIndex)[pointer] : u'\0';
}

}  // namespace newsmill::charset
