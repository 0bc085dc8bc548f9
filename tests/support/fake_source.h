// A source in memory: the messages of some partitions. A test can revoke its
// assignments.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "newsmill/base/mutex.h"
#include "newsmill/pipeline/source.h"
#include "support/fake_broker.h"

namespace newsmill::testing {

/// Returns all messages from the given progress on, then Exhausted. Every
/// assignment is a new generation of `broker`. The test's thread may call
/// Revoke and Finish; only the pipeline calls the rest.
class FakeSource : public pipeline::Source {
 public:
  FakeSource(FakeBroker& broker, std::vector<model::RawMessage> messages);

  /// Revokes the assignment and assigns it again. With `lost`, the generation
  /// changes before the worker is told.
  void Revoke(bool lost);
  void Fail(std::string what);
  /// Never reports Exhausted.
  void HoldOpen();
  int assignments();

  pipeline::SourceEvent Poll(bool want_messages,
                             std::chrono::milliseconds timeout) override;
  void Start(std::span<const pipeline::Progress> starts) override;
  void Release() override;
  void Rejoin() override;
  void Close() override;

 private:
  void Assign() REQUIRES(mutex_);

  FakeBroker& broker_;
  Mutex mutex_;
  CondVar changed_;
  std::map<int32_t, std::vector<model::RawMessage>> messages_;
  std::map<int32_t, size_t> next_ GUARDED_BY(mutex_);
  std::deque<pipeline::SourceEvent> events_ GUARDED_BY(mutex_);
  bool started_ GUARDED_BY(mutex_) = false;
  bool taken_back_ GUARDED_BY(mutex_) = false;
  bool exhausted_reported_ GUARDED_BY(mutex_) = false;
  bool held_open_ GUARDED_BY(mutex_) = false;
  int assignments_ GUARDED_BY(mutex_) = 0;
};

}  // namespace newsmill::testing
