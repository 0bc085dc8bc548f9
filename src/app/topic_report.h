// Reports whether a worker can use the topics.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "newsmill/config/config.h"
#include "newsmill/kafka/kafka.h"

namespace newsmill::app {

/// Returns the message sizes that the topics must accept, by the limits of
/// `config`.
kafka::TopicRequirements RequirementsOf(const config::Config& config);

/// The verdicts, in ascending order of severity.
enum class TopicVerdict {
  kUsable,   // a worker can use the topics; there may be warnings
  kUnsafe,   // data can be lost, which the configuration does not allow
  kMissing,  // a topic does not exist or is wrong
  kDenied,   // this user lacks a permission
};
/// Returns the verdict for the worst finding.
TopicVerdict Judge(std::span<const kafka::TopicFinding> findings,
                   bool allow_unsafe);

/// Returns the advice for an operator, or "" if the topics are usable.
std::string_view AdviceFor(TopicVerdict verdict);

/// Checks the topics. Prints each finding once: good findings to standard
/// output, other findings to standard error. Also prints advice if a worker
/// cannot use the topics. Returns the exit code.
int ReportTopics(const config::Config& config);

/// Returns one line for each finding, in columns.
std::string TableOf(std::span<const kafka::TopicFinding> findings);

}  // namespace newsmill::app
