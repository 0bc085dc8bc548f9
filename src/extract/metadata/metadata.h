// The metadata of an HTML page: every field of the record that is not its body.
#pragma once

#include <string>
#include <vector>

#include "extract/body/body.h"
#include "newsmill/extract/trace.h"
#include "newsmill/html/document.h"
#include "newsmill/model/article.h"
#include "newsmill/model/document.h"

namespace newsmill::extract::metadata {

/// Empty: not found. Owns its texts.
struct PageMetadata {
  std::string title;
  std::string subtitle;
  std::string summary;
  std::vector<std::string> authors;
  std::string published_at;
  std::string modified_at;
  std::string section;
  std::vector<std::string> tags;
  std::string language;
  std::string canonical_url;
  model::Publisher source;
  std::string credit;
  std::vector<model::Image> images;

  // For the body.
  std::string article_body;      // as JSON-LD states it
  bool is_article_type = false;  // the page calls itself an article
  bool is_live = false;
};

/// What the page says of itself. `envelope` is what the outside knows of it and
/// is believed less. `trace` may be null. Linear in the page's size.
PageMetadata ReadMetadata(const html::Document& page,
                          const model::Document& envelope, Trace* trace);

body::BodyHints HintsOf(const PageMetadata& metadata);

/// What can be told only from the body: language, pictures in the article, the
/// agency of the dateline, the standfirst.
void CompleteMetadata(PageMetadata& metadata, const html::Document& page,
                      const model::Document& envelope, const body::Body& body,
                      Trace* trace);

}  // namespace newsmill::extract::metadata
