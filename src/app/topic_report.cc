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
    case Level::kNote:
      return "note";
    case Level::kUnsafe:
      return "unsafe";
    case Level::kMissing:
      return "missing";
    case Level::kDenied:
      return "denied";
    case Level::kWrong:
      break;
  }
  return "wrong";
}

bool IsUsable(const kafka::TopicFinding& finding) {
  return finding.level == Level::kOk || finding.level == Level::kNote;
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
    switch (finding.level) {
      case Level::kDenied:
        verdict = TopicVerdict::kDenied;
        break;
      case Level::kMissing:
      case Level::kWrong:
        verdict = std::max(verdict, TopicVerdict::kMissing);
        break;
      case Level::kUnsafe:
        if (!allow_unsafe) verdict = std::max(verdict, TopicVerdict::kUnsafe);
        break;
      case Level::kOk:
      case Level::kNote:
        break;
    }
  }
  return verdict;
}

std::string_view AdviceFor(TopicVerdict verdict) {
  switch (verdict) {
    case TopicVerdict::kMissing:
      return "topics are missing, or a worker cannot use them: newsmill topics "
             "prints the reasons, and with --create it creates missing topics";
    case TopicVerdict::kUnsafe:
      return "topics can lose data: change their settings as newsmill topics "
             "says, or set kafka.allow_unsafe_topics for a test";
    case TopicVerdict::kDenied:
      return "permissions are missing: docs/security.md, Permissions, lists "
             "them, and deploy/kafka/acls.sh prints the commands that give "
             "them";
    case TopicVerdict::kUsable:
      break;
  }
  return "";
}

int ReportTopics(const config::Config& config) {
  auto findings = kafka::CheckTopics(config.kafka, RequirementsOf(config));
  if (!findings) {
    Complain(findings.error().message);
    return ExitCodeOf(findings.error());
  }
  const TopicVerdict verdict =
      Judge(*findings, config.kafka.allow_unsafe_topics);
  std::vector<kafka::TopicFinding> fine;
  for (const kafka::TopicFinding& finding : *findings) {
    if (IsUsable(finding)) fine.push_back(finding);
  }
  if (!Say(TableOf(fine))) return kFailed;
  for (const kafka::TopicFinding& finding : *findings) {
    if (IsUsable(finding)) continue;
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
