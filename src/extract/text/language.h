// The language of a text, by CLD2.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "newsmill/extract/evidence.h"

namespace newsmill::extract::text {

/// More text than this changes nothing.
inline constexpr size_t kLanguageSampleBytes = 1 << 10;

/// BCP 47; empty when the text is too short (below 200 bytes) or mixed to
/// tell. Looks at the sample's size only. `text` is valid UTF-8.
std::string LanguageOf(std::string_view text);

/// Of several texts, a range of strings, from the first on.
template <typename Texts>
std::string LanguageOfTexts(Texts&& texts) {
  std::string sample;
  for (const auto& text : texts) {
    if (sample.size() >= kLanguageSampleBytes) break;
    sample += text;
    sample += '\n';
  }
  return LanguageOf(sample);
}

/// Returns the language of a BCP 47 tag in lower case, without region and
/// script; "he" and "id" for their former codes; "" for "".
std::string PrimaryLanguage(std::string_view tag);

/// Returns the language of a text (a primary language, or "") by what its
/// document states and by what was detected in it. The text decides, since
/// templates state the language of their makers; between languages that are
/// hard to tell apart, the document does.
std::string ChosenLanguage(std::string_view stated, std::string_view detected);

/// Adds both to the evidence and returns the chosen one.
std::string TakeLanguage(std::string_view stated, std::string_view detected,
                         Evidence& evidence);

}  // namespace newsmill::extract::text
