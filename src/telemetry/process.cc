#include "process.h"

#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

namespace newsmill::telemetry {
namespace {

double SecondsOf(const timeval& time) {
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

ProcessUse MeasureProcess() {
  ProcessUse use;
  rusage usage{};
  if (getrusage(RUSAGE_SELF, &usage) == 0) {
    use.cpu_seconds = SecondsOf(usage.ru_utime) + SecondsOf(usage.ru_stime);
  }
  // The first two numbers in this file are the total and the resident memory,
  // in pages (proc(5)).
  std::ifstream pages("/proc/self/statm");
  int64_t size = 0;
  int64_t resident = 0;
  if (pages >> size >> resident) {
    use.resident_bytes = resident * sysconf(_SC_PAGESIZE);
  }
  return use;
}

}  // namespace newsmill::telemetry
