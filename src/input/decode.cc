#include "newsmill/input/decode.h"

#include "body.h"
#include "feed.h"
#include "items.h"
#include "json_text.h"
#include "newsmill/base/utf8.h"
#include "sniff.h"
#include "unpack.h"

namespace newsmill::input {
namespace {

using model::Reason;
using model::Rejection;

std::unexpected<Rejection> Reject(Reason reason, std::string detail,
                                  std::string input_id = "") {
  return std::unexpected(
      Rejection{reason, std::move(detail), std::move(input_id)});
}

/// Returns true if the value may be a JSON object. A declared type may be
/// wrong: no JSON begins with a tag.
bool MayBeJson(const MediaType& type, std::string_view value) {
  const std::string_view text = WithoutBlanksBefore(value);
  if (IsJson(type)) return !IsPacked(value) && !text.starts_with('<');
  return IsUnspecific(type) && text.starts_with('{');
}

std::string HeaderText(const model::Headers& headers, std::string_view name) {
  std::string text;
  if (const auto value = model::FindHeader(headers, name)) {
    AppendValidUtf8(*value, text);
  }
  return text;
}

/// Returns true if an object without the key `content` is a document.
bool IsDocument(const json::Value& object, const MediaType& type) {
  const bool other_json = IsJson(type) && type.essence != "application/json";
  return other_json || IsJsonFeed(object) || IsNinjs(object);
}

/// Returns true for a JSON document that is not valid UTF-8. An envelope must
/// be valid UTF-8.
bool IsBrokenDocument(std::string_view text, const MediaType& type,
                      const Options& options) {
  if (IsValidUtf8(text)) return false;
  const auto tree =
      ParseJson(RepairedUtf8(std::string(text)), options, Reason::kBadEnvelope);
  return tree && tree->root().IsObject() && !tree->root().Find("content") &&
         IsDocument(tree->root(), type);
}

/// Returns the body of a message whose value is a JSON object. An object with
/// the key `content` is an envelope. Any other object is a JSON feed, another
/// document, or an envelope in which `content` is missing.
BodyResult ObjectBody(const json::Value& object, const MediaType& type,
                      const model::RawMessage& message,
                      model::IgnoredFields& ignored) {
  if (object.Find("content")) return EnvelopeBody(object, ignored);
  if (IsDocument(object, type)) return BareBody(message);
  return EnvelopeBody(object, ignored);  // reports that `content` is missing
}

BodyResult BodyOf(const model::RawMessage& message, const Options& options,
                  model::IgnoredFields& ignored) {
  const MediaType type =
      ParseMediaType(HeaderText(message.headers, "content-type"));
  const std::string& value = *message.value;
  if (!MayBeJson(type, value) || type.essence == "application/feed+json") {
    return BareBody(message);
  }
  const std::string_view text = WithoutBlanksBefore(WithoutPadding(value));
  const auto tree = ParseJson(text, options, Reason::kBadEnvelope);
  const std::string id = HeaderText(message.headers, "id");
  if (!tree) {
    if (IsBrokenDocument(text, type, options)) return BareBody(message);
    return Reject(tree.error().reason, tree.error().detail, id);
  }
  if (!tree->root().IsObject()) {
    const auto error = tree->root().WrongType(json::Type::kObject);
    return Reject(Reason::kBadEnvelope, error.Sentence(), id);
  }
  return ObjectBody(tree->root(), type, message, ignored);
}

std::unexpected<Rejection> Refusal(const model::RawMessage& message,
                                   const Options& options) {
  const std::string id = HeaderText(message.headers, "id");
  if (!message.value) {
    return Reject(Reason::kNullValue, "the message has no value", id);
  }
  return Reject(Reason::kTooLarge,
                "the message has " + std::to_string(message.value->size()) +
                    " bytes, more than " +
                    std::to_string(options.max_message_bytes) +
                    " (input.max_message_bytes)",
                id);
}

bool IsTooLarge(const std::string& value, const Options& options) {
  return static_cast<int64_t>(value.size()) > options.max_message_bytes;
}

}  // namespace

std::vector<Item> Decode(const model::RawMessage& message,
                         const Options& options,
                         model::IgnoredFields* ignored) {
  model::IgnoredFields unused;
  if (ignored == nullptr) ignored = &unused;
  std::vector<Item> items;
  if (!message.value || IsTooLarge(*message.value, options)) {
    items.emplace_back(Refusal(message, options));
    return items;
  }
  BodyResult body = BodyOf(message, options, *ignored);
  if (body) return ItemsOf(*std::move(body), options, *ignored);
  items.emplace_back(std::unexpected(std::move(body.error())));
  return items;
}

}  // namespace newsmill::input
