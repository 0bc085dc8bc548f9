#include <chrono>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/telemetry/telemetry.h"

namespace newsmill::telemetry {
namespace {

using pipeline::Stage;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Ge;
using ::testing::Key;
using ::testing::Le;
using ::testing::Not;
using ::testing::Pair;

int64_t NowMs() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

/// Series with their values, and families with their types.
struct Page {
  std::map<std::string, double> series;
  std::map<std::string, std::string> families;
};

Page Scrape(const Telemetry& telemetry) {
  Page page;
  std::istringstream lines(telemetry.Metrics());
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# TYPE ")) {
      std::istringstream words(line.substr(7));
      std::string name;
      words >> name >> page.families[name];
    } else if (!line.starts_with("#")) {
      const size_t space = line.rfind(' ');
      page.series[line.substr(0, space)] = std::stod(line.substr(space + 1));
    }
  }
  return page;
}

/// The rows of docs/metrics.md: name, type.
std::map<std::string, std::string> DocumentedFamilies() {
  std::map<std::string, std::string> families;
  std::ifstream file(NEWSMILL_METRICS_PAGE);
  const std::regex row(R"(^\| `(newsmill_\w+)` \| (\w+) \|.*)");
  std::smatch match;
  for (std::string line; std::getline(file, line);) {
    if (std::regex_match(line, match, row)) families[match[1]] = match[2];
  }
  return families;
}

class MetricsTest : public ::testing::Test {
 protected:
  std::map<std::string, double> Series() { return Scrape(telemetry_).series; }

  Telemetry telemetry_{About{.version = "1.2",
                             .commit = "abc",
                             .librdkafka = "2.0.2",
                             .config_hash = "00ff"}};
};

TEST_F(MetricsTest, ThePageOfMetricsListsEachFamily) {
  const auto documented = DocumentedFamilies();
  EXPECT_GT(documented.size(), 40U);
  EXPECT_EQ(documented, Scrape(telemetry_).families);
}

TEST_F(MetricsTest, EachHelpIsANounPhraseThatStandsAlone) {
  const std::regex help(R"(# HELP newsmill_\w+ [A-Z1].{20,}\.)");
  std::istringstream lines(telemetry_.Metrics());
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("# HELP ")) continue;
    EXPECT_TRUE(std::regex_match(line, help)) << line;
  }
}

TEST_F(MetricsTest, ClosedSetsAreThereFromTheStart) {
  const auto series = Series();
  for (const std::string name :
       {"articles_total{relation=\"extended\"}",
        "duplicates_total{relation=\"excerpt\"}",
        "dead_letters_total{reason=\"crashed\"}",
        "abandoned_items_total{cause=\"unknown\"}",
        "rebalances_total{event=\"lost\"}",
        "stage_items_total{stage=\"publish\"}",
        "queue_wait_seconds_count{queue=\"extract\"}",
        "log_entries_total{kind=\"commit\"}",
        "log_ignored_entries_total{cause=\"rewound\"}",
        "transaction_failures_total{cause=\"retry\"}"}) {
    EXPECT_THAT(series, Contains(Pair("newsmill_" + name, 0))) << name;
  }
  EXPECT_THAT(series,
              Contains(Pair(R"(newsmill_config_info{hash="00ff"})", 1)));
}

