#include "newsmill/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace newsmill {

void CheckFailed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "newsmill: broken invariant at %s:%d: %s\n", file, line,
               condition);
  std::abort();
}

}  // namespace newsmill
