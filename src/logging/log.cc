#include "newsmill/logging/log.h"

#include <cstdio>
#include <memory>
#include <span>
#include <utility>

#include "fmt/format.h"
#include "newsmill/base/one_line.h"
#include "newsmill/json/writer.h"
#include "spdlog/logger.h"
#include "spdlog/pattern_formatter.h"
#include "spdlog/sinks/stdout_sinks.h"
#include "spdlog/version.h"

namespace newsmill::logging {
namespace {

using pipeline::Severity;

struct LevelNames {
  spdlog::level::level_enum level;
  std::string_view json;
  std::string_view text;
};

LevelNames NamesOf(Severity severity) {
  switch (severity) {
    case Severity::kDebug:
      return {spdlog::level::debug, "debug", "DEBUG"};
    case Severity::kInfo:
      return {spdlog::level::info, "info", "INFO "};
    case Severity::kWarning:
      return {spdlog::level::warn, "warn", "WARN "};
    case Severity::kError:
      break;
  }
  return {spdlog::level::err, "error", "ERROR"};
}

spdlog::level::level_enum LeastOf(Level level) {
  switch (level) {
    case Level::kDebug:
      return spdlog::level::debug;
    case Level::kInfo:
      return spdlog::level::info;
    case Level::kWarn:
      return spdlog::level::warn;
    case Level::kError:
      break;
  }
  return spdlog::level::err;
}

// Returns the part of a JSON log line that begins with the member `level`. The
// pattern of spdlog writes the part before `level`.
std::string JsonLine(std::string_view level, std::string_view event,
                     std::string_view message,
                     std::span<const Log::Field> fields) {
  std::string object;
  json::Writer writer(object);
  writer.BeginObject();
  writer.Key("level").String(level);
  writer.Key("event").String(event);
  writer.Key("message").String(message);
  for (const Log::Field& field : fields) {
    writer.Key(field.name);
    if (const auto* number = std::get_if<int64_t>(&field.value)) {
      writer.Int(*number);
    } else {
      writer.String(std::get<std::string_view>(field.value));
    }
  }
  writer.EndObject();
  return object.substr(1);
}

std::string TextLine(std::string_view level, std::string_view event,
                     std::string_view message,
                     std::span<const Log::Field> fields) {
  std::string line = fmt::format("{} {}: {}", level, event, OneLine(message));
  for (const Log::Field& field : fields) {
    line += fmt::format(" {}=", field.name);
    if (const auto* number = std::get_if<int64_t>(&field.value)) {
      line += fmt::format("{}", *number);
    } else {
      json::AppendQuoted(std::get<std::string_view>(field.value), line);
    }
  }
  return line;
}

}  // namespace

Log::Log(const Options& options)
    : format_(options.format),
      logger_(std::make_unique<spdlog::logger>(
          "newsmill", std::make_shared<spdlog::sinks::stderr_sink_mt>())) {
  const char* pattern = format_ == Format::kJson
                            ? "{\"ts\":\"%Y-%m-%dT%H:%M:%S.%eZ\",%v"
                            : "%Y-%m-%dT%H:%M:%S.%eZ %v";
  logger_->set_formatter(std::make_unique<spdlog::pattern_formatter>(
      pattern, spdlog::pattern_time_type::utc));
  logger_->set_level(LeastOf(options.level));
}

Log::~Log() = default;

void Log::Write(Severity severity, std::string_view event,
                std::string_view message, std::span<const Field> fields) {
  const LevelNames names = NamesOf(severity);
  const MutexLock lock(mutex_);
  if (!logger_->should_log(names.level)) return;
  const std::string line = format_ == Format::kJson
                               ? JsonLine(names.json, event, message, fields)
                               : TextLine(names.text, event, message, fields);
  HideStatus();
  logger_->log(names.level, spdlog::string_view_t(line.data(), line.size()));
  std::fputs(status_.c_str(), stderr);
}

void Log::ShowStatus(std::string line) {
  const MutexLock lock(mutex_);
  HideStatus();
  status_ = std::move(line);
  std::fputs(status_.c_str(), stderr);
}

void Log::HideStatus() {
  if (status_.empty()) return;
  std::fputs("\r\033[K", stderr);  // erases the line (ECMA-48)
}

std::string LibraryVersion() {
  return fmt::format("{}.{}.{}", SPDLOG_VER_MAJOR, SPDLOG_VER_MINOR,
                     SPDLOG_VER_PATCH);
}

}  // namespace newsmill::logging
