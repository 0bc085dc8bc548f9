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

/// Counts ignored fields by cause, and keeps some names of unknown keys.
class IgnoredCounts {
 public:
  void Add(const model::IgnoredFields& fields);
  /// Returns the line of the summary about ignored fields, or "" if no field
  /// was ignored:
  ///   "  ignored      3  unknown_key 2 (fetchedAt, titel), bad_url 1"
  std::string Text() const;

 private:
  std::array<int64_t, model::kIgnoredCauseCount> counts_{};
  // The unknown keys that were found first.
  std::set<std::string> unknown_keys_;
};

/// Counts committed items. If standard error is a terminal, shows the progress.
/// Thread-safe.
class Summary : public pipeline::Observer {
 public:
  explicit Summary(bool on_terminal);

  /// Counts committed items, and shows warnings.
  void On(const pipeline::Event& event) override;

  /// Counts an input message. Call it once for each message.
  void CountInput(const model::RawMessage& message);
  /// Removes the progress line from the terminal, so that other lines can be
  /// printed.
  void ClearProgress();
  /// Returns the counts as a table.
  std::string Table();
  /// Returns a line with the number of messages, the number of items, and the
  /// seconds since this object was made. After this line comes the table of the
  /// counts.
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

/// Returns three lines of the form "  articles      3  original 2, update 1":
/// for articles, duplicates and dead letters.
std::string TableOf(const pipeline::ItemCounts& counts);

}  // namespace newsmill::app
