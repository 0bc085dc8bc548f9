// The names of a site, and whether a text is one of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::bylines {

/// The names in a form without differences of case, blanks and punctuation.
class SiteNames {
 public:
  /// Adds a name such as "Example Times", or a domain without its suffix.
  void Add(std::string_view name);
  void AddDomain(std::string_view registrable_domain);

  /// Returns true for a name of the site, with or without "The", ".com",
  /// "Online" …
  bool IsName(std::string_view text) const;
  /// Returns true if IsName does, and also for a text that contains a name of
  /// the site or is a part of such a name. Use it only at places where a site
  /// gives its own name.
  bool IsLikeName(std::string_view text) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace newsmill::extract::bylines
