// A document as it was delivered: its bytes and the statements about them.
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

/// The common form of a bare body and an envelope. A string is empty if the
/// input does not state it.
struct Body {
  std::string bytes;  // after base64, before unpacking
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

/// Returns the value of the message as a document, with the facts from the
/// headers.
/// REQUIRES: the message has a value.
BodyResult BareBody(const model::RawMessage& message);

/// Returns the members of an envelope, or a rejection `bad_envelope` that names
/// the path. Adds unknown keys to `ignored`.
BodyResult EnvelopeBody(const json::Value& envelope,
                        model::IgnoredFields& ignored);

/// Returns true for a date with or without a time: "2024-01-23T10:00:00Z".
/// Accepts a blank instead of the T, and a missing zone.
bool LooksLikeTimestamp(std::string_view text);

}  // namespace newsmill::input
