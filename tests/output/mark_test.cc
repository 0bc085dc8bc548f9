#include "newsmill/output/mark.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>

#include "gtest/gtest.h"
#include "newsmill/model/identity.h"

namespace newsmill::output {
namespace {

using model::Mark;
using model::MarkPartEntry;
using Parts = std::vector<MarkPartEntry>;

constexpr uint64_t kNonce = 77;

/// A mark in which every field has another value. It has texts at the offsets
/// 100, 101, 107 and 110.
Mark Example() {
  Mark mark;
  mark.place = 111;
  mark.base = 100;
  mark.first_time_ms = 5;
  mark.base_time_ms = 6;
  mark.time_ms = 7;
  mark.genesis = {{1, 2}, "a-group", {"articles", "duplicates", "letters"}};
  mark.base_rules = {.window_ms = 8, .max_entries = 9, .max_step_ms = 10};
  mark.rules = {.window_ms = 11, .max_entries = 12, .max_step_ms = 13};
  mark.texts = {0b1000'0011, 0b0000'0100};
  mark.retracted = {101, 110};
  mark.lanes = {{100, 14}, {107, 15}};
  mark.partitions = {{0, 16, 17}, {3, 18, 19}};
  mark.deliveries = {
      {.delivery = {0, 20, -1, {21, 22}},
       .decision = {model::Relation::kNear, model::Hash128{23, 24}, 25},
       .log_offset = 26},
      {.delivery = {0, 20, 4, {}}, .decision = {}, .log_offset = 107}};
  mark.digest = {27, 28};
  return mark;
}

/// A mark of several parts, the last one short.
Mark Long(size_t parts = 3) {
  Mark mark = Example();
  mark.place =
      mark.base + static_cast<int64_t>(8 * (parts - 1) * kMaxMarkPartBytes + 8);
  mark.texts.assign((parts - 1) * kMaxMarkPartBytes + 1, 0xFF);
  return mark;
}

Parts Shuffled(Parts parts) {
  std::ranges::reverse(parts);
  parts.push_back(parts[1]);
  return parts;
}

/// The parts of any bytes, with a hash that is right.
Parts PartsWith(const std::string& bytes) {
  return {{.place = Example().place,
           .nonce = kNonce,
           .number = 0,
           .count = 1,
           .digest = Example().digest,
           .hash = model::HashOf(bytes),
           .bytes = {bytes.begin(), bytes.end()}}};
}

std::string BytesOf(const Mark& mark) {
  std::string bytes;
  for (const MarkPartEntry& part : PartsOf(mark, kNonce)) {
    bytes.append(part.bytes.begin(), part.bytes.end());
  }
  return bytes;
}

/// A mark that is encoded in `size` bytes.
Mark OfSize(size_t size) {
  Mark mark = Example();
  mark.retracted.clear();
  mark.lanes.clear();
  const size_t more = size - BytesOf(mark).size();
  mark.place += static_cast<int64_t>(8 * more);
  mark.texts.insert(mark.texts.begin(), more, 0xFF);
  return mark;
}

// --------------------------------------------------------------------- parts

TEST(MarkTest, IsReadAsItWasWritten) {
  const Parts parts = PartsOf(Example(), kNonce);

  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(MarkFrom(parts), Example());
}

TEST(MarkTest, WithoutTextsIsReadAsItWasWritten) {
  Mark mark;
  mark.place = mark.base = 8192;

  EXPECT_EQ(MarkFrom(PartsOf(mark, kNonce)), mark);
}

TEST(MarkTest, PartsHaveAtMostTheMaximumNumberOfBytes) {
  const Parts parts = PartsOf(Long(), kNonce);

  ASSERT_EQ(parts.size(), 3U);
  for (uint32_t number = 0; number < 3; ++number) {
    EXPECT_EQ(parts[number].place, Long().place);
    EXPECT_EQ(parts[number].nonce, kNonce);
    EXPECT_EQ(parts[number].number, number);
    EXPECT_EQ(parts[number].count, 3U);
    EXPECT_EQ(parts[number].digest, Long().digest);
    EXPECT_EQ(parts[number].hash, model::HashOf(BytesOf(Long())));
  }
  EXPECT_EQ(parts[0].bytes.size(), kMaxMarkPartBytes);
  EXPECT_EQ(parts[1].bytes.size(), kMaxMarkPartBytes);
  EXPECT_LT(parts[2].bytes.size(), kMaxMarkPartBytes);
  EXPECT_EQ(MarkFrom(parts), Long());
}

TEST(MarkTest, OfTheMaximumSizeOfAPartHasOnePart) {
  EXPECT_EQ(PartsOf(OfSize(kMaxMarkPartBytes), kNonce).size(), 1U);
  EXPECT_EQ(PartsOf(OfSize(kMaxMarkPartBytes + 1), kNonce).size(), 2U);
}

TEST(MarkTest, PartsMayBeShorter) {
  const size_t size = BytesOf(Example()).size();

  EXPECT_EQ(PartsOf(Example(), kNonce, size).size(), 1U);
  EXPECT_EQ(PartsOf(Example(), kNonce, size - 1).size(), 2U);
  const Parts parts = PartsOf(Example(), kNonce, 1);
  EXPECT_EQ(parts.size(), size);
  EXPECT_EQ(MarkFrom(parts), Example());
}

TEST(MarkTest, TooLongForTheMaximumNumberOfPartsHasNone) {
  const size_t size = BytesOf(Long(2)).size();
  const size_t fitting = (size + kMaxMarkParts - 1) / kMaxMarkParts;

  EXPECT_EQ(MarkFrom(PartsOf(Long(2), kNonce, fitting)), Long(2));
  EXPECT_TRUE(PartsOf(Long(2), kNonce, fitting - 1).empty());
}

TEST(MarkTest, PartsMayHaveAnyOrderAndBeRepeated) {
  EXPECT_EQ(MarkFrom(Shuffled(PartsOf(Long(), kNonce))), Long());
}

TEST(MarkTest, WithoutOneOfItsPartsIsNone) {
  for (size_t missing = 0; missing < 3; ++missing) {
    Parts parts = PartsOf(Long(), kNonce);
    parts[missing] = parts[(missing + 1) % 3];

    EXPECT_FALSE(MarkFrom(parts)) << missing;
  }
  EXPECT_FALSE(MarkFrom({}));
}

TEST(MarkTest, OfPartsThatDisagreeIsNone) {
  const std::function<void(MarkPartEntry&)> changes[] = {
      [](MarkPartEntry& part) { ++part.place; },
      [](MarkPartEntry& part) { ++part.nonce; },
      [](MarkPartEntry& part) { ++part.count; },
      [](MarkPartEntry& part) { ++part.digest.low; },
      [](MarkPartEntry& part) { ++part.hash.low; },
  };
  for (const auto& change : changes) {
    for (size_t changed = 0; changed < 4; ++changed) {
      Parts parts = Shuffled(PartsOf(Long(), kNonce));
      change(parts[changed]);

      EXPECT_FALSE(MarkFrom(parts)) << &change - changes << " " << changed;
    }
  }
}

TEST(MarkTest, OfPartsThatAllLieIsNone) {
  const std::function<void(MarkPartEntry&)> changes[] = {
      [](MarkPartEntry& part) { ++part.place; },
      [](MarkPartEntry& part) { ++part.digest.low; },
      [](MarkPartEntry& part) { ++part.hash.low; },
      [](MarkPartEntry& part) { ++part.number; },
      [](MarkPartEntry& part) { part.bytes.back() ^= 1; },
  };
  for (const auto& change : changes) {
    Parts parts = PartsOf(Example(), kNonce);
    change(parts.front());

    EXPECT_FALSE(MarkFrom(parts)) << &change - changes;
  }
}

TEST(MarkTest, WithARepeatedPartOfOtherBytesIsNone) {
  Parts parts = PartsOf(Long(), kNonce);
  parts.push_back(parts.front());
  parts.front().bytes.back() ^= 1;

  EXPECT_FALSE(MarkFrom(parts));
}

TEST(MarkTest, WithAnEmptyOrTooLongPartIsNone) {
  Parts empty = PartsOf(Example(), kNonce);
  empty.push_back(empty.front());
  empty.back().bytes.clear();
  for (MarkPartEntry& part : empty) part.count = 2;
  empty.back().number = 1;
  EXPECT_FALSE(MarkFrom(empty));

  Parts longer = PartsWith(BytesOf(Long(2)));
  longer.front().place = Long(2).place;
  EXPECT_FALSE(MarkFrom(longer));
}

TEST(MarkTest, OfMorePartsThanTheMaximumIsNone) {
  Parts parts = PartsOf(OfSize(kMaxMarkParts * 40), kNonce, 40);
  ASSERT_EQ(parts.size(), kMaxMarkParts);
  ASSERT_TRUE(MarkFrom(parts));

  parts.push_back(parts.back());
  parts.back().bytes = {parts.back().bytes.back()};
  parts.back().number = kMaxMarkParts;
  parts[kMaxMarkParts - 1].bytes.pop_back();
  for (MarkPartEntry& part : parts) part.count = kMaxMarkParts + 1;

  EXPECT_FALSE(MarkFrom(parts));
}

TEST(MarkTest, OfMorePartsThanThereAreIsNone) {
  Parts parts = PartsOf(Example(), kNonce);
  parts.front().count = 0xFFFFFFFF;

  EXPECT_FALSE(MarkFrom(parts));
}

// --------------------------------------------------------------------- bytes

TEST(MarkTest, CutAtAnyLengthOrLongerIsNone) {
  const std::string bytes = BytesOf(Example());
  ASSERT_EQ(MarkFrom(PartsWith(bytes)), Example());

  for (size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_FALSE(MarkFrom(PartsWith(bytes.substr(0, size)))) << size;
  }
  EXPECT_FALSE(MarkFrom(PartsWith(bytes + '\0')));
}

TEST(MarkTest, OfAnotherVersionIsNone) {
  std::string bytes = BytesOf(Example());
  bytes[0] = kMarkVersion + 1;

  EXPECT_FALSE(MarkFrom(PartsWith(bytes)));
}

TEST(MarkTest, WithAnyChangedByteIsAnotherMarkOrNone) {
  const std::string bytes = BytesOf(Example());
  for (size_t i = 0; i < bytes.size(); ++i) {
    for (const char flipped : {'\x01', '\x80', '\xFF'}) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ flipped);
      const auto mark = MarkFrom(PartsWith(changed));

      if (!mark) continue;
      ASSERT_EQ(BytesOf(*mark), changed) << i;
    }
  }
}

