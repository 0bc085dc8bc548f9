// The log follower without threads: what it accepts, and what it writes first.

#include "log_follower.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/output/mark.h"
#include "support/fake_log.h"
#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

using testing::FakeLog;
using testing::FakeLogClient;
using ::testing::HasSubstr;

/// A follower at its own end of a shared log.
struct Follower {
  explicit Follower(FakeLog& log, LogTerms terms = TestTerms())
      : client(log), follower(client, std::move(terms)) {}

  /// Opens the log, and reads it to its end or to an error.
  std::expected<void, LogError> ReadAll() {
    if (auto opened = follower.Open([] {}); !opened) return opened;
    return ReadOn();
  }
  std::expected<void, LogError> ReadOn() {
    while (true) {
      auto taken = follower.TakeNext();
      if (!taken) return std::unexpected(taken.error());
      if (!*taken) return {};
    }
  }

  FakeLogClient client;
  LogFollower follower;
};

TEST(LogFollowerTest, WritesGenesisAndRulesIntoAnEmptyLog) {
  FakeLog log;
  Follower first(log);

  ASSERT_TRUE(first.ReadAll());

  EXPECT_TRUE(first.follower.ready());
  ASSERT_EQ(log.entries().size(), 2U);
  EXPECT_TRUE(
      std::holds_alternative<model::GenesisEntry>(log.entries()[0].content));
  EXPECT_TRUE(
      std::holds_alternative<model::RulesEntry>(log.entries()[1].content));
}

TEST(LogFollowerTest, WritesNothingIntoALogThatHasThem) {
  FakeLog log;
  ASSERT_TRUE(Follower(log).ReadAll());
  Follower second(log);

  ASSERT_TRUE(second.ReadAll());

  EXPECT_TRUE(second.follower.ready());
  EXPECT_EQ(log.entries().size(), 2U);
}

TEST(LogFollowerTest, WritesThemAgainWhenTheyAreLost) {
  FakeLog log;
  Follower follower(log);
  follower.client.loses = [](int append) { return append == 0; };

  const auto lost = follower.ReadAll();
  ASSERT_FALSE(lost);
  EXPECT_TRUE(lost.error().appends_lost);
  ASSERT_TRUE(follower.ReadOn());

  EXPECT_TRUE(follower.follower.ready());
}

TEST(LogFollowerTest, RefusesTheLogOfAnotherGroup) {
  FakeLog log;
  ASSERT_TRUE(Follower(log).ReadAll());
  LogTerms terms = TestTerms();
  terms.genesis.group = "another";

  const auto read = Follower(log, terms).ReadAll();

  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().misconfigured);
  EXPECT_THAT(read.error().what, HasSubstr("belongs to group group"));
}

TEST(LogFollowerTest, ChangesTheRulesOnlyWhereItIsTold) {
  FakeLog log;
  ASSERT_TRUE(Follower(log).ReadAll());
  LogTerms terms = TestTerms();
  terms.rules.max_entries += 1;
  EXPECT_FALSE(Follower(log, terms).ReadAll());
  EXPECT_EQ(log.entries().size(), 2U);

  terms.change_rules = true;
  Follower changing(log, terms);
  ASSERT_TRUE(changing.ReadAll());

  EXPECT_EQ(changing.follower.index().rules(), terms.rules);
}

TEST(LogFollowerTest, ChangesTheVersionOnlyWhereItIsTold) {
  FakeLog log;
  LogTerms terms = TestTerms();
  terms.rules.version = model::kOldestFingerprintVersion;
  ASSERT_TRUE(Follower(log, terms).ReadAll());

  Follower following(log);
  ASSERT_TRUE(following.ReadAll());
  EXPECT_TRUE(following.follower.ready());
  EXPECT_EQ(log.entries().size(), 2U);
  EXPECT_EQ(following.follower.Status().rules->version, 1);

  terms = TestTerms();
  terms.change_rules = true;
  ASSERT_TRUE(Follower(log, terms).ReadAll());
  ASSERT_TRUE(following.ReadOn());
  EXPECT_EQ(following.follower.index().rules(), terms.rules);
  EXPECT_EQ(following.follower.Status().rules->version, 2);
}

