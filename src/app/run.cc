#include <memory>
#include <string>

#include "await_history.h"
#include "await_topics.h"
#include "commands.h"
#include "console.h"
#include "monitoring.h"
#include "newsmill/logging/log.h"
#include "newsmill/logging/log_observer.h"
#include "stop_signal.h"
#include "watched_worker.h"

namespace newsmill::app {
namespace {

using pipeline::Severity;

int StoppedBy(const Error& error, logging::Log& log) {
  log.Write(Severity::kError, "stopped", error.message);
  return ExitCodeOf(error);
}

int RunUntilStopped(const config::Config& config, const WorkerFlags& flags,
                    const WorkerParts& overrides, Monitoring& monitoring,
                    StopSignal& stop, logging::Log& log) {
  logging::LogObserver lines(log);
  const auto history = AwaitGroupHistory(config, stop, log);
  if (!history) return StoppedBy(history.error(), log);
  const WatchedWorker parts{.log = log,
                            .starts =
                                "reads the fingerprint log, then joins "
                                "the consumer group",
                            .range = "",
                            .config = config,
                            .overrides = overrides,
                            .observer = lines,
                            .monitoring = monitoring,
                            .stop = stop,
                            .flags = flags,
                            .history = *history};
  const auto ended = RunWatched(parts, [&](Worker& worker) {
    auto result = worker.Run();
    monitoring.Stop();
    return result;
  });
  lines.WriteAbandoned();
  if (!ended) return StoppedBy(ended.error(), log);
  log.Write(Severity::kInfo, "drained", "left the consumer group");
  return kDone;
}

int RunWorker(const config::Config& config, const WorkerFlags& flags,
              const WorkerParts& overrides) {
  if (!PropertiesAreFine(config)) return kBadUsage;
  logging::Log log(config.log);
  StopSignal stop(log);
  const auto monitoring = Monitoring::Start(config, log);
  if (!monitoring) return StoppedBy(monitoring.error(), log);
  ExitOnStop(kDone, stop, log);
  const Ready ready = AwaitTopics(config, MissingTopics::kRefused, stop, log);
  if (ready == Ready::kUnreachable) return kFailed;
  if (ready == Ready::kUnfit) return kBadUsage;
  const int exit_code =
      RunUntilStopped(config, flags, overrides, **monitoring, stop, log);
  if (exit_code == kDone) log.Write(Severity::kInfo, "stopped", "done");
  return exit_code;
}

}  // namespace

void AddRun(CLI::App& app, Action& chosen, const WorkerParts& overrides) {
  auto* command = app.add_subcommand(
      "run", "The worker: consumes until SIGTERM or SIGINT, then drains");
  auto file = std::make_shared<std::string>();
  command->add_option("-c,--config", *file, "The configuration, YAML")
      ->required()
      ->type_name("FILE");
  auto flags = std::make_shared<WorkerFlags>();
  command->add_flag("--accept-rewind", flags->accept_rewind,
                    "Go on although the group's offsets were set back");
  command->add_flag("--change-rules", flags->change_rules,
                    "Write dedup.window and dedup.max_entries into the "
                    "fingerprint log, for the whole fleet");
  command->add_flag("--new-log", flags->accept_new_log,
                    "Accept a fingerprint log that is empty or has another id "
                    "than the group's offsets name");
  command->add_flag("--accept-short-log", flags->accept_short_log,
                    "Accept a fingerprint log that lost its last entries");
  command->footer(
      "Example:\n"
      "  newsmill run --config newsmill.yaml\n"
      "  NEWSMILL_KAFKA__GROUP=news newsmill run --config newsmill.yaml\n\n"
      "SIGTERM or SIGINT: takes no more messages, commits what is in flight\n"
      "within worker.drain_timeout, leaves the group. A second signal ends at\n"
      "once; nothing is lost, the next worker repeats what was not committed.\n"
      "Topics that can lose data are refused unless "
      "kafka.allow_unsafe_topics.\n"
      "Brokers that cannot be reached at the start are waited for, 60 s; a "
      "login\n"
      "that they reject ends the worker at once, with exit code 2.\n"
      "/metrics, /livez and /readyz are served on http.listen.\n\n"
      "The fingerprint log decides which article is the original. Offsets "
      "that\n"
      "were set back are noticed: to process old messages again beside the "
      "live\n"
      "fleet use newsmill replay; --accept-rewind takes them as new input,\n"
      "copies of what was published among them. dedup.window and\n"
      "dedup.max_entries are the same for the whole fleet and stand in the\n"
      "log; --change-rules changes them there. A log that is empty, another\n"
      "one or truncated is noticed; --new-log and --accept-short-log accept "
      "it\n"
      "for one start.\n\n"
      "Exit codes: 0 drained, 1 failed while running, 2 wrong configuration,\n"
      "unfit topics (see newsmill topics), a rejected login, a missing\n"
      "permission, or a fingerprint log that does not fit.");
  command->callback([&chosen, &overrides, file, flags] {
    chosen = [&overrides, file, flags] {
      const auto config = LoadOrComplain(*file);
      return config ? RunWorker(*config, *flags, overrides) : kBadUsage;
    };
  });
}

}  // namespace newsmill::app