// Workers of other versions read these bytes: they never change.
TEST(MarkTest, BytesNeverChange) {
  Mark mark;
  mark.place = 9;
  mark.base = 8;
  mark.first_time_ms = 1;
  mark.base_time_ms = 2;
  mark.time_ms = 3;
  mark.genesis = {{4, 5}, "g", {"a", "b", ""}};
  mark.rules.window_ms = 0x0c;
  mark.rules.version = mark.base_rules.version = 1;
  mark.texts = {1};
  mark.retracted = {8};
  mark.lanes = {{8, 6}};
  mark.partitions = {{7, 8, 9}};
  mark.deliveries = {
      {.delivery = {1, 2, -1, {3, 4}},
       .decision = {model::Relation::kExcerpt, model::Hash128{5, 6}, 7},
       .log_offset = 8},
      {.delivery = {1, 2, 0, {3, 4}}, .decision = {}, .log_offset = 0}};
  mark.digest = {10, 11};
  const std::string rules(
      "\x01\0"
      "\0\0\0\0\0\0\0\0"
      "\0\0\0\0\0\0\0\0"
      "\0\0\0\0\0\0\0\0"
      "\xf4\x01\0\0"
      "\x26\x02\0\0"
      "\x78\0\0\0"
      "\xc2\x01\0\0"
      "\x8a\x02\0\0"
      "\x05\0\0\0"
      "\x58\x02\0\0"
      "\x28\0\0\0"
      "\x64\0\0\0"
      "\xbc\x02\0\0"
      "\xbc\x02\0\0"
      "\x03\0\0\0"
      "\x84\x03\0\0"
      "\x52\x03\0\0"
      "\xe2\x04\0\0"
      "\x84\x03\0\0"
      "\x80\0\0\0"
      "\0\x04\0\0",
      98);
  std::string later_rules = rules;
  later_rules[2] = '\x0c';  // the window
  const std::string start(
      "\x01"
      "\x09\0\0\0\0\0\0\0"
      "\x08\0\0\0\0\0\0\0"
      "\x01\0\0\0\0\0\0\0"
      "\x02\0\0\0\0\0\0\0"
      "\x03\0\0\0\0\0\0\0"
      "\x04\0\0\0\0\0\0\0"
      "\x05\0\0\0\0\0\0\0"
      "\x01\0g"
      "\x01\0a"
      "\x01\0b"
      "\0\0",
      68);
  const std::string lists(
      "\x01\0\0\0"
      "\x01"
      "\x01\0\0\0"
      "\x08\0\0\0\0\0\0\0"
      "\x01\0\0\0"
      "\x08\0\0\0\0\0\0\0"
      "\x06\0\0\0\0\0\0\0"
      "\x01\0\0\0"
      "\x07\0\0\0"
      "\x08\0\0\0\0\0\0\0"
      "\x09\0\0\0\0\0\0\0"
      "\x02\0\0\0",
      65);
  const std::string deliveries(
      "\x01\0\0\0"
      "\x02\0\0\0\0\0\0\0"
      "\xff\xff\xff\xff"
      "\x03\0\0\0\0\0\0\0"
      "\x04\0\0\0\0\0\0\0"
      "\x05"
      "\x01"
      "\x05\0\0\0\0\0\0\0"
      "\x06\0\0\0\0\0\0\0"
      "\x01"
      "\x07\0\0\0"
      "\x08\0\0\0\0\0\0\0"
      "\x01\0\0\0"
      "\x02\0\0\0\0\0\0\0"
      "\0\0\0\0"
      "\x03\0\0\0\0\0\0\0"
      "\x04\0\0\0\0\0\0\0"
      "\0"
      "\0"
      "\0"
      "\0\0\0\0\0\0\0\0",
      106);
  const std::string digest(
      "\x0a\0\0\0\0\0\0\0"
      "\x0b\0\0\0\0\0\0\0",
      16);

  EXPECT_EQ(BytesOf(mark),
            start + rules + later_rules + lists + deliveries + digest);
  EXPECT_EQ(MarkFrom(PartsOf(mark, kNonce)), mark);
}

