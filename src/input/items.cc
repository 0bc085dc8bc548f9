#include "items.h"

#include "body_text.h"
#include "control_characters.h"
#include "feed.h"
#include "feed_limits.h"
#include "newsmill/base/url_reference.h"
#include "newsmill/base/utf8.h"
#include "newsmill/model/identity.h"

namespace newsmill::input {
namespace {

using model::Document;
using model::DocumentKind;
using model::Markup;
using model::Reason;
using model::Rejection;

std::vector<Item> Refused(Rejection rejection, std::string input_id) {
  rejection.input_id = std::move(input_id);
  std::vector<Item> items;
  items.emplace_back(std::unexpected(std::move(rejection)));
  return items;
}

std::vector<Item> Refused(Reason reason, std::string detail,
                          std::string input_id) {
  return Refused(Rejection{reason, std::move(detail), ""}, std::move(input_id));
}

model::Hash128 IdOf(const Body& body) {
  model::FieldHash hash;
  hash.Add(body.url).Add(body.bytes).Add(int64_t{-1});
  return hash.Digest();
}

/// Returns the id of an item. The id is a hash of the message's id and the
/// item's number. So the bytes of the message are hashed only once.
model::Hash128 IdOfItem(const model::Hash128& message_id, int32_t item) {
  model::FieldHash hash;
  hash.Add(model::ToHex(message_id)).Add(int64_t{item});
  return hash.Digest();
}

Document PageOf(Body body, const model::Hash128& id, DocumentKind kind,
                std::string text) {
  Document document;
  document.id = id;
  document.kind = kind;
  document.content = WithoutControlCharacters(std::move(text));
  if (kind == DocumentKind::kHtml) document.content_markup = Markup::kHtml;
  document.input_id = std::move(body.input_id);
  document.url = std::move(body.url);
  document.source = std::move(body.source);
  document.fetched_at = std::move(body.fetched_at);
  document.feed = std::move(body.feed);
  document.http_headers = std::move(body.http_headers);
  return document;
}

/// Copies fields of the envelope to the item: the URL of the feed, which is
/// more reliable in the envelope, and the title of the feed if the item does
/// not contain it.
void AddEnvelope(const Body& body, model::FeedItem& item) {
  if (item.feed_title.empty()) item.feed_title = body.feed.feed_title;
  if (!body.feed.feed_url.empty()) {
    item.feed_url = body.feed.feed_url;
  } else if (!body.url.empty()) {
    item.feed_url = body.url;
  }
}

/// Returns the size of the fields that are copied into each document of a feed.
size_t SharedBytes(const Body& body) {
  size_t bytes = body.input_id.size() + body.source.size() + body.url.size() +
                 body.feed.feed_title.size() + body.feed.feed_url.size();
  for (const auto& [name, value] : body.http_headers) {
    bytes += name.size() + value.size();
  }
  return bytes;
}

std::vector<Item> ItemsOfFeed(const Body& body, const model::Hash128& id,
                              FeedResult feed, const Options& options) {
  if (!feed) return Refused(std::move(feed.error()), body.input_id);
  if (auto refusal =
          TooMuchCopied(SharedBytes(body), feed->entries.size(), options)) {
    return Refused(*std::move(refusal), body.input_id);
  }
  std::vector<Item> items;
  items.reserve(feed->entries.size());
  for (FeedEntry& entry : feed->entries) {
    const auto number = static_cast<int32_t>(items.size());
    Document document;
    document.id = feed->is_one_document ? id : IdOfItem(id, number);
    document.input_id = body.input_id;
    document.kind = feed->kind;
    document.content = std::move(entry.content);
    document.content_markup = entry.content_markup;
    document.url = std::move(entry.url);
    if (feed->is_one_document && !body.url.empty()) document.url = body.url;
    document.source = body.source;
    document.fetched_at = body.fetched_at;
    document.feed = std::move(entry.item);
    document.feed.is_recovered = feed->is_recovered;
    AddEnvelope(body, document.feed);
    document.http_headers = body.http_headers;
    if (!feed->is_one_document) document.item = number;
    items.emplace_back(std::move(document));
  }
  if (feed->ends_within_item) {
    items.emplace_back(std::unexpected(
        Rejection{Reason::kMalformed, "the document is cut off within the item",
                  body.input_id}));
  }
  return items;
}

/// Clears invalid optional fields of an envelope or of headers. A document must
/// not be lost because its crawler's metadata is wrong.
void IgnoreInvalidFields(Body& body, model::IgnoredFields& ignored) {
  if (!body.url.empty() && !IsHttpUrl(body.url)) {
    ignored.Add(model::IgnoredCause::kBadUrl, "url", body.url);
    body.url.clear();
  }
  if (!body.fetched_at.empty() && !LooksLikeTimestamp(body.fetched_at)) {
    ignored.Add(model::IgnoredCause::kBadFetchedAt, "fetched_at",
                body.fetched_at);
    body.fetched_at.clear();
  }
}

/// Returns the base URL for the feed's relative URLs (RFC 3986, section 5.1).
std::string BaseOf(const Body& body) {
  const std::string_view location = HttpHeader(body, "content-location");
  const std::string& fetched = body.url.empty() ? body.feed.feed_url : body.url;
  return std::string(BaseUrlOf(ResolvedUrl(location, fetched)));
}

}  // namespace

std::vector<Item> ItemsOf(Body body, const Options& options,
                          model::IgnoredFields& ignored) {
  const model::Hash128 id = IdOf(body);  // before an invalid URL is removed
  IgnoreInvalidFields(body, ignored);
  auto text = TextOf(body, options);
  if (!text) return Refused(std::move(text.error()), body.input_id);
  const auto refused = [&](std::string detail) {
    return Refused(Reason::kUnsupported, std::move(detail), body.input_id);
  };
  const auto feed = [&](FeedResult result) {
    return ItemsOfFeed(body, id, std::move(result), options);
  };
  switch (text->form) {
    case Form::kHtml:
    case Form::kText: {
      const auto kind =
          text->form == Form::kHtml ? DocumentKind::kHtml : DocumentKind::kText;
      std::vector<Item> items;
      items.emplace_back(
          PageOf(std::move(body), id, kind, std::move(text->text)));
      return items;
    }
    case Form::kFeed:
      return feed(ReadXmlFeed(std::move(text->text), BaseOf(body), options));
    case Form::kJson:
      return feed(ReadJson(text->text, BaseOf(body), options));
    case Form::kWire:
      return feed(ReadWireXml(std::move(text->text), BaseOf(body), options));
    case Form::kNewsml1:
      return feed(ReadNewsml1(std::move(text->text), BaseOf(body), options));
    case Form::kIptc7901:
      return feed(ReadIptc7901(text->text, options));
    case Form::kEmail:
      return refused("the document is an e-mail message");
    case Form::kXml:
      return refused("XML of an unknown kind");
    case Form::kBinary:
      break;
  }
  return refused("content type " +
                 std::string(TruncateUtf8(text->type.essence, 80)) +
                 " is not a document");
}

}  // namespace newsmill::input
