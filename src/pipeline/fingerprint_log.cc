#include "newsmill/pipeline/fingerprint_log.h"

#include "fmt/format.h"

namespace newsmill::pipeline {

std::string FirstEntriesMissing(std::string_view what) {
  return fmt::format(
      "{}; the first entries of the fingerprint log are missing. The log was "
      "truncated or recreated, or its first entries were deleted. Restore the "
      "topic. Or delete it, create it again, and start one worker with "
      "--new-log, which starts without knowledge of earlier texts",
      what);
}

}  // namespace newsmill::pipeline
