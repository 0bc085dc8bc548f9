// What is refused of feeds for its size: `limit`, with the option's name.
#pragma once

#include <cstdint>
#include <optional>

#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

model::Rejection TooManyItems(const Options& options);
model::Rejection TooManyNames(const Options& options);

/// What is said once is copied into every item, where it may come to more than
/// a message may hold.
std::optional<model::Rejection> TooMuchCopied(size_t bytes, size_t copies,
                                              const Options& options);

}  // namespace newsmill::input
