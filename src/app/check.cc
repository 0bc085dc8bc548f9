#include <memory>
#include <string>

#include "commands.h"
#include "console.h"
#include "fmt/format.h"
#include "newsmill/kafka/kafka.h"
#include "topic_report.h"

namespace newsmill::app {
namespace {

struct CheckOptions {
  std::string config;
  bool connect = false;
  bool print_config = false;
};

int Connect(const config::Config& config) {
  const auto cluster = kafka::DescribeCluster(config.kafka);
  if (!cluster) {
    Complain(cluster.error().message);
    return ExitCodeOf(cluster.error());
  }
  return Say(*cluster + "\n") ? ReportTopics(config) : kFailed;
}

int Check(const CheckOptions& options) {
  const auto config = LoadOrComplain(options.config);
  if (!config || !ArePropertiesValid(*config)) return kBadUsage;
  for (const std::string& warning : kafka::PropertyWarnings(config->kafka)) {
    Complain("warning: " + warning);
  }
  const std::string text = options.print_config
                               ? config::ToYaml(*config)
                               : fmt::format("{}: ok\n", options.config);
  if (!Say(text)) return kFailed;
  return options.connect ? Connect(*config) : kDone;
}

}  // namespace

void AddCheck(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "check", "Validates a configuration and prints every error");
  auto options = std::make_shared<CheckOptions>();
  command
      ->add_option("-c,--config", options->config, "Configuration file (YAML)")
      ->required()
      ->type_name("FILE");
  command->add_flag("--connect", options->connect,
                    "Also connect to the cluster and check the topics");
  command->add_flag("--print-config", options->print_config,
                    "Print every key with its value; secrets are masked");
  command->footer(
      "Example:\n"
      "  newsmill check --config newsmill.yaml\n"
      "  newsmill check --config newsmill.yaml --connect\n"
      "  NEWSMILL_KAFKA__GROUP=news newsmill check --config newsmill.yaml\n"
      "\n"
      "Prints every error with its line and key:\n"
      "  newsmill.yaml:12: kafka.gruop: unknown key (did you mean 'group'?)\n"
      "Environment variables NEWSMILL_... are checked, too.\n"
      "\n"
      "Exit codes: 0 the configuration is valid; 1 with --connect: the cluster "
      "is\n"
      "unreachable, or a worker cannot use its topics; 2 wrong usage or\n"
      "configuration, or a rejected login.");
  command->callback(
      [&chosen, options] { chosen = [options] { return Check(*options); }; });
}

}  // namespace newsmill::app
