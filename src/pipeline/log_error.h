// Makes errors of the fingerprint log.
#pragma once

#include <expected>
#include <string>
#include <utility>

#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::pipeline {

/// Returns an error that stops the worker, and that only an operator can
/// correct.
inline std::unexpected<LogError> MisconfiguredLog(std::string what) {
  return std::unexpected(
      LogError{.what = std::move(what), .misconfigured = true});
}

}  // namespace newsmill::pipeline
