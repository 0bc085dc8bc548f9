// Makes the input messages of `newsmill demo`.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "newsmill/model/raw_message.h"

namespace newsmill::app {

/// An input message of the demo: four headers and the value. An empty string
/// means that the message does not have this header.
struct Sample {
  std::string_view content_type;
  std::string_view charset;
  std::string_view url;
  std::string_view source;
  // std::nullopt means that the Kafka message has a null value.
  std::optional<std::string_view> value;
};

/// Returns fictional news in several languages and forms: pages, plain text,
/// envelopes, feeds, copies, a correction, and invalid documents.
std::span<const Sample> Samples();

/// Returns the message number `number`. The numbers begin with 0. The message
/// after the last sample is the first sample again.
model::RawMessage SampleMessage(size_t number);

}  // namespace newsmill::app
