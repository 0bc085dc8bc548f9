// Opens the converters of ICU, and decodes single sequences to fill tables.
#pragma once

#include <unicode/ucnv.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace newsmill::charset {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// Returns ICU's converter with this name, or null if ICU does not know the
/// name.
Converter OpenConverter(const std::string& name);

/// Decodes one sequence at a time with a converter of ICU. Use this class only
/// to fill a table. A call takes a tenth of a microsecond, which is too slow
/// for whole texts.
class SequenceDecoder {
 public:
  /// Opens the converter with this name. REQUIRES: ICU has this converter.
  /// Every full build of ICU has the converters that newsmill names.
  explicit SequenceDecoder(const std::string& name);

  /// Returns the character that `bytes` encode. Returns 0 if `bytes` are not
  /// exactly one character.
  int32_t CharacterOf(std::string_view bytes) const;

 private:
  Converter converter_;
};

}  // namespace newsmill::charset
