// Reads the linked data of a page. The format is JSON-LD
// (https://www.w3.org/TR/json-ld11/). Reads only the types and properties of
// https://schema.org that news pages use.
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

/// The facts that one node states. A node is a JSON object that has a type.
/// References to other nodes are replaced by these nodes. Texts are tidy
/// (text::Tidy). Dates have the format of the page.
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
  bool has_locked_part = false;        // a part of the article is not free
  int32_t words = 0;  // wordCount: number of words of the article
  std::vector<LdAgent> authors;
  LdAgent publisher;
  LdAgent provider;  // from sourceOrganization or provider
  std::vector<std::string> sections;
  std::vector<std::string> keywords;
  std::vector<LdImage> images;
};

struct LinkedData {
  /// The nodes that may describe this page. The node that describes the page
  /// best is first.
  std::vector<LdFacts> nodes;
  std::string site_name;     // name of the node of type WebSite
  std::string organization;  // name of the first organization (not nested)
  // The names of all entries of the breadcrumbs. The last entry is the page.
  std::vector<std::string> breadcrumbs;
  int repaired = 0;  // number of scripts that were not valid JSON
  int unreadable = 0;
};

/// URLs and titles of the page. A node with one of these URLs or titles
/// probably describes the page.
struct PageIdentity {
  std::vector<std::string> urls;
  std::vector<std::string> titles;
};

LinkedData ReadLinkedData(std::span<const std::string> scripts,
                          const PageIdentity& page);

/// Returns whether both URLs are URLs of the same page. Ignores the scheme,
/// "www.", the query, the fragment and a slash at the end. Does not ignore the
/// query if the URL has no path.
bool IsSamePage(std::string_view url, std::string_view other);

}  // namespace newsmill::extract::metadata
