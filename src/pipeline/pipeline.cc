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

// A thread that has been silent for so long does not come back by itself.
constexpr std::chrono::seconds kLongSilence{60};
// One call of a sink may take a while, with time-outs in a row, before it says
// that the brokers are away.
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
    extraction.reserve(channels_.extraction_pulses.size());
    for (Pulse& pulse : channels_.extraction_pulses) {
      extraction.emplace_back([this, &pulse] {
        RunExtractionLoop({.channels = channels_,
                           .pulse = pulse,
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

    // In the order of the flow: nobody pushes into a queue that is closed.
    channels_.to_extract.Close();
    for (std::jthread& thread : extraction) thread.join();
    channels_.to_decide.Close();
    decide.join();
    channels_.to_publish.Close();
    publish.join();
    return ended;
  }

  void RequestDrain() { drain_requested_.store(true); }

  Look LookAt(Pulse::Clock::time_point now) {
    Look look;
    look.stage(Stage::kExtract) = {
        .threads = static_cast<int>(channels_.extraction_pulses.size()),
        .waiting = channels_.to_extract.size()};
    for (const Pulse& pulse : channels_.extraction_pulses) {
      look.stage(Stage::kExtract).busy += pulse.busy();
    }
    look.stage(Stage::kDecide) = {.threads = 1,
                                  .waiting = channels_.to_decide.size(),
                                  .busy = channels_.decide_pulse.busy()};
    look.stage(Stage::kPublish) = {.threads = 1,
                                   .waiting = channels_.to_publish.size(),
                                   .busy = channels_.publish_pulse.busy()};
    look.in_flight_bytes = channels_.budget.used();
    look.in_flight_limit_bytes = channels_.budget.limit();
    look.input_held = channels_.input_held.load(std::memory_order_relaxed);
    look.stalled = StalledThread(now);
    return look;
  }

 private:
  /// Nothing but the publish thread waits for a broker for long while it works:
  /// decide does when it opens the log, below a minute.
  std::string_view StalledThread(Pulse::Clock::time_point now) const {
    for (const Pulse& pulse : channels_.extraction_pulses) {
      if (pulse.silence(now) > kLongSilence) return "extract";
    }
    if (channels_.decide_pulse.silence(now) > kLongSilence) return "decide";
    if (channels_.publish_pulse.silence(now) > kLongestCall) return "publish";
    if (channels_.intake_pulse.silence(now) > kLongSilence) return "intake";
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
Look Pipeline::LookAt(std::chrono::steady_clock::time_point now) {
  return impl_->LookAt(now);
}

}  // namespace newsmill::pipeline
