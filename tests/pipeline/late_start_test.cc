// A worker that starts late, between workers that write marks and trim the log.

#include "late_start.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "log_follower.h"
#include "newsmill/output/mark.h"
#include "support/fake_log.h"
#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

using model::MarkPartEntry;
using testing::FakeLog;
using testing::FakeLogClient;
using ::testing::HasSubstr;

constexpr int64_t kSpacing = 16;

LogTerms MarkTerms() {
  LogTerms terms = TestTerms();
  terms.rules.max_entries = 40;
  terms.place_spacing = kSpacing;
  return terms;
}

/// Changes the contents of marks that the worker appends, but not their digest,
/// if `damages` is true.
class DamagingClient : public FakeLogClient {
 public:
  using FakeLogClient::FakeLogClient;
  bool damages = false;

  std::expected<void, LogError> Append(const model::LogEntry& entry) override {
    const auto* part = std::get_if<MarkPartEntry>(&entry.content);
    if (!damages || part == nullptr) return FakeLogClient::Append(entry);
    auto mark = output::MarkFrom({part, 1});
    if (!mark) return FakeLogClient::Append(entry);
    ++mark->base_time_ms;
    return FakeLogClient::Append(
        {.anchor = entry.anchor,
         .content = output::PartsOf(*mark, part->nonce).front()});
  }
};

/// The part of a worker that follows the log.
class LogWorker {
 public:
  LogWorker(FakeLog& log, model::AssignmentKey key,
            LogTerms terms = MarkTerms())
      : client_(log), follower_(client_, std::move(terms)), key_(key) {}

  /// Returns the first error that stops the worker.
  std::expected<void, LogError> Open() {
    if (auto opened = follower_.Open([] {}); !opened) return opened;
    return Read();
  }
  std::expected<void, LogError> Read() {
    while (true) {
      auto taken = follower_.TakeNext();
      if (!taken && taken.error().appends_lost) {
        ++times_started_again_;
        continue;
      }
      if (!taken) return std::unexpected(taken.error());
      if (!*taken) return {};
      if ((*taken)->applied) ++applied_;
      WriteMarkAfter((*taken)->record.entry);
    }
  }
  void Claim() {
    ASSERT_TRUE(follower_.Append(model::ClaimEntry{
        .partition = 0, .assignment = key_, .next_offset = next_}));
  }
  /// Appends the article `number`, whose message has the offset `number`.
  void AppendArticle(int64_t number) {
    model::FingerprintEntry entry;
    entry.delivery.offset = number;
    entry.assignment = key_;
    entry.committed_offset = number - 3;
    const auto hash = static_cast<uint64_t>(number);
    entry.record_id = {hash, 1};
    entry.fingerprint.article = {hash, 2};
    // One article in three is a copy of an earlier one.
    const uint64_t text = number % 3 == 0 ? hash - 2 : hash;
    entry.fingerprint.text = {text, 3};
    ASSERT_TRUE(follower_.Append(entry));
  }
  void Append(decltype(model::LogEntry::content) content) {
    ASSERT_TRUE(follower_.Append(std::move(content)));
  }

  const LogFollower& follower() const { return follower_; }
  model::Hash128 digest() const { return follower_.index().digest(); }
  int applied() const { return applied_; }
  int times_started_again() const { return times_started_again_; }
  bool writes_marks = true;
  void DamageMarks(bool damages) { client_.damages = damages; }

 private:
  void WriteMarkAfter(const model::LogEntry& entry) {
    const auto* print = std::get_if<model::FingerprintEntry>(&entry.content);
    const bool is_own = print != nullptr && print->assignment == key_;
    if (!writes_marks || !is_own || !follower_.IsMarkDue()) return;
    ASSERT_TRUE(follower_.AppendMark(key_));
  }

  DamagingClient client_;
  LogFollower follower_;
  model::AssignmentKey key_;
  int64_t next_ = 0;
  int applied_ = 0;
  int times_started_again_ = 0;
};

class LateStartTest : public ::testing::Test {
 protected:
  LateStartTest() {
    EXPECT_TRUE(early_.Open());
    early_.Claim();
    EXPECT_TRUE(early_.Read());
  }
  void AppendArticles(int64_t count) {
    for (int64_t i = 0; i < count; ++i) {
      early_.AppendArticle(++number_);
      ASSERT_TRUE(early_.Read());
    }
  }
  std::vector<MarkPartEntry> PartsInLog() {
    std::vector<MarkPartEntry> parts;
    for (const model::LogEntry& entry : log_.entries()) {
      const auto* part = std::get_if<MarkPartEntry>(&entry.content);
      if (part != nullptr) parts.push_back(*part);
    }
    return parts;
  }
  template <typename Entry>
  int CountInLog() {
    int count = 0;
    for (const model::LogEntry& entry : log_.entries()) {
      count += std::holds_alternative<Entry>(entry.content) ? 1 : 0;
    }
    return count;
  }

