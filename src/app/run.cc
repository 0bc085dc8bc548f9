#include <chrono>
#include <cstdlib>
#include <memory>
#include <string>

#include "commands.h"
#include "console.h"
#include "fmt/format.h"
#include "log.h"
#include "log_observer.h"
#include "monitoring.h"
#include "newsmill/app/worker.h"
#include "newsmill/base/version.h"
#include "newsmill/kafka/kafka.h"
#include "newsmill/pipeline/both_observers.h"
#include "stop_signal.h"
#include "topic_report.h"

namespace newsmill::app {
namespace {

using pipeline::Severity;
using std::chrono::seconds;
using std::chrono::steady_clock;

// A cluster that starts together with its workers is up by then.
constexpr seconds kPatience{60};
constexpr seconds kBetweenAttempts{2};

enum class Ready { kYes, kUnreachable, kUnfit };

Ready ReadinessBy(const config::Config& config,
                  const std::vector<kafka::TopicFinding>& findings, Log& log) {
  const TopicVerdict verdict =
      Judge(findings, config.kafka.allow_unsafe_topics);
  for (const kafka::TopicFinding& finding : findings) {
    if (finding.level == kafka::TopicFinding::Level::kOk) continue;
    log.Write(verdict == TopicVerdict::kUsable ? Severity::kWarning
                                               : Severity::kError,
              "topic", finding.message, {{"topic", finding.topic}});
  }
  if (verdict == TopicVerdict::kUsable) return Ready::kYes;
  log.Write(Severity::kError, "stopped", AdviceFor(verdict));
  return Ready::kUnfit;
}

// The brokers may come up later than the worker does.
Ready AwaitTopics(const config::Config& config, StopSignal& stop, Log& log) {
  // Nothing has begun: a stop need not wait for a broker that is away.
  stop.OnStop([&log] {
    log.Write(Severity::kInfo, "stopped", "before the brokers were reached");
    std::_Exit(kDone);
  });
  const auto give_up = steady_clock::now() + kPatience;
  while (true) {
    const auto findings =
        kafka::CheckTopics(config.kafka, RequirementsOf(config));
    if (findings) return ReadinessBy(config, *findings, log);
    if (steady_clock::now() >= give_up) {
      log.Write(Severity::kError, "stopped", findings.error().message,
                {{"brokers", config.kafka.brokers}});
      return Ready::kUnreachable;
    }
    log.Write(Severity::kWarning, "note",
              fmt::format("{}; trying again", findings.error().message),
              {{"brokers", config.kafka.brokers}});
    stop.WaitUntil(steady_clock::now() + kBetweenAttempts);
  }
}

int RunUntilStopped(const config::Config& config, const WorkerFlags& flags,
                    const WorkerParts& overrides, Monitoring& monitoring,
                    StopSignal& stop, Log& log) {
  LogObserver lines(log);
  const auto metrics =
      overrides.metrics ? overrides.metrics(monitoring.telemetry()) : nullptr;
  pipeline::BothObservers observer(lines,
                                   metrics ? *metrics : monitoring.telemetry());
  const auto worker = Worker::Make(config, observer, overrides, flags);
  if (!worker) {
    log.Write(Severity::kError, "stopped", worker.error().message);
    return kBadUsage;
  }
  log.Write(Severity::kInfo, "started",
            "reads the fingerprint log, then joins the consumer group",
            {{"version", Version()},
             {"commit", Commit()},
             {"brokers", config.kafka.brokers},
             {"group", config.kafka.group},
             {"topic", config.kafka.topics.raw}});
  stop.OnStop([&] { (*worker)->RequestDrain(); });
  monitoring.telemetry().Watch([&] { return (*worker)->LookNow(); });
  const auto ended = (*worker)->Run();
  monitoring.Stop();
  monitoring.telemetry().Watch(nullptr);
  stop.OnStop(nullptr);
  if (!ended) {
    log.Write(Severity::kError, "stopped", ended.error().message);
    return ended.error().misconfigured ? kBadUsage : kFailed;
  }
  log.Write(Severity::kInfo, "drained", "left the consumer group");
  return kDone;
}

}  // namespace

int RunWorker(const config::Config& config, const WorkerFlags& flags,
              const WorkerParts& overrides) {
  if (!PropertiesAreFine(config)) return kBadUsage;
  Log log(config.log);
  StopSignal stop(log);
  const auto monitoring = Monitoring::Start(config, log);
  if (!monitoring) {
    log.Write(Severity::kError, "stopped", monitoring.error().message);
    return monitoring.error().misconfigured ? kBadUsage : kFailed;
  }
  const Ready ready = AwaitTopics(config, stop, log);
  if (ready == Ready::kUnreachable) return kFailed;
  if (ready == Ready::kUnfit) return kBadUsage;
  const int exit_code =
      RunUntilStopped(config, flags, overrides, **monitoring, stop, log);
  if (exit_code == kDone) log.Write(Severity::kInfo, "stopped", "done");
  return exit_code;
}

void AddRun(CLI::App& app, Action& chosen) {
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
  command->footer(
      "Example:\n"
      "  newsmill run --config newsmill.yaml\n"
      "  NEWSMILL_KAFKA__GROUP=news newsmill run --config newsmill.yaml\n\n"
      "SIGTERM or SIGINT: takes no more messages, commits what is in flight\n"
      "within worker.drain_timeout, leaves the group. A second signal ends at\n"
      "once; nothing is lost, the next worker repeats what was not committed.\n"
      "Topics that can lose data are refused unless "
      "kafka.allow_unsafe_topics.\n"
      "Brokers that cannot be reached at the start are waited for, 60 s.\n"
      "/metrics, /livez and /readyz are served on http.listen.\n\n"
      "The fingerprint log decides which article is the original. Offsets "
      "that\n"
      "were set back are noticed: to process old messages again beside the "
      "live\n"
      "fleet use newsmill replay; --accept-rewind takes them as new input,\n"
      "copies of what was published among them. dedup.window and\n"
      "dedup.max_entries are the same for the whole fleet and stand in the\n"
      "log; --change-rules changes them there.\n\n"
      "Exit codes: 0 drained, 1 failed while running, 2 wrong configuration "
      "or\n"
      "unfit topics (see newsmill topics).");
  command->callback([&chosen, file, flags] {
    chosen = [file, flags] {
      const auto config = LoadOrComplain(*file);
      return config ? RunWorker(*config, *flags) : kBadUsage;
    };
  });
}

}  // namespace newsmill::app
