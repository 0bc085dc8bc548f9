#include <memory>
#include <string>

#include "commands.h"
#include "console.h"
#include "fmt/format.h"
#include "newsmill/kafka/kafka.h"
#include "topic_report.h"

namespace newsmill::app {
namespace {

constexpr int32_t kDefaultPartitions = 12;

struct TopicsOptions {
  std::string config;
  bool create = false;
  int32_t partitions = kDefaultPartitions;
};

int Create(const config::Config& config, int32_t partitions) {
  const auto created =
      kafka::CreateTopics(config.kafka, RequirementsOf(config), partitions);
  if (!created) {
    Complain(created.error().message);
    return ExitCodeOf(created.error());
  }
  for (const std::string& topic : *created) {
    if (!Say(fmt::format("created {}\n", topic))) return kFailed;
  }
  return kDone;
}

int CheckTopics(const TopicsOptions& options) {
  const auto config = LoadOrComplain(options.config);
  if (!config || !PropertiesAreFine(*config)) return kBadUsage;
  if (options.create) {
    const int created = Create(*config, options.partitions);
    if (created != kDone) return created;
  }
  return ReportTopics(*config);
}

}  // namespace

void AddTopics(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "topics", "Checks every topic of the configuration, or creates them");
  auto options = std::make_shared<TopicsOptions>();
  command->add_option("-c,--config", options->config, "The configuration, YAML")
      ->required()
      ->type_name("FILE");
  auto* create = command->add_flag("--create", options->create,
                                   "Create what is missing; change nothing");
  command
      ->add_option("--partitions", options->partitions,
                   "Of topics that are created, except the fingerprint log, "
                   "which has one")
      ->check(CLI::Range(1, 10'000))
      ->needs(create)
      ->capture_default_str();
  command->footer(
      "Example:\n"
      "  newsmill topics --config newsmill.yaml\n"
      "  newsmill topics --config newsmill.yaml --create --partitions 24\n\n"
      "Looks at partitions, cleanup policy, retention, replication and size\n"
      "limits; one line a finding: ok, unsafe, missing, denied or wrong.\n\n"
      "Exit codes: 0 a worker would run (unsafe topics count as fine with\n"
      "kafka.allow_unsafe_topics), 1 it would not, or the cluster cannot be\n"
      "reached, 2 wrong configuration, the brokers reject the login, or\n"
      "--create is not allowed to create a topic.");
  command->callback([&chosen, options] {
    chosen = [options] { return CheckTopics(*options); };
  });
}

}  // namespace newsmill::app
