#include "topic_report.h"

#include <algorithm>

#include "console.h"
#include "exit_codes.h"
#include "fmt/format.h"

namespace newsmill::app {
namespace {

using Level = kafka::TopicFinding::Level;

std::string_view Name(Level level) {
  switch (level) {
    case Level::kOk:
      return "ok";
    case Level::kUnsafe:
      return "unsafe";
    case Level::kMissing:
      return "missing";
    case Level::kWrong:
      break;
  }
  return "wrong";
}

}  // namespace

kafka::TopicRequirements RequirementsOf(const config::Config& config) {
  return {.max_input_bytes = config.input.max_message_bytes,
          .max_record_bytes = config.output.max_record_bytes};
}

TopicVerdict Judge(std::span<const kafka::TopicFinding> findings,
                   bool allow_unsafe) {
  TopicVerdict verdict = TopicVerdict::kUsable;
  for (const kafka::TopicFinding& finding : findings) {
    if (finding.level == Level::kMissing || finding.level == Level::kWrong) {
      return TopicVerdict::kMissing;
    }
    if (finding.level == Level::kUnsafe && !allow_unsafe) {
      verdict = TopicVerdict::kUnsafe;
    }
  }
  return verdict;
}

std::string_view AdviceFor(TopicVerdict verdict) {
  switch (verdict) {
    case TopicVerdict::kMissing:
      return "topics are missing or not as they must be: see newsmill topics, "
             "which creates them with --create";
    case TopicVerdict::kUnsafe:
      return "topics can lose data: make them as newsmill topics says, or set "
             "kafka.allow_unsafe_topics for a laptop";
    case TopicVerdict::kUsable:
      break;
  }
  return "";
}

int ReportTopics(const config::Config& config) {
  const auto findings =
      kafka::CheckTopics(config.kafka, RequirementsOf(config));
  if (!findings) {
    Complain(findings.error().message);
    return ExitCodeOf(findings.error());
  }
  if (!Say(TableOf(*findings))) return kFailed;
  const TopicVerdict verdict =
      Judge(*findings, config.kafka.allow_unsafe_topics);
  for (const kafka::TopicFinding& finding : *findings) {
    if (finding.level == Level::kOk) continue;
    Complain(fmt::format("{}{}: {}: {}",
                         verdict == TopicVerdict::kUsable ? "warning: " : "",
                         finding.topic, Name(finding.level), finding.message));
  }
  if (verdict == TopicVerdict::kUsable) return kDone;
  Complain(AdviceFor(verdict));
  return kFailed;
}

std::string TableOf(std::span<const kafka::TopicFinding> findings) {
  size_t widest = 0;
  for (const kafka::TopicFinding& finding : findings) {
    widest = std::max(widest, finding.topic.size());
  }
  std::string table;
  for (const kafka::TopicFinding& finding : findings) {
    table += fmt::format("{:<{}}  {:<7}  {}\n", finding.topic, widest,
                         Name(finding.level), finding.message);
  }
  return table;
}

}  // namespace newsmill::app