TEST_F(MetricsTest, ACommitIsCountedByRelationAndReason) {
  telemetry_.On(pipeline::ItemsEntered{4});
  pipeline::Commit commit;
  commit.counts.relation[static_cast<size_t>(model::Relation::kUpdate)] = 1;
  commit.counts.relation[static_cast<size_t>(model::Relation::kNear)] = 1;
  commit.counts.reason[static_cast<size_t>(model::Reason::kLimit)] = 1;
  commit.items = 3;
  commit.duration = std::chrono::milliseconds(30);
  commit.messages.push_back(
      {.partition = 0,
       .timestamp_ms = NowMs() - 40'000,
       .entered_stage = std::chrono::steady_clock::now()});
  telemetry_.On(pipeline::TransactionCommitted{commit});

  auto series = Series();
  EXPECT_EQ(series["newsmill_articles_total{relation=\"update\"}"], 1);
  EXPECT_EQ(series["newsmill_duplicates_total{relation=\"near\"}"], 1);
  EXPECT_EQ(series["newsmill_dead_letters_total{reason=\"limit\"}"], 1);
  EXPECT_EQ(series["newsmill_in_flight_items"], 1);
  EXPECT_EQ(series["newsmill_conservation_error_items"], 0);
  EXPECT_EQ(series["newsmill_transactions_total"], 1);
  EXPECT_EQ(series["newsmill_transaction_commit_seconds_bucket{le=\"0.025\"}"],
            0);
  EXPECT_EQ(series["newsmill_transaction_commit_seconds_bucket{le=\"0.05\"}"],
            1);
  EXPECT_EQ(series["newsmill_end_to_end_seconds_bucket{le=\"30\"}"], 0);
  EXPECT_EQ(series["newsmill_end_to_end_seconds_bucket{le=\"60\"}"], 1);
  EXPECT_EQ(series["newsmill_end_to_end_seconds_bucket{le=\"+Inf\"}"], 1);
  EXPECT_GE(series["newsmill_last_commit_timestamp_seconds"], 1.7e9);
}

TEST_F(MetricsTest, MiscountedItemsShow) {
  telemetry_.On(pipeline::ItemsEntered{1});
  pipeline::Commit commit;
  commit.items = 1;  // as nothing
  telemetry_.On(pipeline::TransactionCommitted{commit});

  EXPECT_EQ(Series()["newsmill_conservation_error_items"], 1);
}

