// Prints what `newsmill log inspect` has found.
#pragma once

#include <optional>
#include <string>

#include "log/scan.h"
#include "log/verify.h"

namespace newsmill::app {

struct LogReport {
  std::string topic;
  const LogScan& scan;
  double scan_seconds = 0;                     // time to read all entries
  const Verification* verification = nullptr;  // null: not asked for
};

/// Returns the report for people, with a line break at its end.
std::string TextOf(const LogReport& report);
/// Returns the report as one line of JSON, with a line break at its end.
std::string JsonOf(const LogReport& report);

}  // namespace newsmill::app
