#include "text_ring.h"

#include <cstdint>

#include "gtest/gtest.h"

namespace newsmill::dedup {
namespace {

TEST(TextRingTest, KeepsTheElementsOfALongSequence) {
  TextRing<uint64_t> ring;
  TextNumber first = 1;
  for (TextNumber number = 1; number < 100'000; ++number) {
    ring.Add(number);
    ring[number] = number * 3;
    if (number - first >= 5'000) ring.RemoveBelow(++first);
    ASSERT_EQ(ring[first], first * 3);
    ASSERT_EQ(ring[(first + number) / 2], (first + number) / 2 * 3);
  }
}

TEST(TextRingTest, UsesTheMemoryOfRemovedElementsAgain) {
  TextRing<uint64_t> ring;
  for (TextNumber number = 1; number < 1'000'000; ++number) {
    ring.Add(number);
    if (number > 3'000) ring.RemoveBelow(number - 3'000);
  }

  EXPECT_LE(ring.bytes(), 5 * 1024 * 8);
}

TEST(TextRingTest, BeginsAtAnyNumber) {
  TextRing<int> ring;
  ring.Add(5'000'000);
  ring[5'000'000] = 7;

  EXPECT_EQ(ring[5'000'000], 7);
}

}  // namespace
}  // namespace newsmill::dedup
