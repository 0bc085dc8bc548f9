#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include "commands.h"
#include "console.h"
#include "fmt/format.h"
#include "newsmill/kafka/kafka.h"
#include "newsmill/kafka/range.h"
#include "replay/arguments.h"
#include "replay/run.h"

namespace newsmill::app {
namespace {

int Refuse(const Error& error) {
  Complain(error.message);
  return ExitCodeOf(error);
}

// ---------------------------------------------------------------- dry run

std::string TableOf(const kafka::Range& range) {
  std::string table = fmt::format("{:>9} {:>12} {:>12} {:>12}\n", "partition",
                                  "from offset", "to offset", "messages");
  int64_t total = 0;
  for (const model::PartitionRange& one : range.partitions) {
    const int64_t count = one.end_offset - one.first_offset;
    total += count;
    table += fmt::format("{:>9} {:>12} {:>12} {:>12}\n", one.partition,
                         one.first_offset, one.end_offset, count);
  }
  return table +
         fmt::format("{:>9} {:>12} {:>12} {:>12}\n", "all", "", "", total);
}

int DryRun(const config::Config& config, const ReplayBounds& bounds) {
  // DescribeCluster is called before ResolveRange, because only the error of
  // DescribeCluster says why a login fails.
  const auto cluster = kafka::DescribeCluster(config.kafka);
  if (!cluster) return Refuse(cluster.error());
  const auto range = kafka::ResolveRange(config.kafka, bounds.from, bounds.to);
  if (!range) return Refuse(range.error());
  for (const std::string& note : range->notes) Complain(note);
  const kafka::Topics& topics = config.kafka.topics;
  const std::string text = fmt::format(
      "{}\n"
      "The number of messages is an upper bound. It also counts offsets of "
      "transaction\n"
      "markers, aborted transactions and compacted messages.\n"
      "\n"
      "group          {}\n"
      "articles       {}\n"
      "duplicates     {}\n"
      "dead letters   {}\n"
      "fingerprints   {}\n",
      TableOf(*range), config.kafka.group, topics.articles, topics.duplicates,
      topics.dead_letters, topics.fingerprints);
  return Say(text) ? kDone : kFailed;
}

int Replay(const ReplayArguments& arguments, const WorkerParts& overrides) {
  const auto live = LoadOrComplain(arguments.config);
  if (!live || !ArePropertiesValid(*live)) return kBadUsage;
  const int64_t now_ms =
      std::chrono::duration_cast<std::chrono::milliseconds>(
          std::chrono::system_clock::now().time_since_epoch())
          .count();
  const auto bounds = BoundsOf(arguments, now_ms);
  if (!bounds) return Refuse(bounds.error());
  auto config = ReplayConfigOf(*live, arguments);
  if (!config) return Refuse(config.error());
  if (arguments.dry_run) return DryRun(*config, *bounds);
  return RunReplay(*std::move(config), arguments, *bounds, overrides);
}

// ----------------------------------------------------------- command line

constexpr const char* kFooter =
    "Example:\n"
    "  newsmill replay --config newsmill.yaml --from 24h --dry-run\n"
    "  newsmill replay --config newsmill.yaml --from 2026-11-24T06:00:00Z \\\n"
    "      --to 2026-11-24T18:00:00Z --name morning --report morning.json\n"
    "\n"
    "T is one of\n"
    "  2026-11-24T06:00:00Z  a time in RFC 3339 (UTC if it has no zone): the\n"
    "                        first message with this timestamp or a later one\n"
    "  24h, 7d               a duration before now\n"
    "  offset:1000           this offset in every partition\n"
    "  0:1000,3:1200         PARTITION:OFFSET pairs; only these partitions are "
    "read\n"
    "  earliest, latest      the beginning or the end of each partition (now\n"
    "                        is another word for latest)\n"
    "The message at --to is not included. The range is decided when a replay "
    "with\n"
    "this name is started for the first time. Messages that arrive later are "
    "not\n"
    "read.\n"
    "\n"
    "A replay has its own group GROUP.replay.NAME, its own output topics and "
    "its\n"
    "own fingerprint log TOPIC.replay.NAME. It does not change the live fleet, "
    "its\n"
    "offsets or its topics. It creates missing topics, with as many partitions "
    "as\n"
    "the input has. A replay measures dedup.window by the timestamps of the "
    "input\n"
    "messages. A live worker measures it by the times of the fingerprint log.\n"
    "\n"
    "To continue a replay that was stopped or killed, run the same command "
    "again.\n"
    "To go faster, run the command several times at once. The workers share "
    "the\n"
    "partitions, and each worker ends when the whole range is done. --rate "
    "applies\n"
    "to each worker.\n"
    "\n"
    "If a replay has only one worker, the copy with the earlier message "
    "timestamp\n"
    "becomes the original. Two such replays of one range, with the same "
    "version\n"
    "and configuration, write the same keys and values. Only the header\n"
    "newsmill-log-offset differs. With several workers, the order of their "
    "log\n"
    "entries decides.\n"
    "\n"
    "--dry-run prints the offsets and creates nothing. The number of offsets "
    "is an\n"
    "upper bound of the number of messages. At the end, a replay prints a "
    "report\n"
    "that accounts for every offset.\n"
    "\n"
    "Exit codes: 0 the group has committed the whole range, and no message\n"
    "expired before it was read; 1 the replay failed or was stopped; 2 wrong "
    "usage,\n"
    "configuration or topics.";

void AddOptions(CLI::App& command, ReplayArguments& arguments) {
  const auto option = [&command](const char* name, std::string& value,
                                 const char* text, const char* type) {
    return command.add_option(name, value, text)->type_name(type);
  };
  option("-c,--config", arguments.config,
         "Configuration file of the live fleet (YAML)", "FILE")
      ->required();
  option("--from", arguments.from, "Start of the range", "T")->required();
  option("--to", arguments.to, "End of the range, not included", "T")
      ->capture_default_str();
  option("--name", arguments.name, "Name of the replay", "NAME")
      ->capture_default_str();
  command.add_flag("--dry-run", arguments.dry_run,
                   "Print the offsets of the range and exit");
  option("--rate", arguments.rate,
         "Limit per second, in messages (for example 500) or in bytes (for "
         "example 2MiB); default: no limit",
         "N");
  option("--report", arguments.report,
         "Also write the report to this file, as JSON", "FILE");
  option("--listen", arguments.listen,
         "Address for metrics and health; default: the host of http.listen "
         "with a free port",
         "HOST:PORT");
  option("--group", arguments.group,
         "Consumer group of the replay (default: kafka.group, followed by "
         ".replay. and the name of the replay)",
         "GROUP");
  const auto topic = [&](const char* name, std::string& value,
                         const char* content) {
    option(name, value,
           (std::string("Topic for ") + content +
            " (default: the topic in the configuration, followed by .replay. "
            "and the name of the replay)")
               .c_str(),
           "TOPIC");
  };
  topic("--articles", arguments.topics.articles, "articles");
  topic("--duplicates", arguments.topics.duplicates, "duplicates");
  topic("--dead-letters", arguments.topics.dead_letters, "dead letters");
  topic("--fingerprints", arguments.topics.fingerprints,
        "the fingerprint log of the replay");
}

}  // namespace

void AddReplay(CLI::App& app, Action& chosen, const WorkerParts& overrides) {
  auto* command = app.add_subcommand(
      "replay", "Processes a range of the input again while the fleet runs");
  auto arguments = std::make_shared<ReplayArguments>();
  AddOptions(*command, *arguments);
  command->footer(kFooter);
  command->callback([&chosen, &overrides, arguments] {
    chosen = [&overrides, arguments] { return Replay(*arguments, overrides); };
  });
}

}  // namespace newsmill::app
