#include "author_choice.h"

#include <algorithm>

#include "extract/text/characters.h"

namespace newsmill::extract::metadata {
namespace {

/// Returns whether all names consist of one word, such as a user name or a
/// first name. Another byline may then have the full names.
bool IsWeak(const std::vector<std::string>& names) {
  return std::ranges::all_of(names, [](const std::string& name) {
    return name.find(' ') == name.npos && !text::MeasureOf(name).has_wide;
  });
}

/// Returns whether `names` contains all names of `known` and at least one more
/// name. A name may have a title before it: "Dr. Jane Doe" for "Jane Doe".
bool Completes(const std::vector<std::string>& names,
               const std::vector<std::string>& known) {
  if (names.size() <= known.size()) return false;
  return std::ranges::all_of(known, [&](const std::string& name) {
    const std::string folded = text::Folded(name);
    return std::ranges::any_of(names, [&](const std::string& each) {
      return text::Folded(each).ends_with(folded);
    });
  });
}

bool IsMoreComplete(const NamesCandidate& names, const NamesCandidate& taken) {
  return (IsWeak(taken.names) && !IsWeak(names.names)) ||
         (names.may_complete && Completes(names.names, taken.names));
}

}  // namespace

std::vector<std::string> ChooseAuthors(
    std::vector<NamesCandidate>& candidates) {
  NamesCandidate* taken = nullptr;
  for (NamesCandidate& each : candidates) {
    if (!each.IsOpen()) continue;
    if (taken == nullptr || IsMoreComplete(each, *taken)) {
      if (taken != nullptr) taken->verdict = "another place says more";
      taken = &each;
    } else {
      each.verdict = "less trusted";
    }
  }
  if (taken == nullptr) return {};
  taken->taken = true;
  taken->verdict = "most trusted";
  return taken->names;
}

}  // namespace newsmill::extract::metadata
