#include "bucket_scan.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "gtest/gtest.h"
#include "index_fixture.h"

namespace newsmill::dedup {
namespace {

Found ScanOne(const Bucket& bucket, uint32_t tag, const Sought& sought) {
  const Bucket* const scanned = &bucket;
  Found found;
  ScanBuckets({&scanned, 1}, {&tag, 1}, sought, {}, {&found, 1});
  return found;
}

TEST(BucketScanTest, FindsEntriesByTheirTag) {
  Bucket bucket{};
  bucket.fill(0x1101);
  bucket[3] = 0x2205;
  bucket[31] = 0x3305;

  EXPECT_EQ(ScanOne(bucket, 0x05, {.tag_mask = 0xFF}).alike,
            1U << 3 | 1U << 31);
}

TEST(BucketScanTest, TheFirstWordIsNoEntry) {
  Bucket bucket{};
  bucket.fill(7);
  const Found found =
      ScanOne(bucket, 7, {.tag_mask = 7, .end = 0, .greatest_age = 1});

  EXPECT_EQ(found, (Found{.alike = ~1U, .dead = ~1U}));
}

TEST(BucketScanTest, AnEntryOfTheGreatestAgeIsAlive) {
  Bucket bucket{};
  bucket.fill(90);
  bucket[5] = 89;
  bucket[6] = 101;  // the age is -1, which is above all others
  const Found found =
      ScanOne(bucket, 0, {.tag_mask = ~0U, .end = 100, .greatest_age = 10});

  EXPECT_EQ(found.dead, 1U << 5 | 1U << 6);
}

TEST(BucketScanTest, AllProcessorsFindTheSame) {
  Random random(11);
  constexpr size_t kCount = 60;
  std::array<Bucket, kCount> buckets;
  std::array<const Bucket*, kCount> pointers;
  std::array<uint32_t, kCount> tags;
  const auto word = [&] {
    return static_cast<uint32_t>(random.Below(uint64_t{1} << 32));
  };
  for (int round = 0; round < 500; ++round) {
    for (size_t i = 0; i < kCount; ++i) {
      for (uint32_t& entry : buckets.at(i)) entry = word();
      pointers.at(i) = &buckets.at(i);
      tags.at(i) = word() & 7;
    }
    const Sought sought{.tag_mask = 7, .end = word(), .greatest_age = word()};
    std::array<Found, kCount> found;
    std::array<Found, kCount> portably;

    ScanBuckets(pointers, tags, sought, {}, found);
    ScanBucketsPortably(pointers, tags, sought, {}, portably);

    ASSERT_EQ(found, portably);
  }
}

}  // namespace
}  // namespace newsmill::dedup
