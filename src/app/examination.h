// What a child process is given to examine a suspect, see
// pipeline/crash_guard.h: the configuration and one message, as bytes.
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

std::string Encode(const Examination& examination);
/// Returns none for bytes that Encode did not write.
std::optional<Examination> DecodeExamination(std::string_view bytes);

}  // namespace newsmill::app
