#include "language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "language_tag.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::text {
namespace {

constexpr size_t kMinBytes = 60;  // for shorter texts, the result is unreliable
constexpr size_t kSureBytes = 200;  // shorter texts need a hint
constexpr int kMainPercent = 70;    // minimum share of the main language
constexpr int kSharePercent = 25;   // minimum share of the stated language

/// Returns whether detection often confuses the two languages.
bool AreClose(std::string_view a, std::string_view b) {
  static constexpr std::array<std::string_view, 13> kGroups = {
      "no nb nn da sv",
      "hr sr bs sl me sh",
      "id ms",
      "cs sk",
      "es gl ca ast oc an",
      "pt gl",
      "zu xh nr ss st tn",
      "ru uk be bg mk",
      "zh yue wuu nan hak",
      "de gsw nds bar",
      "tl fil",
      "bo dz",
      "en sco"};
  return std::ranges::any_of(kGroups, [&](std::string_view group) {
    const auto holds = [&](std::string_view code) {
      return (" " + std::string(group) + " ")
                 .find(" " + std::string(code) + " ") != std::string::npos;
    };
    return holds(a) && holds(b);
  });
}

/// Returns the primary language of a result of CLD2. Returns "" for codes of
/// CLD2 that are not languages: "un", "xx-Qaai", "zzp".
std::string CodeOf(CLD2::Language language) {
  const std::string_view code = CLD2::LanguageCode(language);
  const bool is_none =
      code == "un" || code.starts_with("xx") || code.starts_with("zz");
  return is_none ? "" : PrimaryLanguage(code);
}

}  // namespace

std::string LanguageOf(std::string_view text, std::string_view stated) {
  if (text.size() < kMinBytes) return "";
  text = TruncateUtf8(text, kLanguageSampleBytes);
  const std::string hint =
      text.size() < kSureBytes ? PrimaryLanguage(stated) : "";
  const CLD2::CLDHints hints = {hint.c_str(), nullptr, CLD2::UNKNOWN_ENCODING,
                                CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::Language language = CLD2::ExtDetectLanguageSummary(
      text.data(), static_cast<int>(text.size()), /*is_plain_text=*/true,
      &hints, /*flags=*/0, languages.data(), percents.data(), scores.data(),
      /*resultchunkvector=*/nullptr, &text_bytes, &reliable);
  // The main language is clear if the rest of the text, such as a name or a
  // quotation, is in an unknown language.
  const bool is_one =
      percents[0] >= kMainPercent && languages[1] == CLD2::UNKNOWN_LANGUAGE;
  if (!reliable && !is_one) return "";
  std::string claimed = PrimaryLanguage(stated);
  for (size_t i = 1; i < languages.size() && !claimed.empty(); ++i) {
    if (percents[i] >= kSharePercent && CodeOf(languages[i]) == claimed) {
      return claimed;
    }
  }
  return CodeOf(language);
}

std::string ChosenLanguage(std::string_view stated, std::string_view detected) {
  std::string claim = CanonicalTag(stated);
  std::string found = PrimaryLanguage(detected);
  const std::string claimed = PrimaryLanguage(claim);
  const bool keep = found.empty() || claimed == found ||
                    (!claim.empty() && AreClose(claimed, found));
  return keep ? claim : found;
}

std::string TakeLanguage(std::string_view stated, std::string_view detected,
                         Evidence& evidence) {
  const std::string chosen = ChosenLanguage(stated, detected);
  const std::string claim = CanonicalTag(stated);
  const std::string found = PrimaryLanguage(detected);
  evidence.Add(Field::kLanguage, claim.empty() ? std::string(stated) : claim,
               "stated",
               claim.empty()     ? "no language"
               : claim == chosen ? ""
                                 : "the text is in another language");
  evidence.Add(Field::kLanguage, found, "detected in the text",
               found == chosen ? "" : "hard to tell from the stated one");
  return evidence.TakeFirst(Field::kLanguage);
}

}  // namespace newsmill::extract::text