  FakeLog log_;
  LogWorker early_{log_, 7};
  int64_t number_ = 0;
};

TEST_F(LateStartTest, BeginsAtTheNewestMark) {
  AppendArticles(300);
  ASSERT_GT(PartsInLog().size(), 3);
  LogWorker late(log_, 8);

  ASSERT_TRUE(late.Open());

  EXPECT_TRUE(late.follower().ready());
  EXPECT_EQ(late.digest(), early_.digest());
  EXPECT_LT(late.applied(), 150);
  // It has not applied the entry with the rules.
  EXPECT_EQ(late.follower().Status().rules, early_.follower().Status().rules);
  EXPECT_TRUE(late.follower().Status().rules.has_value());
}

TEST_F(LateStartTest, DecidesAsTheOthersAfterEachTrim) {
  std::vector<std::unique_ptr<LogWorker>> workers;
  for (int trims = 0, round = 0; trims < 3; ++round) {
    ASSERT_LT(round, 200);
    const int64_t first = log_.bounds().first;
    AppendArticles(10);
    if (log_.bounds().first == first) continue;
    ++trims;
    workers.push_back(
        std::make_unique<LogWorker>(log_, static_cast<uint64_t>(100 + trims)));
    ASSERT_TRUE(workers.back()->Open());
    AppendArticles(100);
    for (const auto& worker : workers) {
      ASSERT_TRUE(worker->Read());
      EXPECT_EQ(worker->digest(), early_.digest());
    }
  }
}

TEST_F(LateStartTest, TheLogStaysBoundedOverManyWindows) {
  AppendArticles(400);
  const auto kept = [&] { return log_.bounds().end - log_.bounds().first; };
  int64_t most = 0;
  for (int i = 0; i < 40; ++i) {
    AppendArticles(20);
    most = std::max(most, kept());
  }

  EXPECT_LT(most, 400);
}

TEST_F(LateStartTest, WithoutTrimTheLogKeepsAllEntries) {
  LogTerms terms = MarkTerms();
  terms.trim = false;
  LogWorker other(log_, 9, terms);
  ASSERT_TRUE(other.Open());
  early_.writes_marks = false;
  other.Claim();
  for (int i = 0; i < 400; ++i) {
    other.AppendArticle(1000 + i);
    ASSERT_TRUE(other.Read());
  }

  EXPECT_GT(PartsInLog().size(), 3);
  EXPECT_EQ(log_.bounds().first, 0);
}

TEST_F(LateStartTest, ALogWithoutMarksIsReadFromItsFirstEntry) {
  early_.writes_marks = false;
  AppendArticles(100);
  LogWorker late(log_, 8);

  ASSERT_TRUE(late.Open());

  EXPECT_EQ(late.digest(), early_.digest());
  EXPECT_GT(late.applied(), 100);
}

TEST_F(LateStartTest, AnIncompleteMarkIsNotUsed) {
  AppendArticles(200);
  const auto parts =
      output::PartsOf(early_.follower().index().Capture(), 99, 200);
  ASSERT_GT(parts.size(), 1);
  early_.Append(parts[0]);
  ASSERT_TRUE(early_.Read());
  LogWorker late(log_, 8);

  ASSERT_TRUE(late.Open());

  EXPECT_EQ(late.digest(), early_.digest());
}

/// Appends a mark for the last place that is complete and wrong.
class WrongMarkInLogTest : public LateStartTest {
 protected:
  void AppendWrongMark() {
    while (early_.follower().next_offset() % kSpacing != 0) AppendArticles(1);
    model::Mark mark = early_.follower().index().Capture();
    ++mark.digest.low;
    for (auto& part : output::PartsOf(mark, 99)) early_.Append(part);
  }
};

TEST_F(WrongMarkInLogTest, IsObjectedTo) {
  AppendArticles(200);
  AppendWrongMark();

  ASSERT_TRUE(early_.Read());

  EXPECT_EQ(early_.times_started_again(), 1)
      << "it may be this worker whose state is wrong";
  EXPECT_EQ(CountInLog<model::ObjectionEntry>(), 1);
  LogWorker late(log_, 8);
  ASSERT_TRUE(late.Open());
  ASSERT_TRUE(early_.Read()) << "the other worker has objected, too";
  EXPECT_EQ(late.digest(), early_.digest());
}

