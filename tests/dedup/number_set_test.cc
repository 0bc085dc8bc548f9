#include "number_set.h"

#include <cstdint>

#include "gtest/gtest.h"

namespace newsmill::dedup {
namespace {

TEST(NumberSetTest, HasEachNumberOnce) {
  NumberSet set;
  for (TextNumber number = 1; number <= 5'000; ++number) {
    ASSERT_TRUE(set.Add(number * 977)) << number;
    ASSERT_FALSE(set.Add(number * 977)) << number;
  }
  for (TextNumber number = 1; number <= 5'000; ++number) {
    ASSERT_FALSE(set.Add(number * 977)) << number;
  }
}

TEST(NumberSetTest, IsEmptyAfterClear) {
  NumberSet set;
  for (TextNumber number = 1; number <= 1'000; ++number) set.Add(number);

  set.Clear();

  for (TextNumber number = 1; number <= 1'000; ++number) {
    ASSERT_TRUE(set.Add(number)) << number;
  }
}

}  // namespace
}  // namespace newsmill::dedup
