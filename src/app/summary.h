// What `newsmill process` says of its work: progress and the summary.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <set>
#include <string>

#include "newsmill/base/mutex.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::app {

/// Fields that were not used, by cause, and the names of unknown keys.
class IgnoredCounts {
 public:
  void Add(const model::IgnoredFields& fields);
  /// Returns the summary's line, "" if nothing was ignored:
  ///   "  ignored      3  unknown_key 2 (fetchedAt, titel), bad_url 1"
  std::string Text() const;

 private:
  std::array<int64_t, model::kIgnoredCauseCount> counts_{};
  std::set<std::string> unknown_keys_;  // the first ones
};

/// Counts what was committed, and shows progress if standard error is a
/// terminal. Thread-safe.
class Summary : public pipeline::Observer {
 public:
  explicit Summary(bool on_terminal);

  /// Counts what is committed, and shows warnings.
  void On(const pipeline::Event& event) override;

  /// Once a message.
  void CountInput(const model::RawMessage& message);
  /// Takes the progress line away, so that other lines can follow.
  void ClearProgress();
  /// Only the counts.
  std::string Table();
  /// Of all that was committed, with the seconds since construction.
  std::string Text();

 private:
  void ShowProgress() REQUIRES(mutex_);
  void HideProgress() REQUIRES(mutex_);
  double Seconds() const;

  const bool on_terminal_;
  const std::chrono::steady_clock::time_point begin_;
  Mutex mutex_;
  std::chrono::steady_clock::time_point shown_at_ GUARDED_BY(mutex_);
  bool shown_ GUARDED_BY(mutex_) = false;
  int64_t messages_ GUARDED_BY(mutex_) = 0;
  int64_t bytes_ GUARDED_BY(mutex_) = 0;
  pipeline::ItemCounts counts_ GUARDED_BY(mutex_);
  IgnoredCounts ignored_ GUARDED_BY(mutex_);
};

/// "  articles      3  original 2, update 1" and its like, three lines.
std::string TableOf(const pipeline::ItemCounts& counts);

}  // namespace newsmill::app
