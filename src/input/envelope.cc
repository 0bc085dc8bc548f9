// Reads the JSON envelope, see docs/input.md.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "body.h"
#include "json_text.h"
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
  for (auto member = object.first(); member; member = member->next()) {
    if (std::ranges::find(known, member->key()) != known.end()) continue;
    ignored.Add(model::IgnoredCause::kUnknownKey,
                std::string(prefix) + std::string(member->key()));
  }
}

/// Returns the only text that `value` states: a string, or the first string of
/// an array.
std::optional<std::string_view> StringIn(const Value& value) {
  if (value.IsString()) return value.string();
  const auto first =
      value.type() == Type::kArray ? value.first() : std::nullopt;
  if (first && first->IsString()) return first->string();
  return std::nullopt;
}

/// Reads the optional members of an object in an envelope. Ignores and counts
/// values of a wrong type: the document must not be lost because of them.
class Members {
 public:
  Members(const Value& object, std::string_view prefix,
          model::IgnoredFields& ignored)
      : object_(object), prefix_(prefix), ignored_(ignored) {}

  void Text(std::string_view key, std::string& target) {
    const auto member = Find(key);
    if (!member) return;
    if (const auto text = StringIn(*member)) {
      target = *text;
    } else {
      Ignore(*member);
    }
  }
  /// Reads an id, which may be a number.
  void Id(std::string_view key, std::string& target) {
    const auto member = Find(key);
    if (member && member->type() == Type::kNumber) {
      target = member->number();
    } else {
      Text(key, target);
    }
  }
  void Names(std::string_view key, std::vector<std::string>& target) {
    const auto member = Find(key);
    if (!member) return;
    target = NamesIn(*member);
    const bool is_empty = member->type() == Type::kArray && !member->first();
    if (target.empty() && !member->IsString() && !is_empty) Ignore(*member);
  }
  std::optional<Value> Object(std::string_view key) {
    const auto member = Find(key);
    if (!member || member->IsObject()) return member;
    Ignore(*member);
    return std::nullopt;
  }
  void Ignore(const Value& member) {
    ignored_.Add(model::IgnoredCause::kWrongType,
                 std::string(prefix_) + std::string(member.key()),
                 json::Name(member.type()));
  }

 private:
  /// Returns the member with this key, or nothing if it is absent or null.
  std::optional<Value> Find(std::string_view key) const {
    const auto member = object_.Find(key);
    return member && member->type() != Type::kNull ? member : std::nullopt;
  }

  const Value& object_;
  std::string_view prefix_;
  model::IgnoredFields& ignored_;
};

void ReadFeed(const Value& object, model::FeedItem& feed,
              model::IgnoredFields& ignored) {
  AddUnknownKeys(object, kFeedKeys, "feed.", ignored);
  Members members(object, "feed.", ignored);
  members.Text("title", feed.feed_title);
  members.Text("url", feed.feed_url);
  members.Text("item_title", feed.title);
  members.Text("item_published", feed.published);
  members.Text("item_summary", feed.summary);
  members.Id("item_guid", feed.guid);
  members.Names("item_authors", feed.authors);
}

/// Returns the value of a header. It may be a number or a bool: "Age: 5".
std::optional<std::string_view> HeaderIn(const Value& value) {
  if (value.type() == Type::kNumber) return value.number();
  if (value.type() == Type::kBool) return value.boolean() ? "true" : "false";
  return value.IsString() ? std::optional(value.string()) : std::nullopt;
}

/// Reads HTTP headers. The value of a header is an array if the header occurs
/// more than once.
void ReadHttpHeaders(const Value& object, Body& body,
                     model::IgnoredFields& ignored) {
  Members members(object, "http_headers.", ignored);
  for (auto header = object.first(); header; header = header->next()) {
    if (header->type() == Type::kNull) continue;
    const bool is_list = header->type() == Type::kArray;
    bool is_read = is_list && !header->first();
    for (auto value = is_list ? header->first() : header; value;
         value = is_list ? value->next() : std::nullopt) {
      const auto text = HeaderIn(*value);
      if (text) body.http_headers.emplace_back(header->key(), *text);
      is_read = is_read || text;
    }
    if (!is_read) members.Ignore(*header);
  }
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

void ReadMembers(const Value& envelope, Body& body,
                 model::IgnoredFields& ignored) {
  AddUnknownKeys(envelope, kEnvelopeKeys, "", ignored);
  Members members(envelope, "", ignored);
  members.Id("id", body.input_id);
  members.Text("url", body.url);
  members.Text("content_type", body.content_type);
  members.Text("charset", body.charset);
  members.Text("source", body.source);
  members.Text("fetched_at", body.fetched_at);
  if (const auto headers = members.Object("http_headers")) {
    ReadHttpHeaders(*headers, body, ignored);
  }
  if (const auto feed = members.Object("feed")) {
    ReadFeed(*feed, body.feed, ignored);
  }
}

}  // namespace

BodyResult EnvelopeBody(const Value& envelope, model::IgnoredFields& ignored) {
  Body body;
  ReadMembers(envelope, body, ignored);
  if (const Failure failure = ReadContent(envelope, body)) {
    return std::unexpected(model::Rejection{
        model::Reason::kBadEnvelope, failure->Sentence(), body.input_id});
  }
  return body;
}

}  // namespace newsmill::input
