// Whether a worker can use the topics.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "newsmill/config/config.h"
#include "newsmill/kafka/kafka.h"

namespace newsmill::app {

/// Returns what the topics must hold, by the size limits of `config`.
kafka::TopicRequirements RequirementsOf(const config::Config& config);

/// In ascending order of severity.
enum class TopicVerdict {
  kUsable,   // perhaps with warnings
  kUnsafe,   // they can lose data, and that was not allowed
  kMissing,  // a topic does not exist or is wrong
  kDenied,   // this user lacks a permission
};
/// Returns the verdict on the worst finding.
TopicVerdict Judge(std::span<const kafka::TopicFinding> findings,
                   bool allow_unsafe);

/// Returns what an operator should do; "" if the topics are usable.
std::string_view AdviceFor(TopicVerdict verdict);

/// Checks the topics. Prints each finding once: what is fine to standard
/// output, the rest to standard error, with advice if a worker cannot use the
/// topics. Returns the exit code.
int ReportTopics(const config::Config& config);

/// Returns one line for each finding, in columns.
std::string TableOf(std::span<const kafka::TopicFinding> findings);

}  // namespace newsmill::app
