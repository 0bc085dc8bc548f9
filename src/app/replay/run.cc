#include "replay/run.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "await_group.h"
#include "await_topics.h"
#include "console.h"
#include "exit_codes.h"
#include "fmt/format.h"
#include "monitoring.h"
#include "newsmill/files/output_file.h"
#include "newsmill/kafka/kafka.h"
#include "newsmill/logging/log.h"
#include "newsmill/pipeline/pin_range.h"
#include "replay/progress.h"
#include "replay/report.h"
#include "stop_signal.h"
#include "watched_worker.h"

namespace newsmill::app {
namespace {

using pipeline::Severity;
using std::chrono::steady_clock;

std::string Listed(const std::vector<model::PartitionRange>& range) {
  std::string text;
  for (const model::PartitionRange& one : range) {
    text += fmt::format("{}{}:{}-{}", text.empty() ? "" : ",", one.partition,
                        one.first_offset, one.end_offset);
  }
  return text;
}

/// Returns the range of the replay. The first run determines the range and
/// writes it to the fingerprint log of the replay. Later runs read the range
/// from this log, so that all runs use the same range.
std::expected<model::RangeEntry, Error> PinnedRange(
    const config::Config& config, const ReplayArguments& arguments,
    const ReplayBounds& bounds, const pipeline::GroupHistory& history,
    logging::Log& log) {
  logging::LogObserver observer(log);
  const auto fingerprints = kafka::MakeLog(config.kafka, observer);
  if (!fingerprints) return std::unexpected(fingerprints.error());
  const std::string& topic = config.kafka.topics.raw;
  auto pinned = pipeline::PinRange(
      **fingerprints, [&]() -> std::expected<model::RangeEntry, Error> {
        if (history.has_commits) {
          return Misconfigured(fmt::format(
              "the replay's fingerprint log {} is empty, but its group {} has "
              "committed offsets: the topic was deleted or emptied. Start "
              "another replay with another --name",
              config.kafka.topics.fingerprints, config.kafka.group));
        }
        auto range = kafka::ResolveRange(config.kafka, bounds.from, bounds.to);
        if (!range) return std::unexpected(range.error());
        for (const std::string& note : range->notes) {
          log.Write(Severity::kWarning, "note", note);
        }
        return model::RangeEntry{topic, arguments.from, arguments.to,
                                 std::move(range->partitions)};
      });
  if (!pinned) return pinned;
  if (pinned->topic != topic || pinned->from != arguments.from ||
      pinned->to != arguments.to) {
    return Misconfigured(fmt::format(
        "replay {} already covers {} from {} to {} ({}). Continue it with the "
        "same --from and --to, or choose another --name for another range",
        arguments.name, pinned->topic, pinned->from, pinned->to,
        Listed(pinned->partitions)));
  }
  return pinned;
}

/// Runs one worker until the group has committed the whole range or a signal
/// stops the worker.
class ReplayRun {
 public:
  /// `config` contains the range to read. Arguments that are passed by
  /// reference must outlive this object.
  ReplayRun(const config::Config& config, const WorkerParts& overrides,
            std::string name, model::RangeEntry range,
            pipeline::GroupHistory history, Monitoring& monitoring,
            StopSignal& stop, logging::Log& log)
      : config_(config),
        overrides_(overrides),
        history_(std::move(history)),
        monitoring_(monitoring),
        stop_(stop),
        log_(log),
        observer_(log) {
    report_.name = std::move(name);
    report_.group = config.kafka.group;
    report_.range = std::move(range);
  }

