// Reads feeds and single news items in XML and JSON.
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

/// One item of a feed.
struct FeedEntry {
  model::FeedItem item;
  std::string url;        // URL of the item's page
  std::string permalink;  // the identifier, if it is a URL of the page
  std::string content;
  model::Markup content_markup = model::Markup::kText;
};

struct Feed {
  model::DocumentKind kind = model::DocumentKind::kRss;
  std::vector<FeedEntry> entries;
  // True if the document is a single item, not a feed. Then its entry gets no
  // item number.
  bool is_one_document = false;
  // True if the document is not well-formed, and a recovering parser read it.
  bool is_recovered = false;
  // True if the document is cut off within an item that is not in `entries`.
  bool ends_within_item = false;
};

using FeedResult = std::expected<Feed, model::Rejection>;

/// Reads RSS 0.90 to 2.0 (https://www.rssboard.org/rss-specification), RSS 1.0
/// (https://web.resource.org/rss/1.0/spec) and Atom 0.3 and 1.0 (RFC 4287),
/// with the usual modules. `text` is UTF-8 even if it declares another
/// encoding. `base_url` is the URL of the feed, or "". A feed that is not
/// well-formed is read as far as possible (read_xml.h). Returns `malformed`,
/// `limit` (items, depth, entity expansion) or `empty_feed` for a feed that it
/// cannot read.
FeedResult ReadXmlFeed(std::string text, std::string_view base_url,
                       const Options& options);

/// Reads NewsML-G2 (https://iptc.org/std/NewsML-G2/) and NITF
/// (https://iptc.org/std/NITF/). Returns all news items of a news message, a
/// single news item, an NITF document, or the items of a package. A package
/// refers to items and describes them. For `text` and `base_url` see
/// ReadXmlFeed. Returns a rejection if the document cannot be read:
/// `malformed`, `limit` or `empty_feed`.
FeedResult ReadWireXml(std::string text, std::string_view base_url,
                       const Options& options);

/// Reads NewsML 1.0 to 1.2 (https://iptc.org/std/NewsML/1.2/): each news item
/// with a text becomes an entry. For `text`, `base_url` and the rejections see
/// ReadWireXml.
FeedResult ReadNewsml1(std::string text, std::string_view base_url,
                       const Options& options);

/// Reads the messages of a text in IPTC 7901 (iptc7901.h). Returns `limit` for
/// too many messages.
FeedResult ReadIptc7901(std::string_view text, const Options& options);

/// Returns true for the root of a JSON Feed. Its version may be missing or
/// wrong if the other keys are those of a feed.
bool IsJsonFeed(const json::Value& root);
/// Returns true for the root of ninjs.
bool IsNinjs(const json::Value& root);

/// Reads JSON Feed or ninjs. The keys of the root object show which of the two
/// it is. Returns `malformed` or `limit` for JSON that it cannot read, or an
/// error of ReadJsonFeed or ReadNinjs.
FeedResult ReadJson(std::string_view text, std::string_view base_url,
                    const Options& options);

/// Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). Returns
/// a rejection if the feed cannot be read: `malformed`, `limit` or
/// `empty_feed`.
FeedResult ReadJsonFeed(const json::Value& root, std::string_view base_url,
                        const Options& options);

/// Reads ninjs 1.x to 3.x (https://iptc.org/std/ninjs/): one item, or the items
/// of a package. Returns `unsupported` for other JSON, and `limit` if a limit
/// is exceeded.
FeedResult ReadNinjs(const json::Value& root, std::string_view base_url,
                     const Options& options);

}  // namespace newsmill::input
