#include "site_names.h"

#include <algorithm>
#include <array>

#include "newsmill/base/ascii.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract::bylines {
namespace {

constexpr size_t kMinNameBytes = 3;

/// Returns the key by which names are compared: the letters and digits in lower
/// case. Leaves out words that sites add to their names, such as "the" or
/// "online". Keeps these words if the key would be too short without them.
std::string KeyOf(std::string_view text) {
  static constexpr std::array<std::string_view, 14> kAdded = {
      "the",   "com", "org", "net",     "www", "online", "digital",
      "co uk", "de",  "fr",  "website", "web", "news",   "blog"};
  std::string key;
  std::string whole;
  std::string normalised = model::NormalisedText(text);
  std::string_view rest = normalised;
  while (!rest.empty()) {
    const std::string_view word = TakeWord(rest);
    whole += word;
    if (std::ranges::find(kAdded, word) == kAdded.end()) key += word;
  }
  return key.size() < kMinNameBytes ? whole : key;
}

}  // namespace

void SiteNames::Add(std::string_view name) {
  std::string key = KeyOf(name);
  if (key.size() < 2) return;
  if (std::ranges::find(names_, key) == names_.end()) {
    names_.push_back(std::move(key));
  }
}

void SiteNames::AddDomain(std::string_view registrable_domain) {
  Add(registrable_domain.substr(0, registrable_domain.find('.')));
}

bool SiteNames::IsName(std::string_view text) const {
  return std::ranges::find(names_, KeyOf(text)) != names_.end();
}

bool SiteNames::IsLikeName(std::string_view text) const {
  const std::string key = KeyOf(text);
  if (key.size() < kMinNameBytes) return false;
  return std::ranges::any_of(names_, [&](const std::string& name) {
    if (name == key) return true;
    if (std::min(name.size(), key.size()) < kMinNameBytes + 1) return false;
    return key.find(name) != key.npos || name.find(key) != name.npos;
  });
}

}  // namespace newsmill::extract::bylines
