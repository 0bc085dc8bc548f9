// NEWSMILL_CHECK aborts the program if its condition is false. Only a bug of
// newsmill can make the condition false. Release builds also check the
// condition, because a worker that continues after such a bug could commit a
// wrong offset. A worker that aborts loses nothing, because the broker delivers
// its uncommitted messages again.
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
