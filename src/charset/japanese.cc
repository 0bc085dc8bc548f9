// https://encoding.spec.whatwg.org/#euc-jp-decoder and #shift_jis-decoder
#include "decoders.h"
#include "jis_index.h"
#include "sequence.h"

namespace newsmill::charset {
namespace {

// The character of the byte 0xA1.
constexpr int32_t kFirstHalfwidthKatakana = 0xFF61;

bool IsPair(unsigned char lead, unsigned char trail) {
  return IsIn(lead, 0xA1, 0xFE) && IsIn(trail, 0xA1, 0xFE);
}

size_t EucPointer(unsigned char lead, unsigned char trail) {
  return (lead - 0xA1U) * 94 + trail - 0xA1U;
}

Sequence EucJpAt(std::string_view in) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(in[i]); };
  const unsigned char lead = byte(0);
  const bool starts = lead == 0x8E || lead == 0x8F || IsIn(lead, 0xA1, 0xFE);
  if (!starts || in.size() == 1) return {1, kReplacement};
  if (lead == 0x8E && IsIn(byte(1), 0xA1, 0xDF)) {
    return {2, kFirstHalfwidthKatakana + byte(1) - 0xA1};
  }
  if (lead == 0x8F && IsIn(byte(1), 0xA1, 0xFE)) {
    if (in.size() == 2) return {2, kReplacement};
    if (IsPair(byte(1), byte(2))) {
      const char16_t character = Jis0212(EucPointer(byte(1), byte(2)));
      if (character != 0) return {3, character};
    }
    return {byte(2) < 0x80 ? size_t{2} : size_t{3}, kReplacement};
  }
  if (IsPair(lead, byte(1))) {
    const char16_t character = Jis0208(EucPointer(lead, byte(1)));
    if (character != 0) return {2, character};
  }
  return NoCharacter(byte(1));
}

int32_t ShiftJisCharacter(unsigned char lead, unsigned char trail) {
  const size_t pointer = (lead - (lead < 0xA0 ? 0x81U : 0xC1U)) * 188 + trail -
                         (trail < 0x7F ? 0x40U : 0x41U);
  if (pointer >= 8836 && pointer <= 10715) {  // private characters
    return 0xE000 + static_cast<int32_t>(pointer - 8836);
  }
  return Jis0208(pointer);
}

Sequence ShiftJisAt(std::string_view in) {
  const auto lead = static_cast<unsigned char>(in[0]);
  if (lead == 0x80) return {1, 0x80};
  if (IsIn(lead, 0xA1, 0xDF)) {
    return {1, kFirstHalfwidthKatakana + lead - 0xA1};
  }
  const bool starts = IsIn(lead, 0x81, 0x9F) || IsIn(lead, 0xE0, 0xFC);
  if (!starts || in.size() == 1) return {1, kReplacement};
  const auto trail = static_cast<unsigned char>(in[1]);
  if (IsIn(trail, 0x40, 0x7E) || IsIn(trail, 0x80, 0xFC)) {
    const int32_t character = ShiftJisCharacter(lead, trail);
    if (character != 0) return {2, character};
  }
  return NoCharacter(trail);
}

}  // namespace

std::string DecodeEucJp(std::string_view in) {
  return DecodeSequences(in, EucJpAt);
}

std::string DecodeShiftJis(std::string_view in) {
  return DecodeSequences(in, ShiftJisAt);
}

}  // namespace newsmill::charset
