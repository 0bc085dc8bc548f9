// https://encoding.spec.whatwg.org/#shared-utf-16-decoder
#include "decoders.h"
#include "sequence.h"

namespace newsmill::charset {
namespace {

constexpr bool IsLead(unsigned unit) { return (unit & 0xFC00) == 0xD800; }
constexpr bool IsTrail(unsigned unit) { return (unit & 0xFC00) == 0xDC00; }

}  // namespace

std::string DecodeUtf16(std::string_view in, bool big_endian) {
  const auto unit_at = [&](size_t i) {
    const unsigned first = static_cast<unsigned char>(in[i]);
    const unsigned second = static_cast<unsigned char>(in[i + 1]);
    return big_endian ? first << 8 | second : second << 8 | first;
  };
  std::string out;
  out.reserve(in.size());
  const size_t end = in.size() & ~size_t{1};
  for (size_t i = 0; i < end; i += 2) {
    const unsigned unit = unit_at(i);
    if (unit < 0x80) {
      out += static_cast<char>(unit);
    } else if (IsLead(unit) && i + 2 < end && IsTrail(unit_at(i + 2))) {
      i += 2;
      AppendCharacter(static_cast<int32_t>(0x10000 + ((unit & 0x3FF) << 10) +
                                           (unit_at(i) & 0x3FF)),
                      out);
    } else {
      const bool alone = IsLead(unit) || IsTrail(unit);
      AppendCharacter(alone ? kReplacement : static_cast<int32_t>(unit), out);
      // A lead surrogate and an incomplete unit after it are one error, not
      // two.
      if (IsLead(unit) && i + 2 == end) return out;
    }
  }
  if (end != in.size()) AppendCharacter(kReplacement, out);
  return out;
}

}  // namespace newsmill::charset
