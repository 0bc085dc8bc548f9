// The documents of a body: one, or one for each item of a feed.
#pragma once

#include <vector>

#include "body.h"
#include "newsmill/input/decode.h"
#include "newsmill/input/options.h"

namespace newsmill::input {

/// At least one. A body that fails as a whole is one rejection.
std::vector<Item> ItemsOf(Body body, const Options& options);

}  // namespace newsmill::input