TEST(LogFollowerTest, StopsAtAnEntryWhoseWriterHasReadAnotherLog) {
  FakeLog log;
  Follower follower(log);
  ASSERT_TRUE(follower.ReadAll());
  log.Append({.anchor = {.offset = 1, .hash = 12345},
              .content = model::CommitEntry()});

  const auto read = follower.ReadOn();

  ASSERT_FALSE(read);
  EXPECT_FALSE(read.error().appends_lost);
  EXPECT_THAT(read.error().what,
              HasSubstr("differs from the log that was read"));
}

LogTerms TermsWithPlacesOf(int64_t spacing) {
  LogTerms terms = TestTerms();
  terms.place_spacing = spacing;
  return terms;
}

TEST(LogFollowerTest, CountsTheEntriesSinceAMarkBecameDue) {
  FakeLog log;
  Follower follower(log, TermsWithPlacesOf(4));
  ASSERT_TRUE(follower.ReadAll());
  const auto overdue_at = [&](int64_t end) {
    while (log.bounds().end < end) {
      log.Append({.anchor = {}, .content = model::CommitEntry()});
    }
    EXPECT_TRUE(follower.ReadOn());
    return follower.follower.Status().mark_overdue_entries;
  };

  EXPECT_EQ(overdue_at(3), 0);
  EXPECT_EQ(overdue_at(7), 3) << "a mark is due since offset 4";
  EXPECT_EQ(overdue_at(8), 4) << "the next place does not begin a new count";

  ASSERT_TRUE(follower.follower.AppendMark(/*writer=*/1));
  EXPECT_EQ(overdue_at(10), 0);
  const LogRead status = follower.follower.Status();
  EXPECT_EQ(status.mark_place, 8);
  EXPECT_EQ(status.mark_time_ms, 8000) << "the time of its last part";
}

TEST(LogFollowerTest, SaysHowFarItsStartIs) {
  FakeLog log;
  Follower writer(log, TermsWithPlacesOf(4));
  ASSERT_TRUE(writer.ReadAll());
  while (log.bounds().end < 8) {
    log.Append({.anchor = {}, .content = model::CommitEntry()});
  }
  ASSERT_TRUE(writer.ReadOn());
  ASSERT_TRUE(writer.follower.AppendMark(/*writer=*/1));

  Follower late(log, TermsWithPlacesOf(4));
  ASSERT_TRUE(late.follower.Open([] {}));
  EXPECT_EQ(late.follower.Status().phase, StartPhase::kSearching);
  EXPECT_EQ(late.follower.Status().unread_entries, 9);

  while (late.follower.Status().phase == StartPhase::kSearching) {
    ASSERT_TRUE(late.follower.TakeNext());
  }
  EXPECT_EQ(late.follower.Status().phase, StartPhase::kCatchingUp);
  EXPECT_EQ(late.follower.Status().unread_entries, 1);

  ASSERT_TRUE(late.ReadOn());
  EXPECT_EQ(late.follower.Status().phase, StartPhase::kReady);
  EXPECT_EQ(late.follower.Status().unread_entries, 0);
}

TEST(LogFollowerTest, CountsThePartsThatBelongToNoMark) {
  FakeLog log;
  Follower follower(log);
  ASSERT_TRUE(follower.ReadAll());
  log.Append({.anchor = {}, .content = model::MarkPartEntry()});

  ASSERT_TRUE(follower.ReadOn());

  EXPECT_EQ(follower.follower.Status().ignored_mark_parts, 1);
}

TEST(LogFollowerTest, RefusesALogThatEndsBeforeWhatTheGroupHadRead) {
  FakeLog log;
  ASSERT_TRUE(Follower(log).ReadAll());
  LogTerms terms = TestTerms();
  terms.history = {.has_commits = true, .log_read = {{model::Hash128(), 9}}};

  const auto read = Follower(log, terms).ReadAll();
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().what, HasSubstr("it was truncated"));

  terms.accept_short_log = true;
  EXPECT_TRUE(Follower(log, terms).ReadAll());
}

