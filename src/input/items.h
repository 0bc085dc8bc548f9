// Splits a body into documents: one document, or one for each item of a feed.
#pragma once

#include <vector>

#include "body.h"
#include "newsmill/input/decode.h"
#include "newsmill/input/options.h"

namespace newsmill::input {

/// Returns at least one item. A body that cannot be read at all gives one
/// rejection. Adds the fields of `body` that are invalid and therefore not used
/// to `ignored`.
std::vector<Item> ItemsOf(Body body, const Options& options,
                          model::IgnoredFields& ignored);

}  // namespace newsmill::input
