// A feed as it was read, whichever its format.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/input/options.h"
#include "newsmill/json/reader.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"

namespace newsmill::input {

/// An item: what is said of it, where it is, and its text.
struct FeedEntry {
  model::FeedItem item;
  std::string url;
  std::string content;
  model::Markup content_markup = model::Markup::kText;
};

struct Feed {
  model::DocumentKind kind = model::DocumentKind::kRss;
  std::vector<FeedEntry> entries;
  bool is_one_document = false;  // no feed: its only entry has no number
};

using FeedResult = std::expected<Feed, model::Rejection>;

/// RSS 0.90 to 2.0 (https://www.rssboard.org/rss-specification), RSS 1.0
/// (https://web.resource.org/rss/1.0/spec), Atom 0.3 and 1.0 (RFC 4287), with
/// the usual modules. `text` is UTF-8 whatever it declares. `base_url`: where
/// the feed was fetched, or "". Refused: `malformed`, `limit` (items, depth,
/// entity expansion), `empty_feed`.
FeedResult ReadXmlFeed(std::string text, std::string_view base_url,
                       const Options& options);

/// NewsML-G2 (https://iptc.org/std/NewsML-G2/) and NITF
/// (https://iptc.org/std/NITF/): the news items of a message, the items that a
/// package refers to and describes, a news item alone, or an NITF document.
/// `text` and `base_url` as above. Refused: `malformed`, `limit`, `empty_feed`.
FeedResult ReadWireXml(std::string text, std::string_view base_url,
                       const Options& options);

/// JSON Feed or ninjs, by what the root says. Refused: `malformed`, `limit`,
/// and what the two below refuse.
FeedResult ReadJson(std::string_view text, std::string_view base_url,
                    const Options& options);

/// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). Refused:
/// `malformed`, `limit`, `empty_feed`.
FeedResult ReadJsonFeed(const json::Value& root, std::string_view base_url,
                        const Options& options);

/// ninjs 1.x to 3.x (https://iptc.org/std/ninjs/): one item, or the items of a
/// package. Refused: `unsupported` for other JSON, `limit`.
FeedResult ReadNinjs(const json::Value& root, std::string_view base_url,
                     const Options& options);

}  // namespace newsmill::input
