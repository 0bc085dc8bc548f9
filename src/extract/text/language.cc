#include "language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>

#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::text {
namespace {

constexpr size_t kMinBytes = 200;  // shorter texts give an unreliable result

/// Returns whether detection often confuses the two languages.
bool AreClose(std::string_view a, std::string_view b) {
  static constexpr std::array<std::string_view, 8> kGroups = {
      "no nb nn da sv",
      "hr sr bs sl me",
      "id ms",
      "cs sk",
      "es gl ca ast",
      "pt gl",
      "zu xh nr ss st tn",
      "ru uk be bg mk"};
  return std::ranges::any_of(kGroups, [&](std::string_view group) {
    const auto holds = [&](std::string_view code) {
      return (" " + std::string(group) + " ")
                 .find(" " + std::string(code) + " ") != std::string::npos;
    };
    return holds(a) && holds(b);
  });
}

/// Returns the current code of a language. CLD2 uses codes from before 1989 for
/// some languages.
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

std::string PrimaryLanguage(std::string_view tag) {
  std::string code = LowerAscii(tag.substr(0, tag.find_first_of("-_")));
  if (code == "iw") return "he";
  if (code == "in") return "id";
  return code;
}

std::string ChosenLanguage(std::string_view stated, std::string_view detected) {
  std::string claim = PrimaryLanguage(stated);
  std::string found = PrimaryLanguage(detected);
  const bool keep = found.empty() || (!claim.empty() && AreClose(claim, found));
  return keep ? claim : found;
}

std::string TakeLanguage(std::string_view stated, std::string_view detected,
                         Evidence& evidence) {
  const std::string chosen = ChosenLanguage(stated, detected);
  const std::string claim = PrimaryLanguage(stated);
  const std::string found = PrimaryLanguage(detected);
  evidence.Add(Field::kLanguage, claim, "stated",
               claim == chosen ? "" : "the text is in another one");
  evidence.Add(Field::kLanguage, found, "detected in the text",
               found == chosen ? "" : "hard to tell from the stated one");
  return evidence.TakeFirst(Field::kLanguage);
}

}  // namespace newsmill::extract::text