TEST_F(WrongMarkInLogTest, IsNotLoaded) {
  AppendArticles(200);
  AppendWrongMark();
  LogWorker late(log_, 8);

  ASSERT_TRUE(late.Open());
  ASSERT_TRUE(early_.Read());
  ASSERT_TRUE(late.Read());

  EXPECT_EQ(late.digest(), early_.digest());
  EXPECT_GT(late.follower().Status().wrong_marks, 0);
}

TEST_F(WrongMarkInLogTest, IsObjectedToWithoutAnEarlierMark) {
  early_.writes_marks = false;
  AppendArticles(40);
  AppendWrongMark();

  ASSERT_TRUE(early_.Read());

  EXPECT_EQ(CountInLog<model::ObjectionEntry>(), 1);
}

TEST_F(LateStartTest, TheWriterOfAMarkWithAnObjectionLoadsAnEarlierState) {
  AppendArticles(200);
  const MarkPartEntry last = PartsInLog().back();
  ASSERT_EQ(last.nonce, 7);
  early_.Append(model::ObjectionEntry{
      .place = last.place, .nonce = last.nonce, .digest = {1, 2}});

  ASSERT_TRUE(early_.Read());

  EXPECT_EQ(early_.times_started_again(), 1);
  EXPECT_TRUE(early_.follower().ready());
  LogWorker late(log_, 8);
  ASSERT_TRUE(late.Open());
  EXPECT_EQ(late.digest(), early_.digest());
}

TEST_F(LateStartTest, AWorkerBelowTheStartOfTheLogStartsAgain) {
  LogWorker slow(log_, 8);
  ASSERT_TRUE(slow.Open());
  while (log_.bounds().first <= slow.follower().next_offset()) {
    AppendArticles(20);
  }

  ASSERT_TRUE(slow.Read());

  EXPECT_EQ(slow.times_started_again(), 1);
  EXPECT_EQ(slow.digest(), early_.digest());
}

class ShortLogTest : public LateStartTest {
 protected:
  /// Deletes entries that the newest mark needs.
  void TrimTooFar() {
    AppendArticles(300);
    const auto marks = early_.follower().marks().Valid();
    ASSERT_FALSE(marks.empty());
    log_.Trim(marks.front().base + 10);
  }
};

TEST_F(ShortLogTest, IsRefusedWithTheWayOut) {
  TrimTooFar();
  LogWorker late(log_, 8);

  const auto opened = late.Open();

  ASSERT_FALSE(opened);
  EXPECT_TRUE(opened.error().misconfigured);
  const std::string& what = opened.error().what;
  EXPECT_THAT(what, HasSubstr("no complete mark"));
  EXPECT_THAT(what, HasSubstr("If no worker runs, start one worker with "
                              "--accept-short-log"));
  EXPECT_THAT(what, HasSubstr("If other workers still run"));
  EXPECT_THAT(what, HasSubstr("--new-log only with an empty topic"));
}

TEST_F(ShortLogTest, TheWayOutOfTheErrorIsTheOneThatHelps) {
  TrimTooFar();
  log_.Trim(log_.bounds().end - 1);  // the parts of the marks are gone, too
  LogTerms terms = MarkTerms();
  terms.accept_short_log = true;
  LogWorker accepting(log_, 8, terms);

  const auto opened = accepting.Open();

  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().what,
              HasSubstr("no complete mark, which --accept-short-log"));
  EXPECT_THAT(opened.error().what,
              HasSubstr("start one worker with --new-log"));
}

TEST_F(ShortLogTest, IsAcceptedWithoutTheLostTexts) {
  TrimTooFar();
  LogTerms terms = MarkTerms();
  terms.accept_short_log = true;
  LogWorker accepting(log_, 8, terms);

  const auto opened = accepting.Open();
  ASSERT_TRUE(opened) << opened.error().what;

  EXPECT_TRUE(accepting.follower().ready());
  EXPECT_EQ(CountInLog<model::ResetEntry>(), 1);
  LogWorker late(log_, 9);
  ASSERT_TRUE(late.Open()) << "the reset allows it";
  EXPECT_EQ(CountInLog<model::ResetEntry>(), 1);
  EXPECT_EQ(late.digest(), accepting.digest());
}

TEST_F(ShortLogTest, IsAcceptedOnlyUntilTheWorkerIsReady) {
  LogTerms terms = MarkTerms();
  terms.accept_short_log = true;
  LogWorker accepting(log_, 8, terms);
  ASSERT_TRUE(accepting.Open());
  AppendArticles(300);
  log_.Trim(log_.bounds().end - 1);

  EXPECT_FALSE(accepting.Read()) << "a reset would make the others forget";
  EXPECT_EQ(CountInLog<model::ResetEntry>(), 0);
}

