// The language of a text, by CLD2.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsmill::extract {

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

}  // namespace newsmill::extract
