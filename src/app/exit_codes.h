// The exit codes that scripts rely on.
#pragma once

namespace newsmill::app {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;    // while running
inline constexpr int kBadUsage = 2;  // or configuration

}  // namespace newsmill::app
