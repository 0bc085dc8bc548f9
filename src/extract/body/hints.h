// Metadata of a page that helps to find its body.
#pragma once

#include <string>
#include <vector>

namespace newsmill::extract::body {

/// The hints. A value is empty if the metadata does not have it.
struct BodyHints {
  std::string title;
  std::vector<std::string> authors;
  std::string article_body;  // from JSON-LD
  std::string description;
  bool is_article_type = false;  // according to JSON-LD or Open Graph
};

}  // namespace newsmill::extract::body
