#include "await_topics.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "fmt/format.h"
#include "newsmill/kafka/kafka.h"
#include "topic_report.h"

namespace newsmill::app {
namespace {

using pipeline::Severity;
using std::chrono::seconds;
using std::chrono::steady_clock;
using Findings = std::vector<kafka::TopicFinding>;
using Level = kafka::TopicFinding::Level;

// The maximum time to wait for the brokers. They may start at the same time as
// the worker.
constexpr seconds kPatience{60};
constexpr seconds kBetweenAttempts{2};

Severity SeverityOf(const kafka::TopicFinding& finding, TopicVerdict verdict) {
  if (finding.level == Level::kNote) return Severity::kInfo;
  return verdict == TopicVerdict::kUsable ? Severity::kWarning
                                          : Severity::kError;
}

Ready ReadinessBy(const config::Config& config, const Findings& findings,
                  logging::Log& log) {
  const TopicVerdict verdict =
      Judge(findings, config.kafka.allow_unsafe_topics);
  for (const kafka::TopicFinding& finding : findings) {
    if (finding.level == Level::kOk) continue;
    log.Write(SeverityOf(finding, verdict), "topic",
              fmt::format("topic {}: {}", finding.topic, finding.message),
              {{"topic", finding.topic}});
  }
  if (verdict == TopicVerdict::kUsable) return Ready::kYes;
  log.Write(Severity::kError, "stopped", AdviceFor(verdict));
  return Ready::kUnfit;
}

bool IsMissing(const kafka::TopicFinding& finding) {
  return finding.level == Level::kMissing;
}

std::expected<Findings, Error> Check(const config::Config& config) {
  return kafka::CheckTopics(config.kafka, RequirementsOf(config));
}

/// Creates the missing output topics, checks all topics again, and returns the
/// new findings. If an existing topic is unusable, creates nothing and returns
/// the findings about the existing topics.
std::expected<Findings, Error> CreateMissing(const config::Config& config,
                                             const Findings& findings,
                                             logging::Log& log) {
  Findings there = findings;
  std::erase_if(there, [&](const kafka::TopicFinding& finding) {
    return IsMissing(finding) && finding.topic != config.kafka.topics.raw;
  });
  const bool fit =
      Judge(there, config.kafka.allow_unsafe_topics) == TopicVerdict::kUsable;
  if (!fit || there.size() == findings.size()) return there;
  const auto created =
      kafka::CreateTopics(config.kafka, RequirementsOf(config), std::nullopt);
  if (!created) return std::unexpected(created.error());
  for (const std::string& topic : *created) {
    log.Write(Severity::kInfo, "topic", "created", {{"topic", topic}});
  }
  auto all = Check(config);
  if (all && std::ranges::any_of(*all, IsMissing)) {
    return std::unexpected(
        Error{"the brokers do not report all created topics yet"});
  }
  return all;
}

}  // namespace

void ExitOnStop(int exit_code, StopSignal& stop, logging::Log& log) {
  stop.OnStop([exit_code, &log] {
    log.Write(Severity::kInfo, "stopped", "stopped before the worker started");
    std::_Exit(exit_code);
  });
}

Ready AwaitTopics(const config::Config& config, MissingTopics missing,
                  StopSignal& stop, logging::Log& log) {
  const auto give_up = steady_clock::now() + kPatience;
  while (true) {
    auto findings = Check(config);
    if (findings && missing == MissingTopics::kCreated) {
      findings = CreateMissing(config, *findings, log);
    }
    if (findings) return ReadinessBy(config, *findings, log);
    const bool hopeless = findings.error().misconfigured;
    if (hopeless || steady_clock::now() >= give_up) {
      log.Write(Severity::kError, "stopped", findings.error().message,
                {{"brokers", config.kafka.brokers}});
      return hopeless ? Ready::kUnfit : Ready::kUnreachable;
    }
    log.Write(Severity::kWarning, "note",
              fmt::format("{}; retrying", findings.error().message),
              {{"brokers", config.kafka.brokers}});
    stop.WaitUntil(steady_clock::now() + kBetweenAttempts);
  }
}

}  // namespace newsmill::app
