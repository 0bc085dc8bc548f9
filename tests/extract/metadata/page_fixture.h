// The fields of a test page, decided from its metadata only.
#pragma once

#include <string>

#include "extract/assemble.h"
#include "extract/metadata/page_evidence.h"
#include "newsmill/html/parse.h"

namespace newsmill::extract::metadata {

struct PageInput {
  std::string html;
  std::string url = "https://www.example.com/news/2024/rain.html";
  std::string fetched_at{};
  model::FeedItem feed{};
};

inline model::Article MetadataOf(const PageInput& input) {
  model::Document envelope;
  envelope.kind = model::DocumentKind::kHtml;
  envelope.content = input.html;
  envelope.url = input.url;
  envelope.fetched_at = input.fetched_at;
  envelope.feed = input.feed;
  const html::Document page = html::Parse(envelope.content);
  PageEvidence evidence = ReadPage(page, envelope);
  model::Article article;
  AssembleMetadata(evidence, envelope, article);
  body::Body none;
  AssembleBody(evidence, page, none, article);
  return article;
}

inline model::Article MetadataOf(const std::string& html) {
  return MetadataOf(PageInput{.html = html});
}

/// Returns the metadata of a page whose JSON-LD is `json`.
inline model::Article MetadataOfJson(const std::string& json) {
  return MetadataOf("<script type=\"application/ld+json\">" + json +
                    "</script><h1>Rain in May</h1>");
}

}  // namespace newsmill::extract::metadata
