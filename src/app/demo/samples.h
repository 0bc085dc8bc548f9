// The messages that `newsmill demo` sends to the worker.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "newsmill/model/raw_message.h"

namespace newsmill::app {

/// One message for news.raw. An empty field means that the message has no such
/// header.
struct Sample {
  std::string_view content_type;
  std::string_view charset;
  std::string_view url;
  std::string_view source;
  std::optional<std::string_view> value;  // empty: a null value
};

/// Returns fictional news in several languages and forms: pages, plain text,
/// envelopes, feeds, copies, a correction, and documents that cannot become a
/// record.
std::span<const Sample> Samples();

/// Returns message `number`. After the last sample, the first sample comes
/// again.
model::RawMessage SampleMessage(size_t number);

}  // namespace newsmill::app
