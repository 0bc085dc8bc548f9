// A decoded document: one article's worth of input, in UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// What a document is; `extraction.kind` of its record.
enum class DocumentKind {
  kHtml,
  kText,
  kRss,
  kAtom,
  kJsonFeed,
  kNewsml,
  kNitf,
  kNinjs,
};
/// "html", "text", "rss" …
std::string_view Name(DocumentKind kind);

/// What a feed, or the envelope that carries one of its items, says of an item.
/// Empty: not said.
struct FeedItem {
  std::string feed_title;
  std::string feed_url;
  std::string title;
  std::string published;  // as the feed wrote it
  std::vector<std::string> authors;
  std::string summary;
  std::string guid;
};

/// Empty strings: not given. All text is valid UTF-8.
struct Document {
  Hash128 id;            // the record's `id`
  std::string input_id;  // the envelope's `id`, as given
  DocumentKind kind = DocumentKind::kText;
  std::string content;
  std::string url;     // as given
  std::string source;  // the publisher's name, as given
  std::string fetched_at;
  FeedItem feed;
  std::vector<std::pair<std::string, std::string>> http_headers;
  std::optional<int32_t> item;  // of a feed or package, from 0
};

}  // namespace newsmill::model
