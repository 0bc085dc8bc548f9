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
  if (!config || !ArePropertiesValid(*config)) return kBadUsage;
  if (options.create) {
    const int created = Create(*config, options.partitions);
    if (created != kDone) return created;
  }
  return ReportTopics(*config);
}

}  // namespace

void AddTopics(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "topics", "Checks the topics of the configuration, and creates them");
  auto options = std::make_shared<TopicsOptions>();
  command
      ->add_option("-c,--config", options->config, "Configuration file (YAML)")
      ->required()
      ->type_name("FILE");
  auto* create =
      command->add_flag("--create", options->create,
                        "Create missing topics; never change existing ones");
  command
      ->add_option("--partitions", options->partitions,
                   "Partitions of each created topic; the fingerprint log "
                   "always has one")
      ->check(CLI::Range(1, 10'000))
      ->needs(create)
      ->capture_default_str();
  command->footer(
      "Example:\n"
      "  newsmill topics --config newsmill.yaml\n"
      "  newsmill topics --config newsmill.yaml --create --partitions 24\n"
      "\n"
      "Checks partitions, cleanup policy, retention, replication and size "
      "limits.\n"
      "Prints one line for each finding. The findings \"ok\" and \"note\" go "
      "to "
      "standard\n"
      "output. Other findings go to standard error:\n"
      "  note     the topic is usable, but a setting wastes resources\n"
      "  unsafe   the topic can lose data; kafka.allow_unsafe_topics accepts "
      "it\n"
      "  missing  the topic does not exist; --create creates it\n"
      "  wrong    a worker cannot use the topic\n"
      "  denied   this user lacks a permission\n"
      "\n"
      "Exit codes: 0 a worker can use the topics; 1 a worker cannot use the "
      "topics,\n"
      "or the cluster is unreachable; 2 wrong configuration, a rejected login, "
      "or no\n"
      "permission to create a topic.");
  command->callback([&chosen, options] {
    chosen = [options] { return CheckTopics(*options); };
  });
}

}  // namespace newsmill::app
