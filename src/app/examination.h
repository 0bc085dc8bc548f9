// Encodes the input of `newsmill examine`: the configuration and a suspect
// message. A suspect message may have killed workers, see
// pipeline/crash_guard.h.
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
/// Decodes bytes that Encode has returned. Returns nothing if `bytes` are
/// invalid.
std::optional<Examination> DecodeExamination(std::string_view bytes);

}  // namespace newsmill::app
