// Collects the names of a site, and decides whether a text is one of these
// names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::bylines {

/// The names of a site. Comparisons ignore upper and lower case, blanks and
/// punctuation.
class SiteNames {
 public:
  /// Adds a name such as "Example Times", or a domain without its suffix.
  void Add(std::string_view name);
  void AddDomain(std::string_view registrable_domain);

  /// Returns whether the text is a name of the site. Ignores words that sites
  /// add to their names: "The", ".com", "Online" and similar.
  bool IsName(std::string_view text) const;
  /// Returns whether the text is a name of the site, contains such a name, or
  /// is a part of such a name. Use this function only for a text that usually
  /// is the name of the site.
  bool IsLikeName(std::string_view text) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace newsmill::extract::bylines
