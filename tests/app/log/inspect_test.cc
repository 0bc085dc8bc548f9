#include "log/inspect.h"

#include <chrono>
#include <string>
#include <vector>

#include "fmt/format.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "log/report.h"
#include "log/scan.h"
#include "log/verify.h"
#include "log/written_log.h"

namespace newsmill::app {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using testing::FakeLogClient;
using ::testing::HasSubstr;
using ::testing::Not;
using State = SeenMark::State;

class InspectTest : public ::testing::Test {
 protected:
  std::expected<Inspected, Error> InspectIt(bool verify = false,
                                            bool json = false) {
    FakeLogClient client(written_.log);
    return Inspect(client,
                   {.topic = "news.fingerprints",
                    .expected = expected_,
                    .verify = verify,
                    .json = json,
                    .place_spacing = kSpacing},
                   {});
  }
  std::string Text(bool verify = false) {
    const auto inspected = InspectIt(verify);
    return inspected ? inspected->text : "error: " + inspected.error().message;
  }
  /// Scans the log, and verifies it.
  Verification VerifyIt() {
    FakeLogClient client(written_.log);
    LogReading reading(client, {});
    scan_ = LogScan(*reading.Open(),
                    {.place_spacing = kSpacing, .keep_marks = true});
    EXPECT_TRUE(reading.Read(scan_.bounds().first, scan_.bounds().end,
                             [this](const pipeline::LogRecord& record) {
                               scan_.Read(record);
                               return true;
                             }));
    auto verified = Verify(reading, scan_);
    EXPECT_TRUE(verified) << verified.error().what;
    return *std::move(verified);
  }
  std::vector<State> States() const {
    std::vector<State> states;
    for (const SeenMark& mark : scan_.marks()) states.push_back(mark.state);
    return states;
  }
  /// Appends marks for the places 16, 48, 80 and 112. The window has 30 texts.
  void WriteFourMarks() {
    for (uint64_t i = 0; i < 4; ++i) {
      written_.GrowTo(static_cast<int64_t>(16 + 32 * i));
      written_.Mark(i + 1);
    }
    written_.GrowTo(120);
  }

