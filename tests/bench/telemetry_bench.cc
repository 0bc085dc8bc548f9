// The costs of telemetry: the calls for one message with one item, and a
// scrape.

#include <benchmark/benchmark.h>

#include <chrono>

#include "newsmill/telemetry/telemetry.h"

namespace newsmill {
namespace {

using pipeline::Observer;
using pipeline::Stage;

void OneMessage(Observer& observer, const model::LogEntry& entry) {
  constexpr std::chrono::microseconds kTime{300};
  observer.On(pipeline::MessageAdmitted{4096, 6144});
  observer.On(pipeline::StageEntered{Stage::kExtract, kTime});
  observer.On(pipeline::ItemsEntered{1});
  observer.On(pipeline::StageLeft{Stage::kExtract, kTime, 1, 0});
  observer.On(pipeline::StageEntered{Stage::kDecide, kTime});
  observer.On(pipeline::EntryApplied{entry, dedup::Effect::kDecided});
  observer.On(pipeline::LogRead{});
  observer.On(pipeline::StageLeft{Stage::kDecide, kTime, 1, 0});
  observer.On(pipeline::StageEntered{Stage::kPublish, kTime});
}

pipeline::Commit CommitOf(int64_t messages) {
  pipeline::Commit commit;
  commit.counts.relation[0] = messages;
  commit.items = messages;
  commit.progress = {{0, 1, {}}};
  commit.messages.resize(static_cast<size_t>(messages));
  return commit;
}

/// Runs messages in transactions of 500.
void Run(benchmark::State& state, Observer& observer) {
  constexpr int64_t kBatch = 500;
  const model::LogEntry entry{.anchor = {},
                              .content = model::FingerprintEntry()};
  const pipeline::Commit commit = CommitOf(kBatch);
  int64_t messages = 0;
  for (auto _ : state) {
    OneMessage(observer, entry);
    if (++messages % kBatch == 0)
      observer.On(pipeline::TransactionCommitted{commit});
  }
}

void WithoutTelemetry(benchmark::State& state) {
  class Nobody : public Observer {
   public:
    void On(const pipeline::Event&) override {}
  };
  static Nobody nobody;
  Run(state, nobody);
}
BENCHMARK(WithoutTelemetry);

void TellsOfAMessage(benchmark::State& state) {
  static telemetry::Telemetry telemetry{telemetry::About{}};
  Run(state, telemetry);
}
BENCHMARK(TellsOfAMessage)->ThreadRange(1, 4);

void Scrapes(benchmark::State& state) {
  const telemetry::Telemetry telemetry{telemetry::About{}};
  for (auto _ : state) benchmark::DoNotOptimize(telemetry.Metrics());
}
BENCHMARK(Scrapes);

}  // namespace
}  // namespace newsmill