  std::expected<ReplayReport, Error> Run() {
    const auto begun_at = steady_clock::now();
    const auto ask = kafka::MakeGroupOffsetsFetcher(config_.kafka);
    if (!ask) return std::unexpected(ask.error());
    auto before = (*ask)();
    if (!before) return std::unexpected(before.error());
    report_.before = before->committed;
    report_.committed = before->committed;
    report_.expired_before = before->expired;
    report_.expired = std::move(before->expired);
    // The worker commits the expired offsets that it has found only when its
    // next assignment starts. So DoneSince adds these offsets to the committed
    // offsets of the group.
    const auto ask_done = [&]() -> std::expected<PartitionOffsets, Error> {
      auto found = (*ask)();
      if (!found) return std::unexpected(found.error());
      report_.expired = std::move(found->expired);
      return observer_.counts().DoneSince(std::move(found->committed));
    };
    if (!DoneOf(report_.range.partitions, report_.committed).all()) {
      if (auto worked = Work(ask_done); !worked) {
        return std::unexpected(worked.error());
      }
    }
    auto done = ask_done();
    if (!done) done = ask_done();
    report_.counts = observer_.counts();
    if (!done) {  // the report then contains only this worker's commits
      log_.Write(Severity::kWarning, "note", done.error().message);
      done = report_.counts.DoneSince(report_.before);
    }
    report_.committed = *std::move(done);
    report_.seconds =
        std::chrono::duration<double>(steady_clock::now() - begun_at).count();
    return report_;
  }

 private:
  using AskDone = std::function<std::expected<PartitionOffsets, Error>()>;

  std::expected<void, Error> Work(const AskDone& ask) {
    const WatchedWorker parts{
        .log = log_,
        .starts =
            "the worker reads the fingerprint log of the replay, then joins "
            "the consumer group of the replay",
        .range = Listed(report_.range.partitions),
        .config = config_,
        .overrides = overrides_,
        .observer = observer_,
        .monitoring = monitoring_,
        .stop = stop_,
        .flags = {},
        .history = history_};
    auto ended = RunWatched(parts, [&](Worker& worker) {
      const ReplayProgress progress(
          {.ask = ask,
           .range = report_.range.partitions,
           .before = report_.before,
           .log = log_,
           .on_terminal = isatty(STDERR_FILENO) == 1,
           .all_done = [&] { worker.RequestDrain(); }});
      return worker.Run();
    });
    observer_.WriteAbandoned();
    return ended;
  }

  const config::Config& config_;
  const WorkerParts& overrides_;
  const pipeline::GroupHistory history_;
  Monitoring& monitoring_;
  StopSignal& stop_;
  logging::Log& log_;
  ReplayObserver observer_;
  ReplayReport report_;
};

bool Write(const ReplayReport& report, std::optional<files::OutputFile> file) {
  const std::string text = TextOf(report);
  std::fwrite(text.data(), 1, text.size(), stderr);
  if (!file) return true;
  auto written = file->Write(JsonOf(report));
  if (written) written = file->Close();
  if (!written) Complain(written.error().message);
  return written.has_value();
}

}  // namespace

int RunReplay(config::Config config, const ReplayArguments& arguments,
              const ReplayBounds& bounds, const WorkerParts& overrides) {
  std::optional<files::OutputFile>
      file;  // opened first, so that the replay does not start in vain
  if (!arguments.report.empty()) {
    auto opened = files::OutputFile::Open(arguments.report);
    if (!opened) {
      Complain(opened.error().message);
      return kFailed;
    }
    file = *std::move(opened);
  }
  logging::Log log(config.log);
  StopSignal stop(log);
  ExitOnStop(kFailed, stop, log);
  const auto fail = [&log](const Error& error) {
    log.Write(Severity::kError, "stopped", error.message);
    return ExitCodeOf(error);
  };
  const auto monitoring = Monitoring::Start(config, log);
  if (!monitoring) return fail(monitoring.error());
  switch (AwaitTopics(config, MissingTopics::kCreated, stop, log)) {
    case Ready::kUnreachable:
      return kFailed;
    case Ready::kUnfit:
      return kBadUsage;
    case Ready::kYes:
      break;
  }
  const auto history = AwaitGroupHistory(config, stop, log);
  if (!history) return fail(history.error());
  auto range = PinnedRange(config, arguments, bounds, *history, log);
  if (!range) return fail(range.error());
  config.kafka.reading = range->partitions;
  ReplayRun run(config, overrides, arguments.name, *std::move(range), *history,
                **monitoring, stop, log);
  const auto report = run.Run();
  if (!report) return fail(report.error());
  const bool written = Write(*report, std::move(file));
  log.Write(Severity::kInfo, "stopped",
            report->complete() ? "the replay is complete"
                               : "the replay is not complete");
  return written && report->complete() ? kDone : kFailed;
}

}  // namespace newsmill::app
