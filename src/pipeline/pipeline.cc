#include "newsmill/pipeline/pipeline.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include "channels.h"
#include "decider.h"
#include "extraction.h"
#include "intake.h"
#include "publish_loop.h"

namespace newsmill::pipeline {
namespace {

int ThreadCount(const Options& options) {
  if (options.threads > 0) return options.threads;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

// A thread that has worked for this time without a heartbeat counts as stalled.
constexpr std::chrono::seconds kLongSilence{60};
// The limit for the publish thread is higher, because one call of a sink may
// wait for several time-outs before it reports that the brokers are
// unreachable.
constexpr std::chrono::seconds kLongestCall{300};

}  // namespace

class Pipeline::Impl {
 public:
  Impl(const Options& options, dedup::Duplicates duplicates, Parts parts)
      : options_(options),
        parts_(std::move(parts)),
        channels_(options.max_in_flight_bytes, ThreadCount(options)),
        decider_(channels_, parts_.log, parts_.terms, parts_.observer,
                 options.one_order),
        publish_loop_(channels_, parts_.sink, parts_.observer, options,
                      duplicates) {}

  std::expected<void, Error> Run() {
    std::jthread publish([this] { publish_loop_.RunPublishLoop(); });
    std::jthread decide([this] { decider_.RunDecideLoop(); });
    std::vector<std::jthread> extraction;
    extraction.reserve(channels_.extraction_heartbeats.size());
    for (Heartbeat& heartbeat : channels_.extraction_heartbeats) {
      extraction.emplace_back([this, &heartbeat] {
        RunExtractionLoop({.channels = channels_,
                           .heartbeat = heartbeat,
                           .process = parts_.process,
                           .examine = parts_.examine,
                           .observer = parts_.observer});
      });
    }
    Intake intake({.channels = channels_,
                   .source = parts_.source,
                   .interrupt_sink = [this] { parts_.sink.Interrupt(); },
                   .interrupt_log = [this] { parts_.log.Interrupt(); },
                   .observer = parts_.observer,
                   .drain_requested = drain_requested_,
                   .drain_timeout = options_.drain_timeout,
                   .one_order = options_.one_order});
    const auto ended = intake.RunIntakeLoop();

    // The queues are closed in the order in which a message passes them, so
    // that no thread pushes into a closed queue.
    channels_.to_extract.Close();
    for (std::jthread& thread : extraction) thread.join();
    channels_.to_decide.Close();
    decide.join();
    channels_.to_publish.Close();
    publish.join();
    return ended;
  }

  void RequestDrain() { drain_requested_.store(true); }

  Snapshot SnapshotAt(Heartbeat::Clock::time_point now) {
    Snapshot snapshot;
    snapshot.stage(Stage::kExtract) = {
        .threads = static_cast<int>(channels_.extraction_heartbeats.size()),
        .waiting = channels_.to_extract.size()};
    for (const Heartbeat& heartbeat : channels_.extraction_heartbeats) {
      snapshot.stage(Stage::kExtract).busy += heartbeat.busy();
    }
    snapshot.stage(Stage::kDecide) = {
        .threads = 1,
        .waiting = channels_.to_decide.size(),
        .busy = channels_.decide_heartbeat.busy()};
    snapshot.stage(Stage::kPublish) = {
        .threads = 1,
        .waiting = channels_.to_publish.size(),
        .busy = channels_.publish_heartbeat.busy()};
    snapshot.in_flight_bytes = channels_.budget.used();
    snapshot.in_flight_limit_bytes = channels_.budget.limit();
    snapshot.input_held = channels_.input_held.load(std::memory_order_relaxed);
    snapshot.stalled = StalledThread(now);
    return snapshot;
  }

 private:
  /// Returns the name of a thread that has stalled, or "". Only the publish
  /// thread has a higher limit, because it may wait long for brokers. The
  /// decide thread waits for brokers only while it opens the log, for less than
  /// a minute.
  std::string_view StalledThread(Heartbeat::Clock::time_point now) const {
    for (const Heartbeat& heartbeat : channels_.extraction_heartbeats) {
      if (heartbeat.silence(now) > kLongSilence) return "extract";
    }
    if (channels_.decide_heartbeat.silence(now) > kLongSilence) return "decide";
    if (channels_.publish_heartbeat.silence(now) > kLongestCall)
      return "publish";
    if (channels_.intake_heartbeat.silence(now) > kLongSilence) return "intake";
    return {};
  }

  const Options options_;
  Parts parts_;
  Channels channels_;
  Decider decider_;
  PublishLoop publish_loop_;
  std::atomic<bool> drain_requested_ = false;
};

Pipeline::Pipeline(const Options& options, dedup::Duplicates duplicates,
                   Parts parts)
    : impl_(std::make_unique<Impl>(options, duplicates, std::move(parts))) {}
Pipeline::~Pipeline() = default;

std::expected<void, Error> Pipeline::Run() { return impl_->Run(); }
void Pipeline::RequestDrain() { impl_->RequestDrain(); }
Snapshot Pipeline::SnapshotAt(std::chrono::steady_clock::time_point now) {
  return impl_->SnapshotAt(now);
}

}  // namespace newsmill::pipeline
