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

/// How a text is written. A feed's titles and summaries may hold HTML source.
enum class Markup : uint8_t { kText, kHtml };

/// A picture that a feed names beside an item's text.
struct FeedImage {
  std::string url;
  std::string caption;
  std::string credit;
};

/// What a feed, or the envelope that carries one of its items, says of an item.
/// Empty: not said. Dates are as the feed wrote them; URLs are absolute where
/// the feed says what they are relative to.
struct FeedItem {
  std::string feed_title;
  std::string feed_url;   // of the feed itself
  std::string feed_link;  // of the site that it belongs to
  std::string language;   // the item's, else the feed's
  std::string title;
  std::string published;
  std::string modified;
  std::vector<std::string> authors;  // "Ann Example", "ann@example.org (Ann)"
  std::string summary;  // beside a content of its own, see content_is_summary
  std::string guid;
  std::vector<std::string> categories;
  std::vector<FeedImage> images;
  // What only wires say.
  std::string subtitle;
  std::string section;
  std::string byline;    // a line: "By Ann Example, Reuters"
  std::string credit;    // a credit line, or who the story was taken from
  std::string provider;  // who hands it out, else who holds its rights
  std::string rights;    // a line: "Copyright 2024 Example News"
  // Why it is none, where the feed says so: "not text but picture".
  std::string not_an_article;
  std::string base_url;  // what relative URLs in content and summary stand on
  Markup title_markup = Markup::kText;
  Markup summary_markup = Markup::kText;
  bool content_is_summary = false;  // the item has nothing but a description
};

/// Empty strings: not given. All text is valid UTF-8.
struct Document {
  Hash128 id;            // the record's `id`
  std::string input_id;  // the envelope's `id`, as given
  DocumentKind kind = DocumentKind::kText;
  std::string content;
  Markup content_markup = Markup::kText;  // HTML in a page, and in many items
  std::string url;                        // as given; of an item, its link
  std::string source;                     // the publisher's name, as given
  std::string fetched_at;
  FeedItem feed;
  std::vector<std::pair<std::string, std::string>> http_headers;
  std::optional<int32_t> item;  // of a feed or package, from 0
};

}  // namespace newsmill::model
