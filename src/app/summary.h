// Shows the progress and makes the summary of `newsmill process`.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <set>
#include <string>

#include "newsmill/base/mutex.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::app {

/// Counts ignored input fields by cause, and keeps the names of some unknown
/// keys.
class IgnoredCounts {
 public:
  void Add(const model::IgnoredFields& fields);
  /// Returns the line of the summary about ignored fields, or "" if no field
  /// was ignored:
  ///   "  ignored      3  unknown_key 2 (fetchedAt, titel), bad_url 1"
  std::string Text() const;

 private:
  std::array<int64_t, model::kIgnoredCauseCount> counts_{};
  // The first unknown keys that were found.
  std::set<std::string> unknown_keys_;
};

/// Counts committed items. If standard error is a terminal, shows the progress.
/// Thread-safe.
class Summary : public pipeline::Observer {
 public:
  explicit Summary(bool on_terminal);

  /// Counts committed items, and shows warnings.
  void On(const pipeline::Event& event) override;

  /// Counts an input message. Call CountInput once for each message.
  void CountInput(const model::RawMessage& message);
  /// Removes the progress line from the terminal, so that other lines can be
  /// printed.
  void ClearProgress();
  /// Returns the counts as a table.
  std::string Table();
  /// Returns the summary. The first line contains the number of messages, the
  /// number of items and the seconds. The table of the counts comes after this
  /// line.
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

/// Returns three lines, for articles, duplicates and dead letters. The first
/// line is, for example, "  articles      3  original 2, update 1".
std::string TableOf(const pipeline::ItemCounts& counts);

}  // namespace newsmill::app
