#include "replay/report.h"

#include <chrono>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::app {
namespace {

using std::chrono::seconds;
using ::testing::HasSubstr;
using ::testing::Not;

/// 0: all done here, with gaps; 1: a part before, a part by another worker.
ReplayReport Report() {
  ReplayReport report;
  report.name = "may";
  report.group = "g.replay.may";
  report.range = {.topic = "raw",
                  .from = "24h",
                  .to = "now",
                  .partitions = {{0, 100, 200}, {1, 0, 50}}};
  report.before = {{0, -1}, {1, 10}};
  report.committed = {{0, 200}, {1, 50}};
  report.counts.partitions[0] = {.offsets = 100, .messages = 97};
  report.counts.partitions[1] = {.offsets = 15, .messages = 15};
  report.counts.items
      .relation[static_cast<size_t>(model::Relation::kOriginal)] = 90;
  report.counts.items.relation[static_cast<size_t>(model::Relation::kExact)] =
      20;
  report.counts.items.reason[static_cast<size_t>(model::Reason::kNoText)] = 2;
  return report;
}

TEST(ReplayReportTest, AccountsForEveryOffset) {
  const std::string json = JsonOf(Report());

  EXPECT_THAT(
      json,
      HasSubstr(
          R"("offsets_before":10,"offsets_this_worker":115,)"
          R"("offsets_other_workers":25,"offsets_expired":0,)"
          R"("offsets_left":0,"messages":112,"offsets_without_message":3)"));
  EXPECT_THAT(json, HasSubstr(R"("articles":{"original":90},)"
                              R"("duplicates":{"exact":20},)"
                              R"("dead_letters":{"no_text":2},"items":112)"));
  EXPECT_THAT(json,
              HasSubstr(R"({"partition":1,"first_offset":0,"end_offset":50,)"
                        R"("offsets_before":10,"offsets_this_worker":15,)"
                        R"("offsets_other_workers":25,"offsets_expired":0,)"));
}

TEST(ReplayReportTest, IsCompleteWhenTheGroupHasEveryEnd) {
  ReplayReport report = Report();
  EXPECT_TRUE(report.complete());
  EXPECT_THAT(TextOf(report), HasSubstr("verified"));
  EXPECT_THAT(JsonOf(report), HasSubstr(R"("complete":true)"));

  report.committed[1] = 49;
  report.counts.partitions[1].offsets = 14;
  EXPECT_FALSE(report.complete());
  EXPECT_THAT(TextOf(report), Not(HasSubstr("verified")));
  EXPECT_THAT(JsonOf(report), HasSubstr(R"("complete":false)"));
  EXPECT_THAT(JsonOf(report), HasSubstr(R"("offsets_left":1)"));
}

TEST(ReplayReportTest, WhatHasExpiredIsNamedAndIsNobodysWork) {
  logging::Log log(logging::Options{});
  ReplayObserver books(log);
  books.On(pipeline::OffsetsExpired{{0, 100, 120}});
  books.On(pipeline::OffsetsExpired{
      {0, 100, 130}});  // asked again, more was deleted
  pipeline::Commit commit;
  commit.advances = {{.partition = 0,
                      .first_offset = 130,
                      .next_offset = 180,
                      .messages = 50}};
  books.On(pipeline::TransactionCommitted{commit});
  books.On(pipeline::OffsetsExpired{{0, 180, 200}});
  ReplayReport report = Report();
  report.counts.partitions[0] = books.counts().partitions[0];

  report.committed = report.counts.DoneSince({{0, 180}, {1, 50}});

  EXPECT_EQ(report.AllExpired(), 50);
  EXPECT_FALSE(report.complete());
  EXPECT_THAT(TextOf(report), HasSubstr("50 offsets expired"));
  EXPECT_THAT(TextOf(report), Not(HasSubstr("verified")));
  EXPECT_THAT(JsonOf(report),
              HasSubstr(R"("end_offset":200,"offsets_before":0,)"
                        R"("offsets_this_worker":50,"offsets_other_workers":0,)"
                        R"("offsets_expired":50,"offsets_left":0)"));
}

TEST(ReplayReportTest, WhatExpiredInAnEarlierRunStaysInTheReport) {
  ReplayReport report = Report();
  report.before = report.committed = {{0, 200}, {1, 50}};
  report.expired_before = report.expired = {{0, 30}, {1, 0}};
  report.counts = {};

  EXPECT_FALSE(report.complete());
  EXPECT_THAT(TextOf(report), HasSubstr("30 offsets expired"));
  EXPECT_THAT(JsonOf(report),
              HasSubstr(R"("end_offset":200,"offsets_before":70,)"
                        R"("offsets_this_worker":0,"offsets_other_workers":0,)"
                        R"("offsets_expired":30,"offsets_left":0)"));
}

TEST(ReplayDoneTest, CountsOnlyWhatIsInTheRange) {
  const std::vector<model::PartitionRange> range = {{0, 100, 200}, {1, 5, 5}};

  EXPECT_EQ(DoneOf(range, {{0, -1}}).offsets, 0);
  EXPECT_EQ(DoneOf(range, {{0, 150}}).offsets, 50);
  EXPECT_EQ(DoneOf(range, {{0, 300}, {7, 9}}).offsets, 100);
  EXPECT_TRUE(DoneOf(range, {{0, 200}}).all());
}

TEST(ReplayProgressTest, SaysHowLongItTakes) {
  EXPECT_EQ(ProgressLine({.offsets = 1200, .total = 5000}, 200, seconds(10)),
            "1200 of 5000 offsets (24.0 %), 100/s, 0:38 left");
  EXPECT_EQ(ProgressLine({.offsets = 2, .total = 10'000}, 1, seconds(1)),
            "2 of 10000 offsets (0.0 %), 1/s, 2:46:38 left");
}

TEST(ReplayProgressTest, SaysNothingOfTheTimeBeforeItKnows) {
  EXPECT_EQ(ProgressLine({.offsets = 5, .total = 50}, 5, seconds(10)),
            "5 of 50 offsets (10.0 %)");
}

}  // namespace
}  // namespace newsmill::app
