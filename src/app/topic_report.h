// Whether the topics are fit for a worker.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "newsmill/config/config.h"
#include "newsmill/kafka/kafka.h"

namespace newsmill::app {

kafka::TopicRequirements RequirementsOf(const config::Config& config);

/// The worst comes last.
enum class TopicVerdict {
  kUsable,   // perhaps with warnings
  kUnsafe,   // they can lose data, and that was not allowed
  kMissing,  // or not as they must be
  kDenied,   // this user lacks permissions on some
};
TopicVerdict Judge(std::span<const kafka::TopicFinding> findings,
                   bool allow_unsafe);

/// What a person should do; empty when the topics are usable.
std::string_view AdviceFor(TopicVerdict verdict);

/// Looks at the topics; prints a table of the findings, and complains about
/// each that is not fine. Gives the exit code: a failure unless the topics are
/// usable.
int ReportTopics(const config::Config& config);

/// A line a finding, in columns.
std::string TableOf(std::span<const kafka::TopicFinding> findings);

}  // namespace newsmill::app
