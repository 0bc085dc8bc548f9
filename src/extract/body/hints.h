// The metadata of a page that help to find the body of its article.
#pragma once

#include <string>
#include <vector>

namespace newsmill::extract::body {

/// The hints. A text is empty if the metadata does not state it.
struct BodyHints {
  std::string title;
  std::vector<std::string> authors;
  std::string article_body;  // the body that JSON-LD states
  std::string description;
  bool is_article_type = false;  // JSON-LD or Open Graph says so
};

}  // namespace newsmill::extract::body