// --------------------------------------------------------------- consistency

struct Change {
  const char* name;
  std::function<void(Mark&)> make;
};

class InconsistentMarkTest : public ::testing::TestWithParam<Change> {};

TEST_P(InconsistentMarkTest, IsNone) {
  Mark mark = Example();
  GetParam().make(mark);

  EXPECT_FALSE(IsConsistent(mark));
  EXPECT_FALSE(MarkFrom(PartsOf(mark, kNonce)));
}

INSTANTIATE_TEST_SUITE_P(
    Changes, InconsistentMarkTest,
    ::testing::Values(
        Change{"BaseAfterPlace", [](Mark& mark) { mark.base = 112; }},
        Change{"NegativeBase",
               [](Mark& mark) {
                 mark.base = -1;
                 mark.texts.assign(14, 0xFF);
               }},
        Change{"SmallestBase",
               [](Mark& mark) {
                 mark.base = std::numeric_limits<int64_t>::min();
               }},
        Change{"GreatestPlace",
               [](Mark& mark) {
                 mark.place = std::numeric_limits<int64_t>::max();
                 mark.base = 0;
               }},
        Change{"TextsTooShort", [](Mark& mark) { mark.place = 124; }},
        Change{"TextsTooLong", [](Mark& mark) { mark.texts.push_back(0); }},
        Change{"BitAtThePlace", [](Mark& mark) { mark.texts[1] |= 0b1000; }},
        Change{"LastBit", [](Mark& mark) { mark.texts[1] |= 0x80; }},
        Change{"NoTextAtTheBase",
               [](Mark& mark) {
                 mark.texts[0] ^= 1;
                 mark.lanes.clear();
               }},
        Change{"UnknownTimeBelowMinusOne",
               [](Mark& mark) { mark.first_time_ms = -2; }},
        Change{"NegativeBaseTime", [](Mark& mark) { mark.base_time_ms = -2; }},
        Change{"FirstTimeAfterTime",
               [](Mark& mark) { mark.first_time_ms = 8; }},
        Change{"BaseTimeAfterTime", [](Mark& mark) { mark.base_time_ms = 8; }},
        Change{"NegativeWindow", [](Mark& mark) { mark.rules.window_ms = -1; }},
        Change{"NegativeBound",
               [](Mark& mark) { mark.base_rules.max_entries = -1; }},
        Change{"NegativeStep", [](Mark& mark) { mark.rules.max_step_ms = -1; }},
        Change{"RetractedBelowTheBase",
               [](Mark& mark) { mark.retracted = {99}; }},
        Change{"RetractedAtThePlace",
               [](Mark& mark) {
                 mark.place = 116;
                 mark.retracted = {116};
               }},
        Change{"RetractedThatIsNoText",
               [](Mark& mark) { mark.retracted = {102}; }},
        Change{"RetractedTwice",
               [](Mark& mark) { mark.retracted = {101, 101}; }},
        Change{"RetractedInAnotherOrder",
               [](Mark& mark) { mark.retracted = {110, 101}; }},
        Change{"LanesBelowTheBase", [](Mark& mark) { mark.lanes = {{99, 1}}; }},
        Change{"LanesOfNoText", [](Mark& mark) { mark.lanes = {{102, 1}}; }},
        Change{"LanesInAnotherOrder",
               [](Mark& mark) { mark.lanes = {{107, 1}, {100, 1}}; }},
        Change{"NegativePartition",
               [](Mark& mark) { mark.partitions[0].partition = -1; }},
        Change{"NegativeCommittedOffset",
               [](Mark& mark) { mark.partitions[0].committed_offset = -1; }},
        Change{"PartitionTwice",
               [](Mark& mark) { mark.partitions[1].partition = 0; }},
        Change{"DeliveryInAnotherOrder",
               [](Mark& mark) {
                 std::swap(mark.deliveries[0], mark.deliveries[1]);
               }},
        Change{"DeliveryTwice",
               [](Mark& mark) { mark.deliveries[1] = mark.deliveries[0]; }},
        Change{"DeliveryOfANegativePartition",
               [](Mark& mark) { mark.deliveries[0].delivery.partition = -1; }},
        Change{"DeliveryAtANegativeOffset",
               [](Mark& mark) { mark.deliveries[0].delivery.offset = -1; }},
        Change{"NegativeSimilarity",
               [](Mark& mark) {
                 mark.deliveries[0].decision.similarity_permille = -1;
               }},
        Change{"DeliveryDecidedAtThePlace",
               [](Mark& mark) { mark.deliveries[0].log_offset = 111; }},
        Change{"DeliveryDecidedBeforeTheLog",
               [](Mark& mark) { mark.deliveries[0].log_offset = -1; }}),
    [](const auto& tested) { return tested.param.name; });

