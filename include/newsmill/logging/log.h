// The log: one line an event, to standard error, as JSON or as text.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "newsmill/base/mutex.h"
#include "newsmill/logging/options.h"
#include "newsmill/pipeline/observer.h"

namespace spdlog {
class logger;
}

namespace newsmill::logging {

/// Thread-safe. Levels tell what a person must do: warning: nothing is lost;
/// error: act.
class Log {
 public:
  struct Field {
    std::string_view name;
    std::variant<int64_t, std::string_view> value;
  };

  explicit Log(const Options& options);
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  /// {"ts":…,"level":…,"event":…,"message":…, fields}
  void Write(pipeline::Severity severity, std::string_view event,
             std::string_view message,
             std::initializer_list<Field> fields = {});

  /// A line that stays below the last one of the log, on a terminal; empty:
  /// none. It must not be longer than the terminal is wide.
  void ShowStatus(std::string line);

 private:
  void HideStatus() REQUIRES(mutex_);

  Format format_;
  Mutex mutex_;
  std::unique_ptr<spdlog::logger> logger_ GUARDED_BY(mutex_);
  std::string status_ GUARDED_BY(mutex_);
};

/// The version of the library below, "1.10.0".
std::string LibraryVersion();

}  // namespace newsmill::logging
