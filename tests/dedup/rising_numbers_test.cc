#include "rising_numbers.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <limits>

#include "gtest/gtest.h"
#include "index_fixture.h"

namespace newsmill::dedup {
namespace {

/// Numbers in an array, and in a list.
class RisingNumbersTest : public ::testing::Test {
 protected:
  void Add(int64_t number) {
    list_.push_back(number);
    numbers_.Add(end_++, number);
  }
  void RemoveOldest() {
    list_.pop_front();
    numbers_.RemoveBelow(++first_);
  }
  void ExpectAll() {
    for (TextNumber text = first_; text < end_; ++text) {
      ASSERT_EQ(numbers_[text], list_[text - first_]) << text;
    }
  }

  RisingNumbers numbers_;
  std::deque<int64_t> list_;
  TextNumber first_ = 1;
  TextNumber end_ = 1;
};

TEST_F(RisingNumbersTest, ReturnsWhatWasAdded) {
  for (int64_t i = 0; i < 5000; ++i) Add(1'800'000'000'000 + i * i);
  ExpectAll();
}

TEST_F(RisingNumbersTest, NumbersMayJumpAndFall) {
  constexpr int64_t kLeast = std::numeric_limits<int64_t>::min();
  constexpr int64_t kMost = std::numeric_limits<int64_t>::max();
  for (const int64_t number :
       {int64_t{-1}, int64_t{0}, int64_t{0xFFFFFFFD}, int64_t{0xFFFFFFFE},
        int64_t{0xFFFFFFFF}, kMost, kLeast, int64_t{-1}}) {
    Add(number);
  }
  ExpectAll();
}

TEST_F(RisingNumbersTest, AgreesWithAListWhileTextsComeAndGo) {
  Random random(13);
  int64_t number = 0;
  for (int step = 0; step < 30'000; ++step) {
    number += static_cast<int64_t>(random.OneIn(3000) ? uint64_t{1} << 33
                                                      : random.Below(100));
    Add(number);
    const size_t most = step % 9000 < 6000 ? 4000 : 0;
    while (list_.size() > most) RemoveOldest();
    if (step % 1000 == 999) ExpectAll();
  }
}

TEST_F(RisingNumbersTest, MemoryIsUsedAgain) {
  const auto fill = [&] {
    for (int i = 0; i < 50'000; ++i) {
      Add(i % 100 == 0 ? -i : i);
      if (list_.size() > 3000) RemoveOldest();
    }
  };
  fill();
  const int64_t bytes = numbers_.bytes();
  fill();

  EXPECT_EQ(numbers_.bytes(), bytes);
}

}  // namespace
}  // namespace newsmill::dedup