TEST(MarkTest, WithAnUnknownRelationIsNone) {
  std::string bytes = BytesOf(Example());
  // The relation of the last delivery is before the two flags of its decision,
  // its log offset and the digest.
  char& relation = bytes[bytes.size() - 16 - 8 - 2 - 1];
  ASSERT_EQ(relation, static_cast<char>(model::Relation::kOriginal));
  relation = static_cast<char>(model::kRelationCount);
  EXPECT_FALSE(MarkFrom(PartsWith(bytes)));

  relation = static_cast<char>(model::kRelationCount - 1);
  EXPECT_TRUE(MarkFrom(PartsWith(bytes)));
}

TEST(MarkTest, MayHaveAnItemAndThresholdsOfAnyValue) {
  Mark mark = Example();
  mark.deliveries[0].delivery.item = std::numeric_limits<int32_t>::min();
  mark.rules.body_jaccard = -1;

  EXPECT_EQ(MarkFrom(PartsOf(mark, kNonce)), mark);
}

TEST(MarkTest, WithoutATimeIsConsistent) {
  Mark mark = Example();
  mark.first_time_ms = mark.base_time_ms = mark.time_ms = -1;

  EXPECT_TRUE(IsConsistent(mark));
}

}  // namespace
}  // namespace newsmill::output
