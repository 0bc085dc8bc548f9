// NEWSMILL_CHECK: a condition that only a bug in this program can break.
//
// It aborts in release builds too: going on with a broken invariant could
// commit a wrong offset, and a killed worker loses nothing.
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
