#include "newsmill/input/decode.h"

#include "body.h"
#include "charset.h"
#include "control_characters.h"
#include "newsmill/base/ascii.h"
#include "newsmill/json/utf8.h"
#include "newsmill/model/identity.h"
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

bool BeginsLikeJsonObject(std::string_view value) {
  if (value.starts_with("\xEF\xBB\xBF")) value.remove_prefix(3);
  const size_t at = value.find_first_not_of(" \t\r\n");
  return at != value.npos && value[at] == '{';
}

std::string HeaderText(const model::Headers& headers, std::string_view name) {
  std::string text;
  if (const auto value = model::FindHeader(headers, name)) {
    json::AppendValidUtf8(*value, text);
  }
  return text;
}

/// An object without `content`: a document of a kind that is not read yet, or
/// an envelope with its heart missing.
BodyResult ObjectBody(const json::Value& object,
                      const model::RawMessage& message) {
  if (object.Find("content")) return EnvelopeBody(object);
  const MediaType type =
      ParseMediaType(HeaderText(message.headers, "content-type"));
  const bool other_json = IsJson(type) && type.essence != "application/json";
  if (other_json || LooksLikeJsonDocument(*message.value)) {
    return Reject(Reason::kUnsupported, "JSON feeds and ninjs are not read yet",
                  HeaderText(message.headers, "id"));
  }
  return EnvelopeBody(object);  // says that `content` is missing
}

BodyResult BodyOf(const model::RawMessage& message) {
  const MediaType type =
      ParseMediaType(HeaderText(message.headers, "content-type"));
  const std::string& value = *message.value;
  const bool is_json = IsJson(type)
                           ? !IsPacked(value)
                           : IsUnspecific(type) && BeginsLikeJsonObject(value);
  if (!is_json) return BareBody(message);
  const auto refuse = [&](const json::Error& error) {
    return Reject(Reason::kBadEnvelope, error.Sentence(),
                  HeaderText(message.headers, "id"));
  };
  const auto tree = json::Tree::Parse(value);
  if (!tree) return refuse(tree.error());
  if (!tree->root().IsObject()) {
    return refuse(tree->root().WrongType(json::Type::kObject));
  }
  return ObjectBody(tree->root(), message);
}

std::string_view HttpHeader(const Body& body, std::string_view name) {
  std::string_view found;
  for (const auto& [key, value] : body.http_headers) {
    if (LowerAscii(key) == name) found = value;
  }
  return found;
}

MediaType MediaTypeOf(const Body& body) {
  MediaType type = ParseMediaType(body.content_type);
  const MediaType http = ParseMediaType(HttpHeader(body, "content-type"));
  if (type.essence.empty()) type.essence = http.essence;
  if (type.charset.empty()) type.charset = http.charset;
  if (!body.charset.empty()) {
    type.charset = LowerAscii(TrimBlanks(body.charset));
  }
  return type;
}

model::Hash128 IdOf(const Body& body, std::optional<int32_t> item) {
  model::FieldHash hash;
  hash.Add(body.url).Add(body.bytes).Add(int64_t{item.value_or(-1)});
  return hash.Digest();
}

/// The document's text in UTF-8. Takes the bytes out of `body`.
std::expected<std::string, Rejection> TextOf(Body& body, const MediaType& type,
                                             const Options& options) {
  std::string bytes = std::move(body.bytes);
  if (!body.is_text && IsPacked(bytes)) {
    auto unpacked = Unpack(bytes, options.max_unpacked_bytes);
    if (!unpacked) return unpacked;
    bytes = *std::move(unpacked);
    if (IsPacked(bytes)) {
      return Reject(Reason::kUnsupported, "the body is packed twice");
    }
  }
  if (body.is_text) {
    bytes.erase(0, bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    return bytes;
  }
  const auto format = BinaryFormat(bytes, HoldsNulBytes(bytes, type.charset));
  if (!format.empty()) {
    return Reject(Reason::kUnsupported, "the body is " + std::string(format));
  }
  return ToUtf8(std::move(bytes), type.charset);
}

std::expected<model::DocumentKind, Rejection> KindOf(const MediaType& type,
                                                     std::string_view text) {
  switch (FormOf(type, text)) {
    case Form::kHtml:
      return model::DocumentKind::kHtml;
    case Form::kText:
      return model::DocumentKind::kText;
    case Form::kFeed:
      return Reject(Reason::kUnsupported, "feeds are not read yet");
    case Form::kPackage:
      return Reject(Reason::kUnsupported, "NewsML and NITF are not read yet");
    case Form::kJson:
      return Reject(Reason::kUnsupported,
                    "JSON feeds and ninjs are not read yet");
    case Form::kXml:
      return Reject(Reason::kUnsupported, "XML of an unknown kind");
    case Form::kBinary:
      break;
  }
  return Reject(Reason::kUnsupported,
                "content type " +
                    std::string(json::TruncateUtf8(type.essence, 80)) +
                    " is not a document");
}

Item DocumentOf(Body body, const Options& options) {
  model::Document document;
  document.id = IdOf(body, std::nullopt);
  const MediaType type = MediaTypeOf(body);
  auto text = TextOf(body, type, options);
  if (!text) return std::unexpected(std::move(text.error()));
  const auto kind = KindOf(type, *text);
  if (!kind) return std::unexpected(kind.error());

  document.kind = *kind;
  document.content = WithoutControlCharacters(*std::move(text));
  document.input_id = std::move(body.input_id);
  document.url = std::move(body.url);
  document.source = std::move(body.source);
  document.fetched_at = std::move(body.fetched_at);
  document.feed = std::move(body.feed);
  document.http_headers = std::move(body.http_headers);
  return document;
}

Item DecodeOne(const model::RawMessage& message, const Options& options) {
  if (!message.value) {
    return Reject(Reason::kNullValue, "the message has no value",
                  HeaderText(message.headers, "id"));
  }
  if (static_cast<int64_t>(message.value->size()) > options.max_message_bytes) {
    return Reject(Reason::kTooLarge,
                  std::to_string(message.value->size()) + " bytes, above " +
                      std::to_string(options.max_message_bytes) +
                      " (input.max_message_bytes)",
                  HeaderText(message.headers, "id"));
  }
  BodyResult body = BodyOf(message);
  if (!body) return std::unexpected(std::move(body.error()));
  std::string input_id = body->input_id;
  Item item = DocumentOf(*std::move(body), options);
  if (!item) item.error().input_id = std::move(input_id);
  return item;
}

}  // namespace

std::vector<Item> Decode(const model::RawMessage& message,
                         const Options& options) {
  std::vector<Item> items;
  items.push_back(DecodeOne(message, options));
  return items;
}

}  // namespace newsmill::input
