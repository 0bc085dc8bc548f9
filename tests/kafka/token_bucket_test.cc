#include "token_bucket.h"

#include <chrono>

#include "gtest/gtest.h"

namespace newsmill::kafka {
namespace {

using std::chrono::milliseconds;
using Clock = TokenBucket::Clock;

constexpr Clock::time_point kStart{milliseconds(1'000'000)};

/// How often `cost` is taken within `time`, by one who comes whenever told to.
int64_t TakenWithin(milliseconds time, TokenBucket& bucket, int64_t cost) {
  int64_t taken = 0;
  constexpr int64_t kAnyRate = 1'000'000;
  for (Clock::time_point now = kStart;
       now < kStart + time && taken < kAnyRate;) {
    const auto wait = bucket.WaitAt(now);
    if (wait > Clock::duration::zero()) {
      now += wait;
      continue;
    }
    bucket.Take(cost);
    ++taken;
  }
  return taken;
}

TEST(TokenBucketTest, KeepsTheRateWhateverTheCost) {
  for (const int64_t cost : {1, 7, 100, 5000}) {
    TokenBucket bucket(1000);
    const int64_t sum = cost * TakenWithin(milliseconds(100'000), bucket, cost);
    EXPECT_NEAR(static_cast<double>(sum), 100'000, 5001) << cost;
  }
}

TEST(TokenBucketTest, AnIdleTimeIsNotMadeUpFor) {
  TokenBucket bucket(1000);
  (void)bucket.WaitAt(kStart - std::chrono::hours(1));

  EXPECT_LE(TakenWithin(milliseconds(1000), bucket, 1), 1101);
}

TEST(TokenBucketTest, WithoutABoundNobodyWaits) {
  TokenBucket bucket(0);
  for (int i = 0; i < 1000; ++i) {
    ASSERT_EQ(bucket.WaitAt(kStart), Clock::duration::zero());
    bucket.Take(1'000'000);
  }
}

}  // namespace
}  // namespace newsmill::kafka
