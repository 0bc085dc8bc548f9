// The log: one line an event, to standard error, as JSON or as text.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

#include "newsmill/base/mutex.h"
#include "newsmill/config/config.h"
#include "newsmill/pipeline/observer.h"
#include "spdlog/logger.h"

namespace newsmill::app {

/// Thread-safe. Levels tell what a person must do: warning: nothing is lost;
/// error: act.
class Log {
 public:
  struct Field {
    std::string_view name;
    std::variant<int64_t, std::string_view> value;
  };

  explicit Log(const config::Log& options);

  /// {"ts":…,"level":…,"event":…,"message":…, fields}
  void Write(pipeline::Severity severity, std::string_view event,
             std::string_view message,
             std::initializer_list<Field> fields = {});

  /// A line that stays below the last one of the log, on a terminal; empty:
  /// none. It must not be longer than the terminal is wide.
  void ShowStatus(std::string line);

 private:
  void HideStatus() REQUIRES(mutex_);

  config::LogFormat format_;
  Mutex mutex_;
  spdlog::logger logger_ GUARDED_BY(mutex_);
  std::string status_ GUARDED_BY(mutex_);
};

}  // namespace newsmill::app
