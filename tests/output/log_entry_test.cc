#include "newsmill/output/log_entry.h"

#include <cstdint>
#include <limits>
#include <numeric>
#include <variant>

#include "gtest/gtest.h"

namespace newsmill::output {
namespace {

using model::LogEntry;
using model::UnknownEntry;

constexpr model::Anchor kAnchor{41, 0x1122334455667788};
constexpr model::Hash128 kHash{0x0102030405060708, 0xf1f2f3f4f5f6f7f8};
constexpr model::Delivery kDelivery{
    .partition = 3, .offset = 1'000'000'000'000, .item = 7, .digest = kHash};

LogEntry Genesis() {
  return {kAnchor,
          model::GenesisEntry{
              kHash, "a-group", {"articles", "", std::string(65535, 'x')}}};
}

/// Every field another one, so that two that change places are noticed.
LogEntry Rules() {
  return {kAnchor,
          model::RulesEntry{2, -3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
                            17, 18, 19, std::numeric_limits<int>::min()}};
}

LogEntry Claim() {
  return {kAnchor, model::ClaimEntry{1, 0xfedcba9876543210, 99, true}};
}

LogEntry FingerprintOfADelivery() {
  model::FingerprintEntry entry{.delivery = kDelivery,
                                .assignment = 5,
                                .committed_offset = 6,
                                .input_time_ms = -1,
                                .record_id = {8, 9},
                                .fingerprint = {}};
  entry.fingerprint.language = 0xabcd;
  entry.fingerprint.article = {10, 11};
  entry.fingerprint.text = {12, 13};
  entry.fingerprint.title = 14;
  entry.fingerprint.body_shingles = 15;
  entry.fingerprint.lead_shingles = 16;
  std::iota(entry.fingerprint.body.begin(), entry.fingerprint.body.end(), 100);
  std::iota(entry.fingerprint.lead.begin(), entry.fingerprint.lead.end(), 50);
  std::iota(entry.fingerprint.facts.begin(), entry.fingerprint.facts.end(), 1);
  return {kAnchor, entry};
}

LogEntry Range() {
  return {kAnchor,
          model::RangeEntry{
              "raw", "24h", "now", {{0, 5, 7}, {3, -1, 1'000'000'000'000}}}};
}

LogEntry Commit() { return {kAnchor, model::CommitEntry{3, 17, 44}}; }
LogEntry Retract() { return {kAnchor, model::RetractEntry{kDelivery, 17}}; }

LogEntry MarkPart() {
  return {kAnchor, model::MarkPartEntry{.place = 8192,
                                        .nonce = 0xfedcba9876543210,
                                        .number = 1,
                                        .count = 2,
                                        .digest = kHash,
                                        .hash = {3, 4},
                                        .bytes = {0, 255, 7}}};
}
LogEntry Objection() {
  return {kAnchor, model::ObjectionEntry{8192, 0xfedcba9876543210, kHash}};
}
LogEntry Reset() { return {kAnchor, model::ResetEntry{1'000'000'000'000}}; }

struct Case {
  const char* name;
  LogEntry (*make)();
};

class LogEntryTest : public ::testing::TestWithParam<Case> {};

TEST_P(LogEntryTest, IsReadAsItWasWritten) {
  const LogEntry entry = GetParam().make();

  EXPECT_EQ(DecodeLogEntry(EncodeLogEntry(entry)), entry);
}

TEST_P(LogEntryTest, CutAtAnyLengthIsUnknown) {
  const std::string bytes = EncodeLogEntry(GetParam().make());

  for (size_t size = 0; size < bytes.size(); ++size) {
    const LogEntry cut =
        DecodeLogEntry(std::string_view(bytes).substr(0, size));
    ASSERT_EQ(cut.content, LogEntry().content) << size;
    // The head is 20 bytes; whoever has it has the anchor.
    ASSERT_EQ(cut.anchor, size < 20 ? model::Anchor() : kAnchor) << size;
  }
}

TEST_P(LogEntryTest, MoreBytesThanItsFieldsIsUnknown) {
  const LogEntry longer =
      DecodeLogEntry(EncodeLogEntry(GetParam().make()) + '\0');

  EXPECT_EQ(longer, (LogEntry{kAnchor, UnknownEntry()}));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, LogEntryTest,
    ::testing::Values(Case{"Genesis", &Genesis}, Case{"Rules", &Rules},
                      Case{"Claim", &Claim},
                      Case{"Fingerprint", &FingerprintOfADelivery},
                      Case{"Retract", &Retract}, Case{"Commit", &Commit},
                      Case{"Range", &Range}, Case{"MarkPart", &MarkPart},
                      Case{"Objection", &Objection}, Case{"Reset", &Reset}),
    [](const auto& tested) { return tested.param.name; });

// Other versions of the program read these bytes: they never change.
TEST(LogEntryBytesTest, StandAsTheHeaderSays) {
  const LogEntry claim{{2, 3}, model::ClaimEntry{4, 5, -6, true}};

  EXPECT_EQ(EncodeLogEntry(claim),
            std::string("nm\x01\x03"
                        "\x02\0\0\0\0\0\0\0"
                        "\x03\0\0\0\0\0\0\0"
                        "\x04\0\0\0"
                        "\x05\0\0\0\0\0\0\0"
                        "\xfa\xff\xff\xff\xff\xff\xff\xff"
                        "\x01",
                        41));
}

TEST(LogEntryBytesTest, OfARangeStandAsTheHeaderSays) {
  const LogEntry range{{2, 3}, model::RangeEntry{"t", "", "to", {{4, 5, 6}}}};

  EXPECT_EQ(EncodeLogEntry(range), std::string("nm\x01\x07"
                                               "\x02\0\0\0\0\0\0\0"
                                               "\x03\0\0\0\0\0\0\0"
                                               "\x01\0t"
                                               "\0\0"
                                               "\x02\0to"
                                               "\x01\0\0\0"
                                               "\x04\0\0\0"
                                               "\x05\0\0\0\0\0\0\0"
                                               "\x06\0\0\0\0\0\0\0",
                                               53));
}

TEST(LogEntryBytesTest, OfAMarkPartNeverChange) {
  const LogEntry part{{2, 3},
                      model::MarkPartEntry{.place = 4,
                                           .nonce = 5,
                                           .number = 6,
                                           .count = 7,
                                           .digest = {8, 9},
                                           .hash = {10, 11},
                                           .bytes = {0xfe, 0}}};

  EXPECT_EQ(EncodeLogEntry(part), std::string("nm\x01\x08"
                                              "\x02\0\0\0\0\0\0\0"
                                              "\x03\0\0\0\0\0\0\0"
                                              "\x04\0\0\0\0\0\0\0"
                                              "\x05\0\0\0\0\0\0\0"
                                              "\x06\0\0\0"
                                              "\x07\0\0\0"
                                              "\x08\0\0\0\0\0\0\0"
                                              "\x09\0\0\0\0\0\0\0"
                                              "\x0a\0\0\0\0\0\0\0"
                                              "\x0b\0\0\0\0\0\0\0"
                                              "\x02\0\0\0"
                                              "\xfe\0",
                                              82));
}

TEST(LogEntryBytesTest, OfAnObjectionNeverChange) {
  const LogEntry objection{{2, 3}, model::ObjectionEntry{4, 5, {6, 7}}};

  EXPECT_EQ(EncodeLogEntry(objection), std::string("nm\x01\x09"
                                                   "\x02\0\0\0\0\0\0\0"
                                                   "\x03\0\0\0\0\0\0\0"
                                                   "\x04\0\0\0\0\0\0\0"
                                                   "\x05\0\0\0\0\0\0\0"
                                                   "\x06\0\0\0\0\0\0\0"
                                                   "\x07\0\0\0\0\0\0\0",
                                                   52));
}

TEST(LogEntryBytesTest, OfAResetNeverChange) {
  EXPECT_EQ(EncodeLogEntry({{2, 3}, model::ResetEntry{-4}}),
            std::string("nm\x01\x0a"
                        "\x02\0\0\0\0\0\0\0"
                        "\x03\0\0\0\0\0\0\0"
                        "\xfc\xff\xff\xff\xff\xff\xff\xff",
                        28));
}

TEST(LogEntryBytesTest, OfAMarkPartWithMoreBytesThanTheRestAreUnknown) {
  std::string bytes = EncodeLogEntry(MarkPart());
  bytes[bytes.size() - 3 - 4] = 4;  // the number of bytes

  EXPECT_EQ(DecodeLogEntry(bytes), (LogEntry{kAnchor, UnknownEntry()}));
}

TEST(LogEntryBytesTest, WithAListLongerThanTheRestAreUnknown) {
  std::string bytes = EncodeLogEntry({kAnchor, model::RangeEntry()});
  for (size_t i = 1; i <= 4; ++i) bytes[bytes.size() - i] = '\xff';

  EXPECT_EQ(DecodeLogEntry(bytes), (LogEntry{kAnchor, UnknownEntry()}));
}

TEST(LogEntryBytesTest, OfAnUnknownEntryAreOneToo) {
  const LogEntry entry{kAnchor, UnknownEntry()};

  EXPECT_EQ(DecodeLogEntry(EncodeLogEntry(entry)), entry);
}

TEST(LogEntryBytesTest, OfAFingerprintAreFewerThan400) {
  EXPECT_EQ(EncodeLogEntry(FingerprintOfADelivery()).size(), 384U);
}

TEST(LogEntryBytesTest, OfAnotherMagicOrLayoutAreUnknownAndHaveNoAnchor) {
  std::string magic = EncodeLogEntry(Claim());
  magic[0] = 'N';
  std::string layout = EncodeLogEntry(Claim());
  layout[2] = 2;

  EXPECT_EQ(DecodeLogEntry(magic), LogEntry());
  EXPECT_EQ(DecodeLogEntry(layout), LogEntry());
}

TEST(LogEntryBytesTest, OfAnotherKindAreUnknown) {
  std::string bytes = EncodeLogEntry(Claim());
  // One more than the last kind.
  bytes[3] =
      static_cast<char>(std::variant_size_v<decltype(LogEntry::content)>);

  EXPECT_EQ(DecodeLogEntry(bytes), (LogEntry{kAnchor, UnknownEntry()}));
}

TEST(LogEntryBytesTest, WithAFlagThatIsNeitherAreUnknown) {
  std::string bytes = EncodeLogEntry(Claim());
  bytes.back() = 2;

  EXPECT_EQ(DecodeLogEntry(bytes), (LogEntry{kAnchor, UnknownEntry()}));
}

TEST(LogEntryBytesTest, WithATextLongerThanTheRestAreUnknown) {
  std::string bytes = EncodeLogEntry({kAnchor, model::GenesisEntry()});
  bytes[20 + 16] = 7;  // the group's length, of the six bytes that follow

  EXPECT_EQ(DecodeLogEntry(bytes), (LogEntry{kAnchor, UnknownEntry()}));
}

}  // namespace
}  // namespace newsmill::output