TEST(LogFollowerTest, RefusesALogWhoseFirstEntriesWereDeleted) {
  FakeLog log;
  ASSERT_TRUE(Follower(log).ReadAll());
  log.Trim(1);

  const auto read = Follower(log).ReadAll();

  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().misconfigured);
  EXPECT_THAT(read.error().what, HasSubstr("begins at offset 1"));
  EXPECT_THAT(
      read.error().what,
      HasSubstr("the first entries of the fingerprint log are missing"));
  EXPECT_THAT(read.error().what, HasSubstr("--new-log"));
}

TEST(LogFollowerTest, RefusesALogWhoseNextEntryWasDeleted) {
  FakeLog log;
  Follower follower(log);
  ASSERT_TRUE(follower.ReadAll());
  log.Append({.anchor = {}, .content = model::CommitEntry()});
  log.Trim(3);

  const auto read = follower.ReadOn();

  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().misconfigured);
  EXPECT_FALSE(read.error().appends_lost);
  EXPECT_THAT(
      read.error().what,
      HasSubstr("the first entries of the fingerprint log are missing"));
}

/// A log with entries up to the place 4.
class WrongMarkTest : public ::testing::Test {
 protected:
  WrongMarkTest() {
    terms_.place_spacing = 4;
    Follower writer(log_, terms_);
    EXPECT_TRUE(writer.ReadAll());
    log_.Append({.anchor = {}, .content = model::CommitEntry()});
    log_.Append({.anchor = {}, .content = model::CommitEntry()});
    EXPECT_TRUE(writer.ReadOn());
    digest_ = writer.follower.index().digest();
  }

  /// Returns the digest after all entries of the log_.
  model::Hash128 TrueDigest() {
    dedup::Index index;
    int64_t offset = 0;
    for (const auto& entry : log_.entries()) {
      index.Apply(entry, offset, offset * 1000);
      ++offset;
    }
    return index.digest();
  }

  /// Appends a mark for the place 4 that describes another state.
  void AppendWrongMark(uint64_t nonce) {
    dedup::Index other;
    int64_t offset = 0;
    for (const auto& entry : log_.entries()) {
      if (offset == 4) break;
      other.Apply(entry, offset, offset * 1000);
      if (offset == 1) {
        other.Apply(
            {.anchor = {}, .content = model::ClaimEntry{.assignment = 1}},
            offset, offset * 1000);
      }
      ++offset;
    }
    for (auto& part : output::PartsOf(other.Capture(), nonce)) {
      log_.Append({.anchor = {}, .content = std::move(part)});
    }
  }

  FakeLog log_;
  LogTerms terms_ = TestTerms();
  model::Hash128 digest_;  // at the place
};

TEST_F(WrongMarkTest, EachMarkMakesAWorkerStartAgainOnlyOnce) {
  Follower follower(log_, terms_);
  ASSERT_TRUE(follower.ReadAll());
  AppendWrongMark(/*nonce=*/1);
  AppendWrongMark(/*nonce=*/2);

  int starts = 0;
  while (!follower.ReadOn()) ASSERT_LT(++starts, 10);

  EXPECT_EQ(starts, 2);
  EXPECT_EQ(follower.follower.index().digest(), TrueDigest());
  EXPECT_TRUE(follower.follower.marks().Valid().empty());
}

TEST_F(WrongMarkTest, AnObjectionToTheLoadedMarkMakesAWorkerStartAgain) {
  AppendWrongMark(/*nonce=*/7);
  Follower late(log_, terms_);
  const auto opened = late.ReadAll();
  ASSERT_TRUE(opened) << opened.error().what;
  ASSERT_NE(late.follower.index().digest(), TrueDigest());

  log_.Append({.anchor = {},
               .content = model::ObjectionEntry{
                   .place = 4, .nonce = 7, .digest = digest_}});
  const auto read = late.ReadOn();

  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().appends_lost);
  ASSERT_TRUE(late.ReadOn());
  EXPECT_EQ(late.follower.index().digest(), TrueDigest());
}

}  // namespace
}  // namespace newsmill::pipeline
