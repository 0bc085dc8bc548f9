// Splits a body into documents: one document, or one for each item of a feed.
#pragma once

#include <vector>

#include "body.h"
#include "newsmill/input/decode.h"
#include "newsmill/input/options.h"

namespace newsmill::input {

/// Returns at least one item. If the body cannot be read at all, returns one
/// rejection. Does not use invalid optional fields of `body`, and adds these
/// fields to `ignored`.
std::vector<Item> ItemsOf(Body body, const Options& options,
                          model::IgnoredFields& ignored);

}  // namespace newsmill::input
