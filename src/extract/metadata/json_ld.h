// Reads the linked data of a page: https://www.w3.org/TR/json-ld11/ with those
// parts of the vocabulary https://schema.org that news pages use.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::metadata {

struct LdAgent {
  std::string name;
  bool is_organization = false;
};

struct LdImage {
  std::string url;
  std::string caption;
  std::string credit;
};

/// The facts of one node. References are replaced by their objects. Texts are
/// tidy. Dates are unchanged.
struct LdFacts {
  std::string type;  // "NewsArticle"
  bool is_article = false;
  bool is_live = false;
  bool matches_url = false;
  bool matches_title = false;
  std::string headline;
  std::string alternative;
  std::string description;
  std::string body;
  std::string published;
  std::string modified;
  std::string created;
  std::string language;
  std::string is_accessible_for_free;  // "true", "False" …
  bool has_locked_part = false;        // a part is not free
  int32_t words = 0;                   // wordCount
  std::vector<LdAgent> authors;
  LdAgent publisher;
  LdAgent provider;  // sourceOrganization or provider
  std::vector<std::string> sections;
  std::vector<std::string> keywords;
  std::vector<LdImage> images;
};

struct LinkedData {
  /// Nodes that may describe this page, best first.
  std::vector<LdFacts> nodes;
  std::string site_name;     // of a WebSite
  std::string organization;  // name of the only top-level organization
  // The breadcrumbs without the last entry, which is the page itself.
  std::vector<std::string> breadcrumbs;
  int repaired = 0;  // scripts that were not valid JSON
  int unreadable = 0;
};

/// Texts that identify the nodes about this page.
struct PageIdentity {
  std::vector<std::string> urls;
  std::vector<std::string> titles;
};

LinkedData ReadLinkedData(std::span<const std::string> scripts,
                          const PageIdentity& page);

/// Returns whether both URLs are the same page. Ignores the scheme, "www.", the
/// query, the fragment and a final slash.
bool IsSamePage(std::string_view url, std::string_view other);

}  // namespace newsmill::extract::metadata