TEST_F(ShortLogTest, IsAcceptedWithoutAnyTextIfNoMarkCanBeLoaded) {
  AppendArticles(300);
  for (const KnownMark& mark : early_.follower().marks().Known()) {
    early_.Append(model::ObjectionEntry{
        .place = mark.place, .nonce = mark.nonce, .digest = {1, 2}});
  }
  const int64_t place = early_.follower().marks().Known().front().place;
  log_.Trim(place);
  LogTerms terms = MarkTerms();
  terms.accept_short_log = true;
  LogWorker accepting(log_, 8, terms);

  const auto opened = accepting.Open();
  ASSERT_TRUE(opened) << opened.error().what;

  EXPECT_EQ(CountInLog<model::ResetEntry>(), 1);
  LogWorker late(log_, 9);
  ASSERT_TRUE(late.Open());
  EXPECT_EQ(late.digest(), accepting.digest());
}

TEST_F(ShortLogTest, TheResetNamesTheMarkThatWasLoaded) {
  AppendArticles(300);
  while (early_.follower().next_offset() % kSpacing != 0) AppendArticles(1);
  model::Mark newest = early_.follower().index().Capture();
  ++newest.base_time_ms;  // cannot be loaded
  for (auto& part : output::PartsOf(newest, 99)) early_.Append(part);
  ASSERT_TRUE(early_.Read());
  log_.Trim(newest.base);
  LogTerms terms = MarkTerms();
  terms.accept_short_log = true;
  LogWorker accepting(log_, 8, terms);

  const auto opened = accepting.Open();
  ASSERT_TRUE(opened) << opened.error().what;

  EXPECT_EQ(CountInLog<model::ObjectionEntry>(), 1);
  EXPECT_EQ(CountInLog<model::ResetEntry>(), 1);
  LogWorker late(log_, 9);
  ASSERT_TRUE(late.Open());
  EXPECT_EQ(late.digest(), accepting.digest());
}

/// A mark whose contents do not fit its digest.
class DamagedMarkTest : public LateStartTest {
 protected:
  /// The early worker appends such a mark, and reads it back.
  void AppendDamagedMark() {
    early_.DamageMarks(true);
    const size_t parts = PartsInLog().size();
    while (PartsInLog().size() == parts) AppendArticles(1);
    early_.DamageMarks(false);
    ASSERT_TRUE(early_.Read());
  }
};

TEST_F(DamagedMarkTest, ItsWriterObjectsToIt) {
  AppendArticles(200);
  AppendDamagedMark();

  EXPECT_EQ(CountInLog<model::ObjectionEntry>(), 1);
  EXPECT_EQ(early_.times_started_again(), 0) << "its state is right";
}

TEST_F(DamagedMarkTest, AWorkerThatCannotLoadItObjectsToIt) {
  AppendArticles(200);
  while (early_.follower().next_offset() % kSpacing != 0) AppendArticles(1);
  model::Mark mark = early_.follower().index().Capture();
  ++mark.base_time_ms;
  for (auto& part : output::PartsOf(mark, 99)) early_.Append(part);
  ASSERT_TRUE(early_.Read());
  ASSERT_EQ(CountInLog<model::ObjectionEntry>(), 0) << "its digest is right";
  LogWorker late(log_, 8);

  ASSERT_TRUE(late.Open());

  ASSERT_TRUE(early_.Read());
  EXPECT_EQ(late.digest(), early_.digest());
  EXPECT_EQ(CountInLog<model::ObjectionEntry>(), 1);
  LogWorker later(log_, 9);
  ASSERT_TRUE(later.Open());
  EXPECT_EQ(CountInLog<model::ObjectionEntry>(), 1);
}

TEST_F(LateStartTest, AWorkerThatCanLoadNoMarkKeepsItsState) {
  AppendArticles(200);
  const int64_t texts = early_.follower().index().size();
  const auto marks = early_.follower().marks().Known();
  ASSERT_GT(log_.bounds().first, 0);
  for (const KnownMark& mark : marks) {
    early_.Append(model::ObjectionEntry{
        .place = mark.place, .nonce = mark.nonce, .digest = {1, 2}});
  }

  const auto read = early_.Read();

  ASSERT_TRUE(read) << read.error().what;
  EXPECT_TRUE(early_.follower().ready());
  EXPECT_GT(early_.times_started_again(), 0);
  EXPECT_EQ(early_.follower().index().size(), texts);
}

}  // namespace
}  // namespace newsmill::pipeline
