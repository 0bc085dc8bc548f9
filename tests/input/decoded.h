// Decodes bare bodies, whose kind is detected from their bytes.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {

inline std::vector<Item> Decoded(std::string body,
                                 const Options& options = {}) {
  model::RawMessage message;
  message.value = std::move(body);
  return Decode(message, options);
}

/// Returns the only document of `body`.
inline model::Document DocumentIn(std::string body) {
  const auto items = Decoded(std::move(body));
  EXPECT_EQ(items.size(), 1U);
  EXPECT_TRUE(items[0]) << items[0].error().detail;
  return items[0] ? *items[0] : model::Document{};
}

}  // namespace newsmill::input
