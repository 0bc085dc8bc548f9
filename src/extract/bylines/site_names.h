// Collects the names of a site, and decides whether a text is one of these
// names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::bylines {

/// The names of a site. Upper and lower case, blanks and punctuation do not
/// count in comparisons.
class SiteNames {
 public:
  /// Adds a name such as "Example Times", or a domain without its suffix.
  void Add(std::string_view name);
  void AddDomain(std::string_view registrable_domain);

  /// Returns whether the text is a name of the site. Words that sites add to
  /// their names do not count: "The", ".com", "Online" and similar.
  bool IsName(std::string_view text) const;
  /// Returns whether the text is a name of the site, contains such a name, or
  /// is a part of such a name. Use this function only for a place where a site
  /// usually writes its own name.
  bool IsLikeName(std::string_view text) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace newsmill::extract::bylines
