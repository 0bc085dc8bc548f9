// Defines the exit codes. Scripts rely on them.
#pragma once

#include "newsmill/base/error.h"

namespace newsmill::app {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;    // the command failed while it ran
inline constexpr int kBadUsage = 2;  // wrong command line or configuration

inline int ExitCodeOf(const Error& error) {
  return error.misconfigured ? kBadUsage : kFailed;
}

}  // namespace newsmill::app