  WrittenLog written_;
  model::GenesisEntry expected_ = WrittenLog::genesis();
  LogScan scan_{{}, {}};
};

TEST_F(InspectTest, SaysWhatTheLogHolds) {
  WriteFourMarks();

  const std::string text = Text();

  EXPECT_THAT(text,
              AllOf(HasSubstr("log id           "), HasSubstr("group"),
                    HasSubstr("outputs          a, d, l\n"),
                    HasSubstr("offsets          0 to 120 (not included)\n"),
                    HasSubstr("1970-01-01T00:00:00Z to 1970-01-01T00:01:59Z")));
  EXPECT_THAT(text, ContainsRegex("fingerprint +113 "));
  EXPECT_THAT(text, ContainsRegex("mark +4 "));
  EXPECT_THAT(text, HasSubstr("dedup.window 30 s, dedup.max_entries 1000"));
  EXPECT_THAT(text, ContainsRegex("\n0 +ab +117\n"));
}

TEST_F(InspectTest, SaysWhatAStartReadsAndWhatATrimFrees) {
  WriteFourMarks();
  const model::Mark oldest_needed = [&] {
    VerifyIt();
    return scan_.Content(scan_.marks()[1]);
  }();

  const std::string text = Text();

  EXPECT_EQ(scan_.TrimBefore(), oldest_needed.base);
  EXPECT_THAT(text, HasSubstr(fmt::format(
                        "would free the entries below offset {}: {} entries",
                        oldest_needed.base, oldest_needed.base)));
  EXPECT_THAT(text, ContainsRegex("a start +loads .* and applies 8, from the "
                                  "mark for place 112"));
  EXPECT_THAT(text, HasSubstr("estimate"));
}

TEST_F(InspectTest, AnEmptyLogIsFine) {
  testing::FakeLog empty;
  FakeLogClient client(empty);

  const auto inspected = Inspect(
      client, {.topic = "t", .expected = expected_, .verify = true}, {});

  ASSERT_TRUE(inspected);
  EXPECT_TRUE(inspected->is_right);
  EXPECT_THAT(inspected->text, HasSubstr("the log is empty"));
}

TEST_F(InspectTest, RefusesTheLogOfAnotherFleet) {
  expected_.outputs[0] = "other";

  const auto inspected = InspectIt();

  ASSERT_FALSE(inspected);
  EXPECT_TRUE(inspected.error().misconfigured);
  EXPECT_THAT(inspected.error().message, HasSubstr("belongs to group group"));
}

TEST_F(InspectTest, RefusesATrimmedLogOfAnotherFleetByItsMark) {
  WriteFourMarks();
  written_.log.Trim(60);
  expected_.group = "other";

  const auto inspected = InspectIt();

  ASSERT_FALSE(inspected);
  EXPECT_TRUE(inspected.error().misconfigured);
}

TEST_F(InspectTest, VerifiesEveryMarkFromTheFirstEntry) {
  WriteFourMarks();

  const Verification done = VerifyIt();

  EXPECT_THAT(done.verdicts, ElementsAre(Verdict::kRight, Verdict::kRight,
                                         Verdict::kRight, Verdict::kRight));
  EXPECT_FALSE(done.start);
  EXPECT_EQ(done.index.digest(), written_.index().digest());
  EXPECT_TRUE(InspectIt(/*verify=*/true)->is_right);
}

TEST_F(InspectTest, AWrongMarkIsFound) {
  written_.GrowTo(16);
  written_.Mark(1);
  written_.GrowTo(32);
  written_.WrongMark(2);
  written_.GrowTo(48);
  written_.Mark(3);

  EXPECT_THAT(VerifyIt().verdicts,
              ElementsAre(Verdict::kRight, Verdict::kWrong, Verdict::kRight));
  const auto inspected = InspectIt(/*verify=*/true);
  EXPECT_FALSE(inspected->is_right);
  EXPECT_THAT(inspected->text, HasSubstr("2 marks right, 1 wrong, 0 not"));
  EXPECT_TRUE(InspectIt()->is_right) << "it was not asked to verify";
}

TEST_F(InspectTest, VerifiesATrimmedLogFromItsOldestUsableMark) {
  WriteFourMarks();
  VerifyIt();
  written_.log.Trim(scan_.Content(scan_.marks()[2]).base);

  const Verification done = VerifyIt();

  // The first two marks are in the log only in part, or not at all.
  ASSERT_TRUE(done.start);
  EXPECT_EQ(scan_.marks()[*done.start].place, 80);
  EXPECT_EQ(done.verdicts.back(), Verdict::kRight);
  EXPECT_EQ(done.Count(Verdict::kWrong), 0);
  EXPECT_EQ(done.index.digest(), written_.index().digest());
  EXPECT_THAT(Text(), AllOf(HasSubstr("log id           0000"),
                            ContainsRegex("\n0 +ab +117\n")));
}

TEST_F(InspectTest, ATrimmedLogWithoutAUsableMarkIsNotCheckable) {
  written_.GrowTo(16);
  written_.Mark(1);
  written_.log.Trim(10);

  EXPECT_THAT(VerifyIt().verdicts, ElementsAre(Verdict::kUnchecked));
  EXPECT_TRUE(InspectIt(/*verify=*/true)->is_right);
  EXPECT_THAT(Text(/*verify=*/true),
              AllOf(HasSubstr("not verified to the end"),
                    HasSubstr("a start          not possible")));
}

TEST_F(InspectTest, ListsObjectedIncompleteAndMalformedMarks) {
  written_.GrowTo(16);
  written_.Mark(1);
  written_.GrowTo(32);
  const auto wrong = written_.WrongMark(2);
  written_.Append(model::ObjectionEntry{
      .place = wrong.place, .nonce = wrong.nonce, .digest = {7, 7}});
  written_.GrowTo(48);
  auto part = written_.Mark(3);
  written_.GrowTo(64);
  part.place = 64;
  part.count = 2;
  written_.Append(part);  // the other part never comes
  written_.GrowTo(80);
  part.place = 80;
  part.count = 1;
  written_.Append(part);  // its hash is that of the mark for place 48
  part.place = 81;
  written_.Append(part);

  VerifyIt();

  EXPECT_THAT(States(),
              ElementsAre(State::kValid, State::kObjected, State::kValid,
                          State::kIncomplete, State::kMalformed));
  EXPECT_EQ(scan_.ignored_parts(), 1);
  EXPECT_THAT(Text(), AllOf(HasSubstr("objected"), HasSubstr("incomplete"),
                            HasSubstr("objection at offset 33"),
                            HasSubstr("1 ignored parts")));
}

TEST_F(InspectTest, AnObjectionWithTheDigestOfTheMarkHasNoEffect) {
  written_.GrowTo(16);
  const auto mark = written_.Mark(1);
  written_.Append(model::ObjectionEntry{
      .place = mark.place, .nonce = mark.nonce, .digest = mark.digest});

  VerifyIt();

  EXPECT_THAT(States(), ElementsAre(State::kValid));
}

TEST_F(InspectTest, AResetMakesTheNewestMarkUsable) {
  WriteFourMarks();
  VerifyIt();
  const model::Mark newest = scan_.Content(scan_.marks().back());
  const int64_t lost = newest.base + 3;
  written_.log.Trim(lost);
  EXPECT_THAT(Text(), HasSubstr("a start          not possible"));

  written_.Append(model::ResetEntry{lost});
  written_.GrowTo(128);
  written_.Mark(5);
  const Verification done = VerifyIt();

  ASSERT_TRUE(done.start);
  EXPECT_EQ(scan_.marks()[*done.start].place, newest.place);
  EXPECT_EQ(done.verdicts[*done.start], Verdict::kUnchecked);
  EXPECT_EQ(done.verdicts.back(), Verdict::kRight);
  EXPECT_THAT(Text(), HasSubstr("has forgotten the texts below offset"));
}

TEST_F(InspectTest, PrintsOneLineOfJson) {
  WriteFourMarks();

  const std::string json = InspectIt(/*verify=*/true, /*json=*/true)->text;

  EXPECT_THAT(
      json,
      AllOf(::testing::StartsWith("{\"topic\":\"news.fing"),
            HasSubstr("\"end_offset\":120"), HasSubstr("\"verdict\":\"right\""),
            HasSubstr("\"right\":4,\"wrong\":0"), ::testing::EndsWith("}\n")));
}

TEST_F(InspectTest, ALogThatReturnsNothingIsAnError) {
  FakeLogClient client(written_.log);
  LogReading reading(client, {}, std::chrono::milliseconds(1));
  ASSERT_TRUE(reading.Open());

  const auto read = reading.Read(
      0, written_.end() + 1, [](const pipeline::LogRecord&) { return true; });

  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().what, HasSubstr("have returned no entry"));
}

TEST_F(InspectTest, ALogThatIsTrimmedMeanwhileIsReadAgain) {
  WriteFourMarks();
  FakeLogClient client(written_.log);
  int64_t reads = 0;
  const auto inspected = Inspect(
      client, {.topic = "t", .expected = expected_, .place_spacing = kSpacing},
      [&](int64_t, int64_t) {
        if (++reads == 5) written_.log.Trim(50);
      });

  ASSERT_TRUE(inspected) << inspected.error().message;
  EXPECT_THAT(inspected->text, HasSubstr("offsets          50 to 120"));
  EXPECT_THAT(inspected->text, Not(ContainsRegex("rules +1 ")));
}

}  // namespace
}  // namespace newsmill::app
