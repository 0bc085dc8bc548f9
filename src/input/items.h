// The documents of a body: one, or one for each item of a feed.
#pragma once

#include <vector>

#include "body.h"
#include "newsmill/input/decode.h"
#include "newsmill/input/options.h"

namespace newsmill::input {

/// Returns at least one item. A body that cannot be read at all is one
/// rejection. Adds what `body` says and is not used to `ignored`.
std::vector<Item> ItemsOf(Body body, const Options& options,
                          model::IgnoredFields& ignored);

}  // namespace newsmill::input
