// The exit codes that scripts rely on.
#pragma once

#include "newsmill/base/error.h"

namespace newsmill::app {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;    // a failure while running
inline constexpr int kBadUsage = 2;  // wrong usage or configuration

inline int ExitCodeOf(const Error& error) {
  return error.misconfigured ? kBadUsage : kFailed;
}

}  // namespace newsmill::app
