// ICU's converters, and tables made from them.
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

/// Null when ICU does not know the name.
Converter OpenConverter(const std::string& name);

/// Asks a converter for one sequence at a time, to fill a table once. Not for
/// text: a call takes a tenth of a microsecond.
class Oracle {
 public:
  /// REQUIRES: ICU has this converter, as every full build of it does.
  explicit Oracle(const std::string& name);

  /// The one character that the bytes stand for, or 0.
  int32_t CharacterOf(std::string_view bytes) const;

 private:
  Converter converter_;
};

}  // namespace newsmill::charset
