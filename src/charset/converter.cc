#include "converter.h"

#include <unicode/utf16.h>

#include <array>

#include "newsmill/base/check.h"

namespace newsmill::charset {

Converter OpenConverter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

SequenceDecoder::SequenceDecoder(const std::string& name)
    : converter_(OpenConverter(name)) {
  NEWSMILL_CHECK(converter_ != nullptr);
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr,
                      nullptr, nullptr, &status);
  NEWSMILL_CHECK(U_SUCCESS(status));
}

int32_t SequenceDecoder::CharacterOf(std::string_view bytes) const {
  std::array<char16_t, 8> units{};
  UErrorCode status = U_ZERO_ERROR;
  ucnv_resetToUnicode(converter_.get());
  const int32_t length = ucnv_toUChars(
      converter_.get(), units.data(), static_cast<int32_t>(units.size()),
      bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return 0;
  if (length == 1) return units[0];
  if (length == 2 && U16_IS_LEAD(units[0]) && U16_IS_TRAIL(units[1])) {
    return U16_GET_SUPPLEMENTARY(units[0], units[1]);
  }
  return 0;
}

}  // namespace newsmill::charset
