// A decoded document: the input of one article, in UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// The kind of a document. The record contains the kind in `extraction.kind`.
enum class DocumentKind {
  kHtml,
  kText,
  kRss,
  kAtom,
  kJsonFeed,
  kNewsml,
  kNitf,
  kNinjs,
  kIptc7901,
};
/// Returns "html", "text", "rss" …
std::string_view Name(DocumentKind kind);

/// The syntax of a text. Titles and summaries of a feed may be HTML source.
enum class Markup : uint8_t { kText, kHtml };

/// An image of an item. The feed names the image outside the text of the item.
struct FeedImage {
  std::string url;
  std::string caption;
  std::string credit;
  int32_t width = 0;          // in pixels; 0 if the feed does not state it
  bool is_thumbnail = false;  // a small copy of a picture
};

/// The facts about an item that the feed states, or that the envelope around
/// the item states. If a fact is not stated, its field is empty. Dates have the
/// form in which the feed writes them. URLs are absolute if the feed states a
/// base URL.
struct FeedItem {
  std::string feed_title;
  std::string feed_url;   // URL of the feed itself
  std::string feed_link;  // URL of the site of the feed
  std::string language;   // of the item; if absent, of the feed
  std::string title;
  std::string published;
  std::string modified;
  std::vector<std::string> authors;  // "Ann Example", "ann@example.org (Ann)"
  std::string summary;               // only if the item also has content
  std::string guid;
  std::vector<std::string> categories;
  std::vector<FeedImage> images;
  std::string credit;  // a credit line, or the source of the story
  // Only formats of news agencies have the following fields.
  std::string subtitle;
  std::string section;
  std::string byline;    // such as "By Ann Example, Reuters"
  std::string provider;  // the distributor; if absent, the rights owner
  std::string rights;    // such as "Copyright 2024 Example News"
  // If the feed says that the item is not an article, the reason, for example
  // "not text but picture".
  std::string not_an_article;
  std::string base_url;  // base of relative URLs in content and summary
  Markup title_markup = Markup::kText;
  Markup summary_markup = Markup::kText;
  bool content_is_summary = false;  // the item has only a description
  bool is_recovered = false;        // the feed is not well-formed (ReadXml)
};

/// A decoded document. A field that is not given is empty. All text is valid
/// UTF-8.
struct Document {
  Hash128 id;            // the record's `id`
  std::string input_id;  // the envelope's `id`, as given
  DocumentKind kind = DocumentKind::kText;
  std::string content;
  Markup content_markup = Markup::kText;  // kHtml in a page, and in many items
  std::string url;                        // as given; of an item, the link
  std::string source;                     // the publisher's name, as given
  std::string fetched_at;
  FeedItem feed;
  std::vector<std::pair<std::string, std::string>> http_headers;
  std::optional<int32_t> item;  // index in the feed or package, from 0
};

}  // namespace newsmill::model
