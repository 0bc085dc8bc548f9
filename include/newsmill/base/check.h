// NEWSMILL_CHECK aborts the program if its condition is false. Only a bug of
// newsmill can make the condition false. The check is also in release builds.
// After such a bug, a running worker could commit a wrong offset. An aborted
// worker loses nothing.
#pragma once

namespace newsmill {

[[noreturn]] void CheckFailed(const char* condition, const char* file,
                              int line);

}  // namespace newsmill

#define NEWSMILL_CHECK(condition)                              \
  do {                                                         \
    if (!(condition)) [[unlikely]] {                           \
      ::newsmill::CheckFailed(#condition, __FILE__, __LINE__); \
    }                                                          \
  } while (false)
