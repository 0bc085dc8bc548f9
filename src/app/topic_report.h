// Reports whether a worker can use the topics of its configuration.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "newsmill/config/config.h"
#include "newsmill/kafka/kafka.h"

namespace newsmill::app {

/// Returns the sizes of messages that the topics must accept. They follow from
/// the limits in `config`.
kafka::TopicRequirements RequirementsOf(const config::Config& config);

/// Whether a worker can use the topics. The worst verdict is last.
enum class TopicVerdict {
  kUsable,   // a worker can use the topics; there may be warnings
  kUnsafe,   // data can be lost, and the configuration forbids that
  kMissing,  // a topic does not exist or is wrong
  kDenied,   // this user lacks a permission
};
/// Returns the verdict for the worst of the findings.
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
