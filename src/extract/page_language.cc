#include "page_language.h"

#include <algorithm>
#include <array>

#include "newsmill/base/ascii.h"

namespace newsmill::extract {
namespace {

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

/// "en-GB", "en_US", "nb"; not "english", "x-default".
bool IsTag(std::string_view tag) {
  const size_t end = std::min(tag.find_first_of("-_"), tag.size());
  if (end != 2 && end != 3) return false;
  return std::ranges::all_of(tag.substr(0, end),
                             [](char c) { return IsLetter(LowerAscii(c)); });
}

std::string Primary(std::string_view tag) {
  std::string code = LowerAscii(tag.substr(0, tag.find_first_of("-_")));
  if (code == "iw") return "he";
  if (code == "in") return "id";
  return code;
}

/// Languages that are told apart badly.
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

}  // namespace

std::string StatedLanguage(const PageScan& scan, const LinkedData& data) {
  if (IsTag(scan.language)) return std::string(scan.language);
  for (const MetaTag& tag : scan.metas.All(MetaKey::kLocale)) {
    if (IsTag(tag.content)) return std::string(tag.content);
  }
  for (const LdFacts& node : data.nodes) {
    if (IsTag(node.language)) return node.language;
  }
  return "";
}

std::string DecideLanguage(std::string_view stated, std::string_view detected,
                           Trace* trace) {
  std::string claim = stated.empty() ? "" : Primary(stated);
  std::string found = detected.empty() ? "" : Primary(detected);
  const bool keep = found.empty() || claim == found ||
                    (!claim.empty() && AreClose(claim, found));
  if (keep) {
    if (!claim.empty()) {
      Win(trace, "language", claim, "stated", "the body does not contradict");
    }
    return claim;
  }
  if (!claim.empty()) {
    Lose(trace, "language", claim, "stated", "the body is in another one");
  }
  Win(trace, "language", found, "body", "what the text is written in");
  return found;
}

}  // namespace newsmill::extract
