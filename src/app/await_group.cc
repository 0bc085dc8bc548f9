#include "await_group.h"

#include <chrono>
#include <string>
#include <vector>

#include "fmt/format.h"
#include "fmt/ranges.h"

namespace newsmill::app {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr seconds kPatience{60};
constexpr seconds kBetweenAttempts{1};

/// Returns the result of `fetch`. After an error, calls it again until a minute
/// has passed.
template <typename Fetch>
auto Await(const Fetch& fetch, const config::Config& config, StopSignal& stop,
           logging::Log& log) {
  const auto give_up = steady_clock::now() + kPatience;
  while (true) {
    auto fetched = fetch(config.kafka);
    if (fetched || fetched.error().misconfigured ||
        steady_clock::now() >= give_up) {
      return fetched;
    }
    log.Write(pipeline::Severity::kWarning, "note",
              fetched.error().message + "; retrying",
              {{"brokers", config.kafka.brokers}});
    stop.WaitUntil(steady_clock::now() + kBetweenAttempts);
  }
}

std::string Describe(const kafka::GroupMember& member) {
  return member.instance_id.empty()
             ? fmt::format("{} on {}", member.client_id, member.host)
             : fmt::format("{} with kafka.instance_id {} on {}",
                           member.client_id, member.instance_id, member.host);
}

}  // namespace

std::expected<pipeline::GroupHistory, Error> AwaitGroupHistory(
    const config::Config& config, StopSignal& stop, logging::Log& log) {
  return Await(kafka::FetchGroupHistory, config, stop, log);
}

std::expected<void, Error> AwaitNoOtherMembers(const config::Config& config,
                                               StopSignal& stop,
                                               logging::Log& log) {
  const auto members = Await(kafka::FetchGroupMembers, config, stop, log);
  if (!members) return std::unexpected(members.error());
  return CheckNoOtherMembers(config.kafka, *members);
}

std::expected<void, Error> CheckNoOtherMembers(
    const kafka::Options& options,
    std::span<const kafka::GroupMember> members) {
  std::vector<std::string> others;
  for (const kafka::GroupMember& member : members) {
    const bool is_earlier_run = !options.instance_id.empty() &&
                                member.instance_id == options.instance_id;
    if (!is_earlier_run) others.push_back(Describe(member));
  }
  if (others.empty()) return {};
  return Misconfigured(fmt::format(
      "group {} has other members ({}), so --accept-short-log is not allowed: "
      "the whole fleet would forget texts that these workers still know. Let "
      "one of them write the next mark (newsmill log inspect shows the marks), "
      "and then start this worker without the option. If that is not possible, "
      "stop all workers and start this worker again with the option. A worker "
      "that was killed, or that has a kafka.instance_id, remains a member "
      "until session.timeout.ms has passed",
      options.group, fmt::join(others, ", ")));
}

}  // namespace newsmill::app
