// Encodes the input of a child process that examines a suspect message. The
// input is the configuration and the message. See pipeline/crash_guard.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsmill/model/raw_message.h"

namespace newsmill::app {

struct Examination {
  std::string config;  // YAML
  model::RawMessage message;
};

/// Returns the bytes that DecodeExamination reads.
std::string Encode(const Examination& examination);
/// Returns the examination that Encode has written to `bytes`. Returns nothing
/// if `bytes` are invalid.
std::optional<Examination> DecodeExamination(std::string_view bytes);

}  // namespace newsmill::app
