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

}  // namespace

class Pipeline::Impl {
 public:
  Impl(const Options& options, dedup::Duplicates duplicates, Parts parts)
      : options_(options),
        parts_(std::move(parts)),
        channels_(options.max_in_flight_bytes),
        decider_(channels_, parts_.log, parts_.terms, parts_.observer,
                 options.one_order),
        publish_loop_(channels_, parts_.sink, parts_.observer, options,
                      duplicates) {}

  std::expected<void, Error> Run() {
    std::jthread publish([this] { publish_loop_.RunPublishLoop(); });
    std::jthread decide([this] { decider_.RunDecideLoop(); });
    std::vector<std::jthread> extraction;
    const int threads = ThreadCount(options_);
    extraction.reserve(static_cast<size_t>(threads));
    for (int i = 0; i < threads; ++i) {
      extraction.emplace_back([this] {
        RunExtractionLoop(channels_, parts_.process, parts_.observer);
      });
    }
    Intake intake({.channels = channels_,
                   .source = parts_.source,
                   .sink = parts_.sink,
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

 private:
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

}  // namespace newsmill::pipeline
