// Reads the JSON envelope, see docs/input.md.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "body.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/base64.h"

namespace newsmill::input {
namespace {

using json::Error;
using json::Type;
using json::Value;
using Failure = std::optional<Error>;

constexpr std::string_view kEnvelopeKeys[] = {
    "id",      "url",        "content_type", "content",      "content_encoding",
    "charset", "fetched_at", "source",       "http_headers", "feed"};
constexpr std::string_view kFeedKeys[] = {
    "title",        "url",          "item_title", "item_published",
    "item_authors", "item_summary", "item_guid"};

void AddUnknownKeys(const Value& object,
                    std::span<const std::string_view> known,
                    std::string_view prefix, model::IgnoredFields& ignored) {
  if (!object.IsObject()) return;
  for (auto member = object.first(); member; member = member->next()) {
    if (std::ranges::find(known, member->key()) != known.end()) continue;
    ignored.Add(model::IgnoredCause::kUnknownKey,
                std::string(prefix) + std::string(member->key()));
  }
}

/// Reads the members of an envelope. After the first error, keeps this error
/// and reads no more members.
class Members {
 public:
  explicit Members(const Value& object) : object_(object) {}

  void Text(std::string_view key, std::string& target) {
    if (failure_) return;
    auto text = object_.FindString(key);
    if (!text) {
      failure_ = std::move(text.error());
    } else if (*text) {
      target = **text;
    }
  }
  /// Returns the member with this key and type. Returns nothing if the member
  /// does not exist. If the member has another type, returns nothing and sets
  /// an error.
  std::optional<Value> Typed(std::string_view key, Type type) {
    if (failure_) return std::nullopt;
    const auto member = object_.Find(key);
    if (!member || member->type() == Type::kNull) return std::nullopt;
    if (member->type() == type) return member;
    failure_ = member->WrongType(type);
    return std::nullopt;
  }
  void Refuse(Failure failure) {
    if (!failure_) failure_ = std::move(failure);
  }
  const Failure& failure() const { return failure_; }

 private:
  const Value& object_;
  Failure failure_;
};

Failure ReadStrings(const Value& array, std::vector<std::string>& target) {
  for (auto item = array.first(); item; item = item->next()) {
    if (!item->IsString()) return item->WrongType(Type::kString);
    target.emplace_back(item->string());
  }
  return std::nullopt;
}

/// Reads the authors: one name as a string, or several names in an array.
Failure ReadAuthors(const Value& feed, std::vector<std::string>& target) {
  const auto authors = feed.Find("item_authors");
  if (!authors || authors->type() == Type::kNull) return std::nullopt;
  if (authors->IsString()) {
    target.emplace_back(authors->string());
    return std::nullopt;
  }
  if (authors->type() != Type::kArray) return authors->WrongType(Type::kArray);
  return ReadStrings(*authors, target);
}

Failure ReadFeed(const Value& object, model::FeedItem& feed) {
  Members members(object);
  members.Text("title", feed.feed_title);
  members.Text("url", feed.feed_url);
  members.Text("item_title", feed.title);
  members.Text("item_published", feed.published);
  members.Text("item_summary", feed.summary);
  members.Text("item_guid", feed.guid);
  members.Refuse(ReadAuthors(object, feed.authors));
  return members.failure();
}

/// Reads HTTP headers. The value of a header is a string, or an array if the
/// header occurs more than once.
Failure ReadHttpHeaders(const Value& object, Body& body) {
  for (auto header = object.first(); header; header = header->next()) {
    const std::string name(header->key());
    if (header->IsString()) {
      body.http_headers.emplace_back(name, header->string());
    } else if (header->type() == Type::kArray) {
      std::vector<std::string> values;
      if (auto failure = ReadStrings(*header, values)) return failure;
      for (std::string& value : values) {
        body.http_headers.emplace_back(name, std::move(value));
      }
    } else if (header->type() != Type::kNull) {
      return header->WrongType(Type::kString);
    }
  }
  return std::nullopt;
}

Failure ReadContent(const Value& envelope, Body& body) {
  const auto content = envelope.Find("content");
  if (!content) return envelope.Wrong("the key `content` is missing");
  if (!content->IsString()) return content->WrongType(Type::kString);

  const auto encoding = envelope.FindString("content_encoding");
  if (!encoding) return encoding.error();
  const std::string_view name = encoding->value_or("");
  if (name.empty() || name == "text") {
    body.bytes = content->string();
    body.is_text = true;
    return std::nullopt;
  }
  if (LowerAscii(name) != "base64") {
    return envelope.Find("content_encoding")->Wrong("must be \"base64\"");
  }
  auto bytes = DecodeBase64(content->string());
  if (!bytes) {
    return content->Wrong("not base64 at character " +
                          std::to_string(bytes.error()));
  }
  body.bytes = *std::move(bytes);
  return std::nullopt;
}

void ReadMembers(const Value& envelope, Members& members, Body& body) {
  members.Text("url", body.url);
  members.Text("content_type", body.content_type);
  members.Text("charset", body.charset);
  members.Text("source", body.source);
  members.Text("fetched_at", body.fetched_at);
  if (const auto headers = members.Typed("http_headers", Type::kObject)) {
    members.Refuse(ReadHttpHeaders(*headers, body));
  }
  if (const auto feed = members.Typed("feed", Type::kObject)) {
    members.Refuse(ReadFeed(*feed, body.feed));
  }
  members.Refuse(ReadContent(envelope, body));
}

}  // namespace

BodyResult EnvelopeBody(const Value& envelope, model::IgnoredFields& ignored) {
  AddUnknownKeys(envelope, kEnvelopeKeys, "", ignored);
  if (const auto feed = envelope.Find("feed")) {
    AddUnknownKeys(*feed, kFeedKeys, "feed.", ignored);
  }
  Body body;
  Members members(envelope);
  members.Text("id", body.input_id);  // first, because rejections contain it
  ReadMembers(envelope, members, body);
  if (members.failure()) {
    return std::unexpected(model::Rejection{model::Reason::kBadEnvelope,
                                            members.failure()->Sentence(),
                                            body.input_id});
  }
  return body;
}

}  // namespace newsmill::input
