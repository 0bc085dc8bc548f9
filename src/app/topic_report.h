// Reports whether a worker can use the topics of its configuration.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "newsmill/config/config.h"
#include "newsmill/kafka/kafka.h"

namespace newsmill::app {

/// Returns the message sizes that the topics must accept. These sizes come from
/// the limits in `config`.
kafka::TopicRequirements RequirementsOf(const config::Config& config);

/// Whether a worker can use the topics. The verdicts are in order from the best
/// to the worst.
enum class TopicVerdict {
  kUsable,   // a worker can use the topics; there may be warnings
  kUnsafe,   // a topic can lose data, and the configuration forbids that
  kMissing,  // a topic does not exist or has an unusable setting
  kDenied,   // the Kafka user of newsmill lacks a permission
};
/// Returns the verdict on the worst finding.
TopicVerdict Judge(std::span<const kafka::TopicFinding> findings,
                   bool allow_unsafe);

/// Returns the advice for an operator, or "" if the topics are usable.
std::string_view AdviceFor(TopicVerdict verdict);

/// Checks the topics, and prints each finding. Findings that need no action go
/// to standard output. All other findings go to standard error. Also prints
/// advice if a worker cannot use the topics. Returns the exit code.
int ReportTopics(const config::Config& config);

/// Returns a table with one line for each finding.
std::string TableOf(std::span<const kafka::TopicFinding> findings);

}  // namespace newsmill::app
