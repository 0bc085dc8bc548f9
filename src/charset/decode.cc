#include "newsmill/charset/decode.h"

#include <unicode/unistr.h>

#include "converter.h"
#include "decoders.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::charset {
namespace {

/// Converts the bytes to UTF-8. By default, ICU writes U+FFFD for bytes that it
/// cannot decode.
std::string Convert(UConverter* converter, std::string_view bytes) {
  std::u16string units(bytes.size() + 1, u'\0');
  const char* source = bytes.data();
  char16_t* target = units.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(converter, &target, units.data() + units.size(), &source,
                 bytes.data() + bytes.size(), nullptr, /*flush=*/1, &status);
  const auto size = static_cast<int32_t>(target - units.data());
  std::string out;
  icu::UnicodeString(false, units.data(), size).toUTF8String(out);
  return out;
}

}  // namespace

std::string Decode(Encoding encoding, std::string bytes) {
  if (IsSingleByte(encoding)) {
    return IsAscii(bytes) ? std::move(bytes)
                          : DecodeSingleByte(encoding, bytes);
  }
  switch (encoding) {
    case Encoding::kUtf8:
      return RepairedUtf8(std::move(bytes));
    case Encoding::kGbk:
    case Encoding::kGb18030:
      return DecodeGb18030(bytes);
    case Encoding::kBig5:
      return DecodeBig5(bytes);
    case Encoding::kEucJp:
      return DecodeEucJp(bytes);
    case Encoding::kIso2022Jp:
      return DecodeIso2022Jp(bytes);
    case Encoding::kShiftJis:
      return DecodeShiftJis(bytes);
    case Encoding::kEucKr:
      return DecodeEucKr(bytes);
    case Encoding::kUtf16Be:
    case Encoding::kUtf16Le:
      return DecodeUtf16(bytes, encoding == Encoding::kUtf16Be);
    default:  // kReplacement
      return bytes.empty() ? std::string() : std::string("\xEF\xBF\xBD");
  }
}

std::optional<std::string> DecodeByOtherName(std::string_view name,
                                             std::string_view bytes) {
  // ICU treats the text after a comma in a name as options. ICU also ignores
  // all characters of a name that are not letters or digits. So names with a
  // comma and long names are rejected.
  if (name.size() > 32 || name.find(',') != name.npos) return std::nullopt;
  const Converter converter = OpenConverter(LowerAscii(TrimBlanks(name)));
  if (name.empty() || converter == nullptr) return std::nullopt;
  return RepairedUtf8(Convert(converter.get(), bytes));
}

}  // namespace newsmill::charset
