#include "extract/text/value_cache.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

size_t SizeOf(std::string_view text) { return text.size(); }

TEST(ValueCacheTest, ReturnsTheResultsOfTheFunction) {
  std::vector<std::string> texts(2'000);  // more than the cache keeps
  for (size_t i = 0; i < texts.size(); ++i) texts[i].assign(i % 300, 'a');
  ValueCache<SizeOf> cache;

  for (const std::string& text : texts) {
    EXPECT_EQ(cache.Find(text), text.size());
  }
}

TEST(ValueCacheTest, WhatIsKeptIsNotReadAgain) {
  static int reads = 0;
  constexpr auto kCount = [](std::string_view) { return ++reads; };
  ValueCache<kCount> cache;

  EXPECT_EQ(cache.Find("story-body"), 1);
  EXPECT_EQ(cache.Find("story-body"), 1);
}

}  // namespace
}  // namespace newsmill::extract::text
