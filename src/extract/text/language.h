// Detects the language of a text with CLD2.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "newsmill/extract/evidence.h"

namespace newsmill::extract::text {

/// Language detection reads only this many bytes of a text. More text rarely
/// changes the result.
inline constexpr size_t kLanguageSampleBytes = 1 << 10;

/// Returns the primary language of the text. Returns "" if the text has fewer
/// than 60 bytes or mixes languages. Reads only the first kLanguageSampleBytes.
/// `stated` is the language tag that the document states. For a text of fewer
/// than 200 bytes, `stated` is a hint for the detection. If at least a quarter
/// of the text is in the stated language, returns the stated language, because
/// the rest may be filler text of a page template in Latin. `text` must be
/// valid UTF-8.
std::string LanguageOf(std::string_view text, std::string_view stated = {});

/// Returns the primary language of several texts (a range of strings). Reads
/// only the first kLanguageSampleBytes of all texts.
template <typename Texts>
std::string LanguageOfTexts(Texts&& texts, std::string_view stated = {}) {
  std::string sample;
  for (const auto& text : texts) {
    if (sample.size() >= kLanguageSampleBytes) break;
    sample += text;
    sample += '\n';
  }
  return LanguageOf(sample, stated);
}

/// Returns the language of a text: a canonical tag, or "". If the detected and
/// the stated language differ, returns the detected language, because page
/// templates often state the language of the people who made the template. But
/// if detection often confuses the two languages, or has no result, returns the
/// stated language.
std::string ChosenLanguage(std::string_view stated, std::string_view detected);

/// Adds the stated and the detected language to the evidence. Returns the
/// result of ChosenLanguage.
std::string TakeLanguage(std::string_view stated, std::string_view detected,
                         Evidence& evidence);

}  // namespace newsmill::extract::text
