// A broker in memory: committed progress, a generation that fences, and the
// committed output. FakeSink writes to it; FaultySink makes calls fail.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "newsmill/base/mutex.h"
#include "newsmill/pipeline/progress.h"
#include "newsmill/pipeline/sink.h"

namespace newsmill::testing {

/// An output message that owns its bytes.
struct Published {
  pipeline::OutputTopic topic;
  std::string key;
  std::string value;
  model::Headers headers;
};

/// Thread-safe.
class FakeBroker {
 public:
  /// Members with other group metadata are fenced from now on.
  void SetGeneration(std::string group_metadata);
  std::string generation();

  std::expected<void, pipeline::PublishError> Commit(
      const pipeline::Transaction& transaction);
  std::vector<pipeline::Progress> Fetch(std::span<const int32_t> partitions);
  std::vector<pipeline::CommittedPosition> FetchPositions(
      std::span<const int32_t> partitions);
  void SetProgress(pipeline::Progress progress);

  std::vector<Published> output();
  int transactions();
  /// Refuses all records whose value has the text.
  void RefuseValuesWith(std::string text);

 private:
  Mutex mutex_;
  std::string generation_ GUARDED_BY(mutex_);
  std::map<int32_t, pipeline::Progress> progress_ GUARDED_BY(mutex_);
  std::vector<Published> output_ GUARDED_BY(mutex_);
  int transactions_ GUARDED_BY(mutex_) = 0;
  std::string refused_ GUARDED_BY(mutex_);
};

class FakeSink : public pipeline::Sink {
 public:
  explicit FakeSink(FakeBroker& broker) : broker_(broker) {}

  std::expected<void, pipeline::PublishError> Recover() override { return {}; }
  std::expected<std::vector<pipeline::CommittedPosition>,
                pipeline::PublishError>
  FetchProgress(std::span<const int32_t> partitions) override {
    return broker_.FetchPositions(partitions);
  }
  std::expected<void, pipeline::PublishError> Publish(
      const pipeline::Transaction& transaction) override {
    return broker_.Commit(transaction);
  }

 private:
  FakeBroker& broker_;
};

/// Fails calls by their number, from 0, as `plan` says. A Publish can also fail
/// after it took effect, as if its answer was lost.
class FaultySink : public pipeline::Sink {
 public:
  enum class Fault { kNone, kBefore, kAfter };
  using Plan = std::function<Fault(int call)>;
  FaultySink(pipeline::Sink& sink, Plan plan)
      : sink_(sink), plan_(std::move(plan)) {}

  std::expected<void, pipeline::PublishError> Recover() override;
  std::expected<std::vector<pipeline::CommittedPosition>,
                pipeline::PublishError>
  FetchProgress(std::span<const int32_t> partitions) override;
  std::expected<void, pipeline::PublishError> Publish(
      const pipeline::Transaction& transaction) override;

  int calls() const { return calls_; }

 private:
  Fault Next() { return plan_(calls_++); }

  pipeline::Sink& sink_;
  Plan plan_;
  int calls_ = 0;
};

}  // namespace newsmill::testing
