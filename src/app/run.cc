#include <memory>
#include <string>

#include "await_group.h"
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
  if (flags.accept_short_log) {
    const auto alone = AwaitNoOtherMembers(config, stop, log);
    if (!alone) return StoppedBy(alone.error(), log);
  }
  const WatchedWorker parts{
      .log = log,
      .starts =
          "the worker reads the fingerprint log, then joins the consumer group",
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
  log.Write(Severity::kInfo, "drained",
            "the worker has left the consumer group");
  return kDone;
}

int RunWorker(const config::Config& config, const WorkerFlags& flags,
              const WorkerParts& overrides) {
  if (!ArePropertiesValid(config)) return kBadUsage;
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
  auto* command =
      app.add_subcommand("run", "Runs a worker until SIGTERM or SIGINT");
  auto file = std::make_shared<std::string>();
  command->add_option("-c,--config", *file, "Configuration file (YAML)")
      ->required()
      ->type_name("FILE");
  auto flags = std::make_shared<WorkerFlags>();
  command->add_flag("--accept-rewind", flags->accept_rewind,
                    "Accept offsets that were set back, and process the "
                    "messages from these offsets again");
  command->add_flag(
      "--change-rules", flags->change_rules,
      "Write dedup.window and dedup.max_entries of this configuration, and the "
      "newest version of the fingerprints, into the fingerprint log, for the "
      "whole fleet");
  command->add_flag("--new-log", flags->accept_new_log,
                    "Accept a fingerprint log that is empty, or that the group "
                    "has not used before");
  command->add_flag("--accept-short-log", flags->accept_short_log,
                    "Accept a fingerprint log that has lost its first or last "
                    "entries; no other worker may run");
  command->footer(
      "Example:\n"
      "  newsmill check --config newsmill.yaml --connect\n"
      "  newsmill topics --config newsmill.yaml --create\n"
      "  newsmill run --config newsmill.yaml\n"
      "\n"
      "Environment variables override keys of the file:\n"
      "  NEWSMILL_KAFKA__GROUP=news newsmill run --config newsmill.yaml\n"
      "\n"
      "Start: if the brokers are unreachable, the worker waits for up to 60 s. "
      "It\n"
      "exits if a topic can lose data, unless kafka.allow_unsafe_topics is "
      "set. It\n"
      "serves /metrics, /livez and /readyz on http.listen.\n"
      "\n"
      "Stop: after SIGTERM or SIGINT the worker takes no more messages, "
      "commits the\n"
      "messages in flight within worker.drain_timeout, and leaves the group. "
      "After a\n"
      "second signal the worker ends at once. Nothing is lost: the next "
      "worker\n"
      "processes the messages that were not committed.\n"
      "\n"
      "Fingerprint log: the worker stops if the log does not fit the group. "
      "Each of\n"
      "these options accepts one case. Use an option for one start only:\n"
      "  --accept-rewind     The group's offsets were set back. The worker "
      "processes\n"
      "                      the messages from there again, as new input. To "
      "process\n"
      "                      them while the fleet runs, use newsmill replay "
      "instead.\n"
      "  --change-rules      dedup.window or dedup.max_entries differ from the "
      "values\n"
      "                      in the log. The worker writes its values into the "
      "log, and\n"
      "                      all workers of the fleet use them. It also writes "
      "the newest\n"
      "                      version of the fingerprints that it knows.\n"
      "  --new-log           The log is empty, or it is not the log of the "
      "group.\n"
      "  --accept-short-log  The log has lost its last entries, or first "
      "entries "
      "that every\n"
      "                      mark needs. The fleet forgets the texts of these "
      "entries. No\n"
      "                      other worker may run.\n"
      "\n"
      "Exit codes: 0 stopped by a signal; 1 failed while running; 2 wrong\n"
      "configuration, unusable topics (see newsmill topics), a rejected login, "
      "a\n"
      "missing permission, or a fingerprint log that does not fit.");
  command->callback([&chosen, &overrides, file, flags] {
    chosen = [&overrides, file, flags] {
      const auto config = LoadOrComplain(*file);
      return config ? RunWorker(*config, *flags, overrides) : kBadUsage;
    };
  });
}

}  // namespace newsmill::app
