// A document as it was delivered: its bytes and what was said about them.
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

/// Empty strings: not said. Both forms of input become one.
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
  bool is_text = false;  // `bytes` were JSON text: UTF-8, whatever is declared
};

using BodyResult = std::expected<Body, model::Rejection>;

/// Returns the value as the document, described by the headers.
/// REQUIRES: a value.
BodyResult BareBody(const model::RawMessage& message);

/// Returns the members of an envelope, or a rejection `bad_envelope` that names
/// the path. Adds keys that an envelope does not have to `ignored`.
BodyResult EnvelopeBody(const json::Value& envelope,
                        model::IgnoredFields& ignored);

/// Returns true for a date with or without a time: "2024-01-23T10:00:00Z".
/// Accepts a blank for the T and a missing zone.
bool LooksLikeTimestamp(std::string_view text);

}  // namespace newsmill::input
