// What the metadata of a page tell about its body.
#pragma once

#include <string>
#include <vector>

namespace newsmill::extract::body {

/// Empty values: the metadata say nothing.
struct BodyHints {
  std::string title;
  std::vector<std::string> authors;
  std::string article_body;  // of JSON-LD
  std::string description;
  bool is_article_type = false;  // JSON-LD or Open Graph say article
};

}  // namespace newsmill::extract::body