TEST_F(MetricsTest, LagIsFromTheCommittedOffsetToTheEnd) {
  const std::vector<pipeline::Progress> starts = {{0, 10, {}}, {3, 5, {}}};
  telemetry_.On(pipeline::AssignmentStarted{starts});
  EXPECT_THAT(
      Series(),
      Not(Contains(Key("newsmill_input_lag_messages{partition=\"0\"}"))))
      << "the end is not known yet";

  const std::vector<pipeline::PartitionEnd> ends = {{0, 30}, {3, 5}, {9, 1}};
  telemetry_.On(pipeline::PartitionEndsSeen{ends});
  pipeline::Commit commit;
  commit.progress = {{0, 25, {}}};
  commit.messages.push_back({.partition = 0, .timestamp_ms = NowMs() - 60'000});
  telemetry_.On(pipeline::TransactionCommitted{commit});

  EXPECT_THAT(
      Series(),
      AllOf(
          Contains(Pair("newsmill_input_lag_messages{partition=\"0\"}", 5)),
          Contains(Pair("newsmill_input_lag_messages{partition=\"3\"}", 0)),
          Contains(
              Pair("newsmill_input_event_time_lag_seconds{partition=\"0\"}",
                   AllOf(Ge(60), Le(90)))),
          Contains(Pair(
              "newsmill_input_event_time_lag_seconds{partition=\"3\"}", 0)),
          Contains(Pair("newsmill_assigned_partitions", 2)),
          Not(Contains(Key("newsmill_input_lag_messages{partition=\"9\"}")))));
}

TEST_F(MetricsTest, APartitionThatWasEmptyIsNotOldWhenOneComes) {
  const std::vector<pipeline::Progress> starts = {{0, 10, {}}};
  telemetry_.On(pipeline::AssignmentStarted{starts});
  const std::vector<pipeline::PartitionEnd> empty = {{0, 10}};
  const std::vector<pipeline::PartitionEnd> one = {{0, 11}};
  telemetry_.On(pipeline::PartitionEndsSeen{empty});
  telemetry_.On(pipeline::PartitionEndsSeen{one});

  EXPECT_THAT(Series(), Contains(Pair("newsmill_input_event_time_lag_seconds{"
                                      "partition=\"0\"}",
                                      Le(30))));
}

TEST_F(MetricsTest, SeriesOfPartitionsThatLeftDisappear) {
  const std::vector<pipeline::Progress> starts = {{0, 0, {}}, {1, 0, {}}};
  const std::vector<pipeline::PartitionEnd> ends = {{0, 1}, {1, 1}};
  telemetry_.On(pipeline::AssignmentStarted{starts});
  telemetry_.On(pipeline::PartitionEndsSeen{ends});
  telemetry_.On(pipeline::AssignmentEnded{.lost = false});
  EXPECT_THAT(
      Series(),
      Not(Contains(Key("newsmill_input_lag_messages{partition=\"1\"}"))));
  telemetry_.On(pipeline::AssignmentStarted{{&starts[1], 1}});
  telemetry_.On(pipeline::PartitionEndsSeen{ends});

  const auto series = Series();
  EXPECT_THAT(series,
              Contains(Key("newsmill_input_lag_messages{partition=\"1\"}")));
  for (const auto& [name, value] : series) {
    EXPECT_EQ(name.find("partition=\"0\""), name.npos) << name;
  }
}

TEST_F(MetricsTest, AnExpiredOffsetIsCountedOnceHoweverOftenItIsReported) {
  EXPECT_EQ(Series()["newsmill_input_expired_offsets_total"], 0);

  telemetry_.On(pipeline::OffsetsExpired{{0, 100, 120}});
  telemetry_.On(pipeline::OffsetsExpired{{0, 100, 120}});  // asked again
  telemetry_.On(pipeline::OffsetsExpired{
      {0, 100, 130}});  // asked again, more was deleted
  telemetry_.On(pipeline::OffsetsExpired{{1, 7, 8}});
  EXPECT_EQ(Series()["newsmill_input_expired_offsets_total"], 31);

  telemetry_.On(
      pipeline::OffsetsExpired{{0, 180, 200}});  // after commits up to 180
  EXPECT_EQ(Series()["newsmill_input_expired_offsets_total"], 51);
}

TEST_F(MetricsTest, TheTimeForWhichPublishingFailsGrowsBetweenAttempts) {
  const std::string name = "newsmill_publishing_failing_seconds";
  EXPECT_EQ(Series()[name], 0);

  telemetry_.On(
      pipeline::PublishingFails{{.what = "w"}, std::chrono::seconds(70)});
  const double first = Series()[name];
  EXPECT_GE(first, 70);
  double later = first;
  while (later == first) later = Series()[name];
  EXPECT_GT(later, first);

  telemetry_.On(pipeline::PublishingRecovered{std::chrono::seconds(71)});
  EXPECT_EQ(Series()[name], 0);
}

TEST_F(MetricsTest, ShowsWhatThePipelineLooksLike) {
  pipeline::Snapshot snapshot;
  snapshot.stage(Stage::kExtract) = {
      .threads = 4, .waiting = 17, .busy = std::chrono::milliseconds(2500)};
  snapshot.in_flight_bytes = 100;
  snapshot.in_flight_limit_bytes = 1000;
  snapshot.input_held = true;
  const std::vector<pipeline::Progress> starts = {{0, 0, {}}, {1, 0, {}}};
  telemetry_.On(pipeline::AssignmentStarted{starts});
  telemetry_.Watch([&] { return snapshot; });

  auto series = Series();
  EXPECT_EQ(series["newsmill_stage_threads{stage=\"extract\"}"], 4);
  EXPECT_EQ(series["newsmill_queue_messages{queue=\"extract\"}"], 17);
  EXPECT_EQ(series["newsmill_stage_busy_seconds_total{stage=\"extract\"}"],
            2.5);
  EXPECT_EQ(series["newsmill_in_flight_bytes"], 100);
  EXPECT_EQ(series["newsmill_in_flight_limit_bytes"], 1000);
  EXPECT_EQ(series["newsmill_paused_partitions"], 2);
}

TEST_F(MetricsTest, SumsUpOverThreads) {
  for (int i = 0; i < 3; ++i) {
    std::jthread([&] {
      telemetry_.On(pipeline::MessageAdmitted{10, 2048});
      telemetry_.On(pipeline::StageEntered{Stage::kExtract,
                                           std::chrono::milliseconds(2)});
      telemetry_.On(pipeline::StageLeft{Stage::kExtract,
                                        std::chrono::microseconds(700), 5, 1});
    }).join();
  }
  auto series = Series();
  EXPECT_EQ(series["newsmill_input_messages_total"], 3);
  EXPECT_EQ(series["newsmill_input_bytes_total"], 30);
  EXPECT_EQ(series["newsmill_stage_items_total{stage=\"extract\"}"], 15);
  EXPECT_EQ(series["newsmill_stage_errors_total{stage=\"extract\"}"], 3);
  EXPECT_EQ(series["newsmill_stage_duration_seconds_bucket{stage=\"extract\","
                   "le=\"0.0005\"}"],
            0);
  EXPECT_EQ(series["newsmill_stage_duration_seconds_bucket{stage=\"extract\","
                   "le=\"0.001\"}"],
            3);
  EXPECT_NEAR(series["newsmill_queue_wait_seconds_sum{queue=\"extract\"}"],
              0.006, 1e-9);
}

TEST_F(MetricsTest, FollowsTheLog) {
  telemetry_.On(pipeline::LogEndSeen{12});
  telemetry_.On(
      pipeline::EntryApplied{{.anchor = {}, .content = model::RetractEntry()},
                             dedup::Effect::kFenced});
  telemetry_.On(pipeline::LogRead{.next_offset = 10,
                                  .texts = 3,
                                  .bytes = 4096,
                                  .window_ms = 1500,
                                  .pending_deliveries = 2});

  auto series = Series();
  EXPECT_EQ(series["newsmill_log_next_offset"], 10);
  EXPECT_EQ(series["newsmill_log_lag_entries"], 2);
  EXPECT_EQ(series["newsmill_log_entries_total{kind=\"retract\"}"], 1);
  EXPECT_EQ(series["newsmill_log_ignored_entries_total{cause=\"fenced\"}"], 1);
  EXPECT_EQ(series["newsmill_index_entries"], 3);
  EXPECT_EQ(series["newsmill_index_window_seconds"], 1.5);
  EXPECT_EQ(series["newsmill_pending_deliveries"], 2);
}

TEST_F(MetricsTest, FollowsMarksAndTheSizeOfTheLog) {
  telemetry_.On(pipeline::LogStartSeen{100});
  telemetry_.On(pipeline::LogEndSeen{1000});
  const model::LogEntry entry{.anchor = {}, .content = model::RetractEntry()};
  telemetry_.On(
      pipeline::EntryApplied{entry, dedup::Effect::kApplied, /*bytes=*/380});
  telemetry_.On(
      pipeline::EntryApplied{entry, dedup::Effect::kFenced, /*bytes=*/20});
  telemetry_.On(pipeline::LogRead{.next_offset = 990,
                                  .live_entries = 400,
                                  .mark_place = 800,
                                  .mark_time_ms = NowMs() - 60'000,
                                  .mark_overdue_entries = 7,
                                  .needed_offset = 300,
                                  .wrong_marks = 2,
                                  .ignored_mark_parts = 3});

  auto series = Series();
  EXPECT_EQ(series["newsmill_log_first_offset"], 100);
  EXPECT_EQ(series["newsmill_log_retained_entries"], 900);
  EXPECT_EQ(series["newsmill_log_live_entries"], 400);
  EXPECT_EQ(series["newsmill_log_needed_offset"], 300);
  EXPECT_EQ(series["newsmill_log_mark_offset"], 800);
  EXPECT_EQ(series["newsmill_log_mark_overdue_entries"], 7);
  EXPECT_EQ(series["newsmill_log_wrong_marks_total"], 2);
  EXPECT_EQ(series["newsmill_log_ignored_mark_parts_total"], 3);
  EXPECT_EQ(series["newsmill_log_read_bytes_total"], 400);
  EXPECT_THAT(series["newsmill_log_mark_age_seconds"], AllOf(Ge(60), Le(90)));
}

TEST_F(MetricsTest, WithoutAMarkItsAgeIsZero) {
  telemetry_.On(pipeline::LogRead{.next_offset = 990});

  EXPECT_THAT(Series(), Contains(Pair("newsmill_log_mark_age_seconds", 0)));
}

TEST_F(MetricsTest, ShowsThePhaseOfTheStart) {
  const auto phases = [this] {
    auto series = Series();
    std::vector<double> values;
    for (const std::string phase :
         {"searching", "loading", "catching_up", "ready"}) {
      values.push_back(
          series.at("newsmill_start_phase{phase=\"" + phase + "\"}"));
    }
    return values;
  };
  EXPECT_THAT(phases(), ElementsAre(0, 0, 0, 0)) << "the log is not open";

  telemetry_.On(pipeline::LogRead{.phase = pipeline::StartPhase::kLoading,
                                  .unread_entries = 50});
  EXPECT_THAT(phases(), ElementsAre(0, 1, 0, 0));
  EXPECT_EQ(Series()["newsmill_start_unread_entries"], 50);

  telemetry_.On(pipeline::LogRead{.phase = pipeline::StartPhase::kReady});
  EXPECT_THAT(phases(), ElementsAre(0, 0, 0, 1));
}

TEST_F(MetricsTest, ShowsTheVersionOfTheFingerprintsInForce) {
  EXPECT_EQ(Series()["newsmill_fingerprint_version"], 0);
  telemetry_.On(pipeline::LogRead{.rules = model::RulesEntry{.version = 1}});
  EXPECT_EQ(Series()["newsmill_fingerprint_version"], 1);
}

TEST_F(MetricsTest, TheLimitsOfTheIndexAreThoseOfTheRulesInForce) {
  const auto limits = [this] {
    auto series = Series();
    return std::pair(series["newsmill_index_limit_entries"],
                     series["newsmill_index_window_limit_seconds"]);
  };
  const auto read = [this](const std::optional<model::RulesEntry>& rules) {
    telemetry_.On(pipeline::LogRead{.rules = rules});
  };
  EXPECT_EQ(limits(), std::pair(0.0, 0.0));

  read(model::RulesEntry{.window_ms = 3'600'000, .max_entries = 1000});
  EXPECT_EQ(limits(), std::pair(1000.0, 3600.0));

  read({});  // the worker starts from a mark, and has not loaded it yet
  EXPECT_EQ(limits(), std::pair(1000.0, 3600.0));

  read(model::RulesEntry{.window_ms = 500, .max_entries = 2000});
  EXPECT_EQ(limits(), std::pair(2000.0, 0.5));
}

TEST_F(MetricsTest, EachKindOfEntryHasItsOwnSeries) {
  const std::vector<decltype(model::LogEntry::content)> kinds = {
      model::UnknownEntry(),     model::GenesisEntry(),
      model::RulesEntry(),       model::ClaimEntry(),
      model::FingerprintEntry(), model::RetractEntry(),
      model::CommitEntry(),      model::RangeEntry(),
      model::MarkPartEntry(),    model::ObjectionEntry(),
      model::ResetEntry()};
  const std::vector<std::string> names = {
      "unknown", "genesis", "rules", "claim",     "fingerprint", "retract",
      "commit",  "range",   "mark",  "objection", "reset"};
  for (size_t i = 0; i < kinds.size(); ++i) {
    Telemetry telemetry{About{}};
    telemetry.On(pipeline::EntryApplied{{.anchor = {}, .content = kinds[i]},
                                        dedup::Effect::kApplied});
    EXPECT_EQ(
        Scrape(telemetry)
            .series["newsmill_log_entries_total{kind=\"" + names[i] + "\"}"],
        1)
        << names[i];
  }
}

}  // namespace
}  // namespace newsmill::telemetry
