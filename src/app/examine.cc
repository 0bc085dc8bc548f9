// Runs the command `newsmill examine`. Only the worker calls this command, as
// examiner.h describes, so the help does not list it.

#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>
#include <iostream>
#include <iterator>
#include <string>

#include "commands.h"
#include "console.h"
#include "examination.h"
#include "process_function.h"

namespace newsmill::app {
namespace {

// The memory limit of this process. Documents within the configured limits need
// less.
constexpr rlim_t kMostBytes = rlim_t{1} << 30;
constexpr rlim_t kMostCpuSeconds = 10;

bool Bound(int resource, rlim_t soft, rlim_t hard) {
  const rlimit limit{.rlim_cur = soft, .rlim_max = hard};
  return setrlimit(static_cast<__rlimit_resource_t>(resource), &limit) == 0;
}

/// Limits the memory and the CPU time of this process. An allocation above the
/// memory limit fails, and the process aborts. If the process exceeds the CPU
/// time, the kernel sends SIGXCPU. Returns false if a limit cannot be set.
bool BoundSelf() {
  // If the parent dies, the kernel kills this process.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  return Bound(RLIMIT_CORE, 0, 0) &&
         Bound(RLIMIT_DATA, kMostBytes, kMostBytes) &&
         Bound(RLIMIT_CPU, kMostCpuSeconds, kMostCpuSeconds + 1);
}

int Examine(const WorkerParts& overrides) {
  const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
  const auto examination = DecodeExamination(bytes);
  if (!examination) {
    Complain(
        "examine: cannot read the message; only newsmill run can start this "
        "command");
    return kBadUsage;
  }
  const auto config = config::Parse(examination->config, {});
  if (!config) {
    Complain("examine: " + config::ToString(config.error().front(), ""));
    return kBadUsage;
  }
  if (!BoundSelf()) {
    Complain("examine: cannot set the limits of memory and CPU time");
    return kFailed;
  }
  pipeline::ProcessFunction process = ProcessFunctionOf(*config);
  if (overrides.process) process = overrides.process(std::move(process));
  (void)process(examination->message);
  return kDone;
}

}  // namespace

void AddExamine(CLI::App& app, Action& chosen, const WorkerParts& overrides) {
  app.add_subcommand("examine", "Processes a message that may kill a worker")
      ->group("")
      ->callback([&chosen, &overrides] {
        chosen = [&overrides] { return Examine(overrides); };
      });
}

}  // namespace newsmill::app
