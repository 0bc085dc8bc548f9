// Reads the metadata of a page written in a test.
#pragma once

#include <string>

#include "extract/metadata/metadata.h"
#include "newsmill/html/parse.h"

namespace newsmill::extract::metadata {

struct PageInput {
  std::string html;
  std::string url = "https://www.example.com/news/2024/rain.html";
  std::string fetched_at{};
  model::FeedItem feed{};
};

inline PageMetadata MetadataOf(const PageInput& input, Trace* trace = nullptr) {
  model::Document envelope;
  envelope.kind = model::DocumentKind::kHtml;
  envelope.content = input.html;
  envelope.url = input.url;
  envelope.fetched_at = input.fetched_at;
  envelope.feed = input.feed;
  const html::Document page = html::Parse(envelope.content);
  return ReadMetadata(page, envelope, trace);
}

inline PageMetadata MetadataOf(const std::string& html) {
  return MetadataOf(PageInput{.html = html});
}

/// A page whose JSON-LD is `json`.
inline PageMetadata MetadataOfJson(const std::string& json) {
  return MetadataOf("<script type=\"application/ld+json\">" + json +
                    "</script><h1>Rain in May</h1>");
}

}  // namespace newsmill::extract::metadata
