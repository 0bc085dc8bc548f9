// The log: one line for each event, on standard error, as JSON or as text.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "newsmill/base/mutex.h"
#include "newsmill/logging/options.h"
#include "newsmill/pipeline/observer.h"

namespace spdlog {
class logger;  // NOLINT(readability-identifier-naming): spdlog's name
}

namespace newsmill::logging {

/// Writes the log. Thread-safe. The level of a line shows its consequence:
/// after a warning, nothing is lost; after an error, an operator must act.
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

  /// Writes one line, unless the options exclude this severity:
  ///   {"ts":…,"level":…,"event":…,"message":…, fields}
  void Write(pipeline::Severity severity, std::string_view event,
             std::string_view message, std::span<const Field> fields);
  void Write(pipeline::Severity severity, std::string_view event,
             std::string_view message,
             std::initializer_list<Field> fields = {}) {
    Write(severity, event, message, std::span(fields.begin(), fields.size()));
  }

  /// If the log is a terminal, shows `line` below the last line of the log.
  /// `line` must fit into the width of the terminal. An empty `line` removes
  /// the line that is shown.
  void ShowStatus(std::string line);

 private:
  void HideStatus() REQUIRES(mutex_);

  Format format_;
  Mutex mutex_;
  std::unique_ptr<spdlog::logger> logger_ GUARDED_BY(mutex_);
  std::string status_ GUARDED_BY(mutex_);
};

/// Returns the version of spdlog, such as "1.10.0".
std::string LibraryVersion();

}  // namespace newsmill::logging
