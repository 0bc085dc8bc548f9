#include "feed_limits.h"

namespace newsmill::input {

using model::Reason;
using model::Rejection;

Rejection TooManyItems(const Options& options) {
  return {Reason::kLimit,
          "more than " + std::to_string(options.max_items) +
              " items (input.max_items)",
          ""};
}

Rejection TooManyNames(const Options& options) {
  return {Reason::kLimit,
          "an item has more than " + std::to_string(options.max_names) +
              " images, tags and authors (input.max_names)",
          ""};
}

std::optional<Rejection> TooMuchCopied(size_t bytes, size_t copies,
                                       const Options& options) {
  if (static_cast<int64_t>(bytes * copies) <= options.max_unpacked_bytes) {
    return std::nullopt;
  }
  return Rejection{Reason::kLimit,
                   "the fields that are common to all " +
                       std::to_string(copies) + " items exceed " +
                       std::to_string(options.max_unpacked_bytes) +
                       " bytes when each item has a copy "
                       "(input.max_unpacked_bytes)",
                   ""};
}

}  // namespace newsmill::input
