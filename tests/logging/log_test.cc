#include "newsmill/logging/log.h"

#include <chrono>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/json/reader.h"
#include "newsmill/logging/log_observer.h"

namespace newsmill::logging {
namespace {

using pipeline::Severity;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;

template <typename Write>
std::string LogOf(Options options, Write write) {
  ::testing::internal::CaptureStderr();
  Log log(options);
  write(log);
  return ::testing::internal::GetCapturedStderr();
}

TEST(LogTest, WritesAJsonObjectALine) {
  const std::string line = LogOf({}, [](Log& log) {
    log.Write(Severity::kInfo, "started", "a \"b\"\n\xFF", {{"count", 3}});
  });

  EXPECT_THAT(line, MatchesRegex("\\{\"ts\":\"20[0-9:TZ.-]+\",.*\\}\n"));
  const auto tree = json::Tree::Parse(line);
  ASSERT_TRUE(tree) << line;
  EXPECT_EQ(tree->root().Find("level")->string(), "info");
  EXPECT_EQ(tree->root().Find("event")->string(), "started");
  EXPECT_EQ(tree->root().Find("message")->string(), "a \"b\"\n\xEF\xBF\xBD");
  EXPECT_EQ(tree->root().Find("count")->number(), "3");
}

TEST(LogTest, WritesTextOnOneLine) {
  const std::string line = LogOf({.format = Format::kText}, [](Log& log) {
    log.Write(Severity::kWarning, "note", "two\nlines", {{"topic", "x"}});
  });

  EXPECT_THAT(line, HasSubstr("Z WARN  note: two lines topic=\"x\"\n"));
}

TEST(LogTest, LeavesOutWhatIsBelowItsLevel) {
  const std::string lines = LogOf({.level = Level::kWarn}, [](Log& log) {
    log.Write(Severity::kInfo, "a", "");
    log.Write(Severity::kError, "b", "");
  });

  EXPECT_THAT(lines, HasSubstr("\"event\":\"b\""));
  EXPECT_THAT(lines, ::testing::Not(HasSubstr("\"event\":\"a\"")));
}

TEST(LogTest, AStatusStaysBelowTheLastLine) {
  const std::string shown =
      LogOf({.level = Level::kWarn, .format = Format::kText}, [](Log& log) {
        log.ShowStatus("half");
        log.Write(Severity::kInfo, "e", "not shown");
        log.Write(Severity::kWarning, "e", "a line");
        log.ShowStatus("");
      });

  EXPECT_THAT(shown, MatchesRegex("half\r.\\[K[^\r]*a line\nhalf\r.\\[K"));
}

TEST(LogObserverTest, NamesEventsAndLevelsByConsequence) {
  const std::string lines = LogOf({}, [](Log& log) {
    LogObserver observer(log);
    const pipeline::Progress starts[] = {{0, 7, {}}, {2, 0, {}}};
    observer.On(pipeline::AssignmentStarted{starts});
    observer.On(pipeline::AssignmentEnded{.lost = true});
    observer.On(pipeline::TransactionFailed{
        {.failure = pipeline::PublishFailure::kRetry,
         .message = 0,
         .what = "w"}});
    observer.On(
        pipeline::TransactionFailed{{.failure = pipeline::PublishFailure::kStop,
                                     .message = 0,
                                     .what = "w"}});
  });

  EXPECT_THAT(lines, HasSubstr("\"level\":\"info\",\"event\":\"assigned\""));
  EXPECT_THAT(lines, HasSubstr("\"partitions\":\"0@7 2@0\""));
  EXPECT_THAT(lines, HasSubstr("\"level\":\"warn\",\"event\":\"lost\""));
  EXPECT_THAT(lines,
              HasSubstr("\"level\":\"warn\",\"event\":\"transaction_failed\""));
  EXPECT_THAT(
      lines, HasSubstr("\"level\":\"error\",\"event\":\"transaction_failed\""));
}

/// Returns the event of each line, followed by the values of the given fields.
std::vector<std::string> EventsOf(const std::string& lines,
                                  const std::vector<std::string>& fields) {
  std::vector<std::string> events;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) {
    const auto tree = json::Tree::Parse(line);
    if (!tree) return {"no JSON: " + line};
    std::string event(tree->root().Find("event")->string());
    for (const std::string& field : fields) {
      const auto value = tree->root().Find(field);
      if (!value) continue;
      event += ' ';
      event += value->IsString() ? value->string() : value->number();
    }
    events.push_back(event);
  }
  return events;
}

TEST(LogObserverTest, ReportsThatPublishingFailsOnceAMinuteFromTheFirstOn) {
  const std::string lines = LogOf({}, [](Log& log) {
    LogObserver observer(log);
    for (const int seconds : {1, 59, 60, 75, 119, 121, 180, 181}) {
      observer.On(pipeline::PublishingFails{{.what = "no broker"},
                                            std::chrono::seconds(seconds)});
    }
    observer.On(pipeline::PublishingRecovered{std::chrono::seconds(190)});
    observer.On(pipeline::PublishingFails{{.what = "no broker"},
                                          std::chrono::seconds(61)});
  });

  EXPECT_THAT(
      EventsOf(lines, {"level", "seconds"}),
      ElementsAre("not_publishing error 60", "not_publishing error 121",
                  "not_publishing error 181", "publishing_again info 190",
                  "not_publishing error 61"));
  EXPECT_THAT(lines, HasSubstr("the last error: no broker"));
}

TEST(LogObserverTest, SaysNothingOfPublishingThatFailedForASecond) {
  const std::string lines = LogOf({}, [](Log& log) {
    LogObserver observer(log);
    observer.On(
        pipeline::PublishingFails{{.what = "w"}, std::chrono::seconds(1)});
    observer.On(pipeline::PublishingRecovered{std::chrono::seconds(2)});
  });

  EXPECT_EQ(lines, "");
}

TEST(LogObserverTest, ReportsAChangeOfRulesOnceTheIndexIsReady) {
  const model::RulesEntry first = {.window_ms = 60'000, .max_entries = 10};
  const model::RulesEntry second = {.window_ms = 90'000, .max_entries = 20};
  const model::RulesEntry third = {.window_ms = 30'000, .max_entries = 20};
  const std::string lines = LogOf({}, [&](Log& log) {
    LogObserver observer(log);
    const auto read = [&](const std::optional<model::RulesEntry>& rules) {
      observer.On(pipeline::LogRead{.rules = rules});
    };
    read(first);
    read(second);  // long ago
    observer.On(pipeline::IndexCaughtUp{2, 0});
    read(second);
    read(second);
    read(third);
    read({});  // the worker starts again from a mark
    read(first);
  });

  EXPECT_THAT(EventsOf(lines, {"level", "old_window_seconds", "window_seconds",
                               "old_max_entries", "max_entries", "old_version",
                               "version"}),
              ElementsAre("caught_up info", "rules info 90 30 20 20 2 2",
                          "rules info 30 60 20 10 2 2"));
}

TEST(LogObserverTest, TheFirstRulesAreNoChange) {
  const std::string lines = LogOf({}, [](Log& log) {
    LogObserver observer(log);
    observer.On(pipeline::IndexCaughtUp{
        0, 0});  // of an empty log, which the worker founds
    observer.On(pipeline::LogRead{
        .rules = model::RulesEntry{.window_ms = 1000, .max_entries = 10}});
  });

  EXPECT_THAT(EventsOf(lines, {}), ElementsAre("caught_up"));
}

TEST(LogObserverTest, TheEndOfAnAssignmentGivesALineOfAbandonedItemsACause) {
  using pipeline::AbandonCause;
  const std::string lines = LogOf({}, [](Log& log) {
    LogObserver observer(log);
    for (int i = 0; i < 500; ++i) {
      observer.On(pipeline::ItemsAbandoned{1, AbandonCause::kRevoke});
      observer.On(pipeline::ItemsAbandoned{i % 2, AbandonCause::kAbort});
    }
    observer.On(pipeline::AssignmentEnded{.lost = false});
    observer.On(pipeline::ItemsAbandoned{
        3, AbandonCause::kRevoke});  // of a slow thread
    observer.On(pipeline::AssignmentStarted{});
    observer.On(pipeline::AssignmentEnded{.lost = false});
  });

  EXPECT_THAT(
      EventsOf(lines, {"cause", "items"}),
      ElementsAre("abandoned abort 250", "abandoned revoke 500", "revoked",
                  "abandoned revoke 3", "assigned", "revoked"));
}

TEST(LogObserverTest, NoAbandonedItemIsMissingFromTheLinesWhateverThreadDrops) {
  const std::string lines = LogOf({}, [](Log& log) {
    LogObserver observer(log);
    std::vector<std::jthread> threads(4);
    for (std::jthread& thread : threads) {
      thread = std::jthread([&] {
        for (int i = 0; i < 1000; ++i) {
          observer.On(
              pipeline::ItemsAbandoned{1, pipeline::AbandonCause::kDrain});
          if (i % 100 == 0) observer.WriteAbandoned();
        }
      });
    }
    threads.clear();
  });

  int64_t sum = 0;
  for (const std::string& event : EventsOf(lines, {"items"})) {
    sum += std::stoll(event.substr(event.rfind(' ')));
  }
  EXPECT_EQ(sum, 4000);
}

}  // namespace
}  // namespace newsmill::logging
