// Makes the input messages of `newsmill demo`.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "newsmill/model/raw_message.h"

namespace newsmill::app {

/// One message for the topic news.raw. If a string is empty, the message does
/// not have this header.
struct Sample {
  std::string_view content_type;
  std::string_view charset;
  std::string_view url;
  std::string_view source;
  // Nothing means that the message has a null value.
  std::optional<std::string_view> value;
};

/// Returns fictional news in several languages and forms: pages, plain text,
/// envelopes, feeds, copies, a correction, and documents that cannot become a
/// record.
std::span<const Sample> Samples();

/// Returns the message with this number, from 0. The numbers continue after the
/// last sample with the first sample again.
model::RawMessage SampleMessage(size_t number);

}  // namespace newsmill::app
