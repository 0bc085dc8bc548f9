// Detects the language of a text with CLD2.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "newsmill/extract/evidence.h"

namespace newsmill::extract::text {

/// The part of a text that is read. More text does not change the result.
inline constexpr size_t kLanguageSampleBytes = 1 << 10;

/// Returns the primary language of the text, or "" if the text is shorter than
/// 60 bytes or mixes languages. Reads only the first kLanguageSampleBytes.
/// `stated` is the language tag that the document states. It is a hint if the
/// text has fewer than 200 bytes. If the text has several languages and one of
/// them is `stated`, returns `stated`, because page templates may contain
/// filler text in Latin. `text` is valid UTF-8.
std::string LanguageOf(std::string_view text, std::string_view stated = {});

/// Returns the language of several texts (a range of strings). Reads from the
/// first text on.
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

/// Returns the language of a text: a canonical tag, or "". The detected
/// language counts more than the stated one, because templates often state the
/// language of the people who made them. If detection often confuses the two
/// languages, the stated one counts.
std::string ChosenLanguage(std::string_view stated, std::string_view detected);

/// Adds both languages to the evidence and returns the chosen one.
std::string TakeLanguage(std::string_view stated, std::string_view detected,
                         Evidence& evidence);

}  // namespace newsmill::extract::text
