#include "page_access.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::metadata {
namespace {

using html::Attr;

struct Term {
  std::string_view term;  // in lower case
  std::string_view access;
};

/// The values of meta elements about access, and the access that each value
/// means. Facebook defines three of these values. Publishers also use the other
/// values.
constexpr std::array<Term, 15> kTerms = {{
    {"false", "locked"},
    {"free", "free"},
    {"locked", "locked"},
    {"metered", "metered"},
    {"open", "free"},
    {"paid", "locked"},
    {"paywall", "locked"},
    {"premium", "locked"},
    {"public", "free"},
    {"registered", "metered"},
    {"registration", "metered"},
    {"subscriber", "locked"},
    {"subscribers", "locked"},
    {"subscription", "locked"},
    {"true", "free"},
}};

std::string_view AccessOfTerm(std::string_view content) {
  const std::string folded = LowerAscii(TrimBlanks(content));
  std::string_view term = folded;
  // The value may be a URL: "https://schema.org/False".
  if (const size_t slash = term.rfind('/'); slash != term.npos) {
    term.remove_prefix(slash + 1);
  }
  const auto* row = std::ranges::find(kTerms, term, &Term::term);
  return row == kTerms.end() ? "" : row->access;
}

/// Returns the access that the class name of a paywall element indicates:
/// "metered" for "regwall".
std::string_view AccessOfName(std::string_view name) {
  static constexpr std::array<Term, 8> kNames = {{
      {"paywall", "locked"},
      {"pay-wall", "locked"},
      {"paygate", "locked"},
      {"subscriber-only", "locked"},
      {"subscribers-only", "locked"},
      {"regwall", "metered"},
      {"registration-wall", "metered"},
      {"metered", "metered"},
  }};
  const std::string folded = LowerAscii(name);
  const auto* row = std::ranges::find_if(kNames, [&](const Term& each) {
    return folded.find(each.term) != folded.npos;
  });
  return row == kNames.end() ? "" : row->access;
}

bool IsHidden(const html::Document& page, html::NodeId node) {
  for (; node != html::kNoNode; node = page.parent(node)) {
    if (!page.IsElement(node)) continue;
    if (page.Find(node, Attr::kHidden)) return true;
    const std::string_view style = page.ValueOr(node, Attr::kStyle);
    if (style.find("none") != style.npos) return true;
  }
  return false;
}

/// Adds the access that the class names of visible paywall elements indicate.
void ReadPaywalls(const PageScan& scan, Evidence& evidence) {
  constexpr size_t kMaxText = 2'000;
  constexpr int32_t kFewWords = 4;
  constexpr int32_t kManyWords = 150;
  for (const Mark& mark : scan.paywalls) {
    const std::string_view name = scan.page->ValueOr(mark.node, Attr::kClass);
    const std::string_view access = AccessOfName(name);
    if (access.empty() || IsHidden(*scan.page, mark.node)) continue;
    const int32_t words =
        text::MeasureOf(TextBelow(*scan.page, mark.node, kMaxText)).words;
    evidence.Add(Field::kAccessStated, std::string(access),
                 "class " + std::string(name),
                 words < kFewWords    ? "shows no text"
                 : words > kManyWords ? "has too many words for a paywall"
                                      : "");
  }
}

}  // namespace

void ReadAccess(const PageScan& scan, const LinkedData& data,
                Evidence& evidence) {
  for (const LdFacts& node : data.nodes) {
    if (node.has_locked_part) {
      evidence.Add(Field::kAccessStated, "locked", "json-ld hasPart");
    }
    evidence.Add(Field::kAccessStated,
                 std::string(AccessOfTerm(node.is_accessible_for_free)),
                 "json-ld isAccessibleForFree");
  }
  for (const MetaTag& tag : scan.metas.All(MetaKey::kAccess)) {
    const std::string_view access = AccessOfTerm(tag.content);
    evidence.Add(Field::kAccessStated,
                 std::string(access.empty() ? tag.content : access),
                 "meta " + std::string(tag.name->name),
                 access.empty() ? "an unknown value" : "");
  }
  ReadPaywalls(scan, evidence);
}

}  // namespace newsmill::extract::metadata
