// NEWSMILL_CHECK aborts the program if a condition is false that only a bug of
// newsmill can break. It does so in release builds, too. A worker that went on
// could commit a wrong offset; a worker that is killed loses nothing.
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
