// Defines the metadata that ChooseBody uses to find the body on a page.
#pragma once

#include <string>
#include <vector>

namespace newsmill::extract::body {

/// Metadata of a page. A member is empty if the page does not state its value.
struct BodyHints {
  std::string title;
  std::vector<std::string> authors;
  std::string article_body;  // text of the article in JSON-LD
  std::string description;
  // True if JSON-LD or Open Graph states that the page is an article.
  bool is_article_type = false;
};

}  // namespace newsmill::extract::body
