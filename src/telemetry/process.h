// Reads the CPU time and memory of this process.
#pragma once

#include <cstdint>

namespace newsmill::telemetry {

struct ProcessUse {
  double cpu_seconds = 0;  // user and system time together
  int64_t resident_bytes = 0;
};

ProcessUse MeasureProcess();

}  // namespace newsmill::telemetry
