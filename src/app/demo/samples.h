// What `newsmill demo` feeds to the worker.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "newsmill/model/raw_message.h"

namespace newsmill::app {

/// One message for news.raw. Empty fields: no such header.
struct Sample {
  std::string_view content_type;
  std::string_view charset;
  std::string_view url;
  std::string_view source;
  std::optional<std::string_view> value;  // nothing: a null value
};

/// Fictional news in several languages and forms: pages, plain text,
/// envelopes, feeds, copies, a correction, and what cannot become a record.
std::span<const Sample> Samples();

/// The number-th message: the samples in turn, over and over.
model::RawMessage SampleMessage(size_t number);

}  // namespace newsmill::app
