#include "page_language.h"

#include <algorithm>
#include <array>

#include "newsmill/base/ascii.h"

namespace newsmill::extract::metadata {
namespace {

/// Returns whether the text is a language tag: "en-GB", "en_US" or "nb", but
/// not "english" or "x-default".
bool IsTag(std::string_view tag) {
  const size_t end = std::min(tag.find_first_of("-_"), tag.size());
  if (end != 2 && end != 3) return false;
  return std::ranges::all_of(tag.substr(0, end), IsAsciiLetter);
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

}  // namespace newsmill::extract::metadata
