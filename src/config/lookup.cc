#include <algorithm>

#include "keys.h"

namespace newsmill::config {

const Key* FindKey(std::string_view path) {
  const auto found = std::ranges::find(Keys(), path, &Key::path);
  return found == Keys().end() ? nullptr : &*found;
}

const std::vector<std::string>& Sections() {
  static const std::vector<std::string> kSections = [] {
    std::vector<std::string> names;
    for (const Key& key : Keys()) {
      std::string section = key.path.substr(0, key.path.find('.'));
      if (names.empty() || names.back() != section) {
        names.push_back(std::move(section));
      }
    }
    return names;
  }();
  return kSections;
}

bool IsSection(std::string_view name) {
  return std::ranges::find(Sections(), name) != Sections().end();
}

std::vector<std::string> NamesIn(std::string_view section) {
  const std::string prefix = std::string(section) + ".";
  std::vector<std::string> names;
  for (const Key& key : Keys()) {
    if (key.path.starts_with(prefix)) {
      names.push_back(key.path.substr(prefix.size()));
    }
  }
  return names;
}

bool IsSecret(std::string_view property) {
  return property.ends_with("password") || property.ends_with(".pem") ||
         property.contains("secret") || property.contains("passphrase") ||
         property == "sasl.oauthbearer.config" ||
         property == "sasl.jaas.config";
}

}  // namespace newsmill::config
