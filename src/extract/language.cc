#include "language.h"

#include <cld2/public/compact_lang_det.h>

#include "newsmill/base/utf8.h"

namespace newsmill::extract {
namespace {

constexpr size_t kMinBytes = 200;  // less is a guess

/// CLD2 writes some languages by their codes of before 1989.
std::string Bcp47Of(std::string_view code) {
  if (code == "iw") return "he";
  if (code == "in") return "id";
  if (code == "ji") return "yi";
  if (code == "jw") return "jv";
  if (code == "mo") return "ro";
  return std::string(code);
}

}  // namespace

std::string LanguageOf(std::string_view text) {
  if (text.size() < kMinBytes) return "";
  text = TruncateUtf8(text, kLanguageSampleBytes);
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()),
                           /*is_plain_text=*/true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return "";
  const std::string code = Bcp47Of(CLD2::LanguageCode(language));
  return code == "un" || code.starts_with("xx") ? "" : code;
}

}  // namespace newsmill::extract
