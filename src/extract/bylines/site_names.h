// What a site is called, and whether a text is one of its names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::bylines {

/// Names in a form in which case, blanks and punctuation do not count.
class SiteNames {
 public:
  /// "Example Times", or a domain without its suffix.
  void Add(std::string_view name);
  void AddDomain(std::string_view registrable_domain);

  /// True for a name of the site, with or without "The", ".com", "Online" …
  bool IsName(std::string_view text) const;
  /// The same, and for what contains such a name or is a part of one: for
  /// texts that are known to stand where a site names itself.
  bool IsLikeName(std::string_view text) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace newsmill::extract::bylines
