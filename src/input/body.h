// Reads a document from a message: the bytes of the document, and the facts
// about it in the message.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/json/reader.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"
#include "newsmill/model/ignored_field.h"
#include "newsmill/model/raw_message.h"

namespace newsmill::input {

/// A document that was read from a message. The payload of the message is
/// either the document itself (a bare body) or an envelope: a JSON object with
/// the document and facts about it. A string is empty if the message does not
/// contain it.
struct Body {
  std::string bytes;  // base64 is decoded already; gzip and zstd are not
  std::string input_id;
  std::string url;
  std::string content_type;
  std::string charset;
  std::string source;
  std::string fetched_at;
  model::FeedItem feed;
  std::vector<std::pair<std::string, std::string>> http_headers;
  bool is_text = false;  // `bytes` come from JSON, so they are UTF-8
};

using BodyResult = std::expected<Body, model::Rejection>;

/// Returns the payload of the message as a document, with the facts from the
/// headers.
/// REQUIRES: the message has a value.
BodyResult BareBody(const model::RawMessage& message);

/// Returns the document in an envelope. If its content cannot be read, returns
/// a rejection `bad_envelope` with the path of the member. Adds unknown keys
/// and optional members of a wrong type to `ignored`.
BodyResult EnvelopeBody(const json::Value& envelope,
                        model::IgnoredFields& ignored);

/// Returns true for a date, alone or with a time, such as
/// "2024-01-23T10:00:00Z". There may be a blank instead of the T, and the time
/// zone may be missing.
bool LooksLikeTimestamp(std::string_view text);

}  // namespace newsmill::input
