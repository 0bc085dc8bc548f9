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
  // It says why a login fails.
  const auto cluster = kafka::DescribeCluster(config.kafka);
  if (!cluster) return Refuse(cluster.error());
  const auto range = kafka::ResolveRange(config.kafka, bounds.from, bounds.to);
  if (!range) return Refuse(range.error());
  for (const std::string& note : range->notes) Complain(note);
  const kafka::Topics& topics = config.kafka.topics;
  const std::string text = fmt::format(
      "{}\nThe messages are at most so many: offsets of transactions' markers, "
      "of aborted\ntransactions and of compacted messages count too.\n\n"
      "group          {}\narticles       {}\nduplicates     {}\n"
      "dead letters   {}\nfingerprints   {}\n",
      TableOf(*range), config.kafka.group, topics.articles, topics.duplicates,
      topics.dead_letters, topics.fingerprints);
  return Say(text) ? kDone : kFailed;
}

int Replay(const ReplayArguments& arguments, const WorkerParts& overrides) {
  const auto live = LoadOrComplain(arguments.config);
  if (!live || !PropertiesAreFine(*live)) return kBadUsage;
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
    "      --to 2026-11-24T18:00:00Z --name morning --report morning.json\n\n"
    "T is a time (RFC 3339; UTC without a zone), a duration before now (24h,\n"
    "7d), an offset for every partition (offset:1000) or one each\n"
    "(0:1000,3:1200; other partitions are left out), earliest or latest. A\n"
    "time means the first message with that timestamp or a later one; --to is\n"
    "not included. The range is fixed when the replay begins: what is written\n"
    "later is not read.\n\n"
    "A replay has a group, output topics and a fingerprint log of its own,\n"
    "GROUP.replay.NAME and TOPIC.replay.NAME: the live fleet, its offsets and\n"
    "its topics are not touched. Missing topics are created, with as many\n"
    "partitions as the input has; topics that can lose data are refused "
    "unless\n"
    "kafka.allow_unsafe_topics. The log's clock is the input's own time.\n\n"
    "The same command goes on with a replay that was stopped or killed;\n"
    "another range needs another --name. Run it several times at once and the\n"
    "workers share the partitions; each ends when all is done. --rate is each\n"
    "worker's.\n\n"
    "With one worker, messages are decided in the order of their timestamps,\n"
    "so a replay of the same range by the same version and configuration "
    "gives\n"
    "the same records: key and value, byte for byte; the header\n"
    "newsmill-log-offset differs. With several, the order among them\n"
    "decides which of two copies is the original.\n\n"
    "--dry-run counts offsets: an upper bound of the messages. It creates\n"
    "nothing. At the end a report accounts for every offset.\n\n"
    "Exit codes: 0 the group has committed the end of every partition and\n"
    "nothing expired before it was read, 1 failed or stopped before, 2 wrong\n"
    "usage, configuration or topics.";

void AddOptions(CLI::App& command, ReplayArguments& arguments) {
  const auto option = [&command](const char* name, std::string& value,
                                 const char* text, const char* type) {
    return command.add_option(name, value, text)->type_name(type);
  };
  option("-c,--config", arguments.config, "The live fleet's, YAML", "FILE")
      ->required();
  option("--from", arguments.from, "Where to begin", "T")->required();
  option("--to", arguments.to, "Where to end, not included", "T")
      ->capture_default_str();
  option("--name", arguments.name, "What the replay is called", "NAME")
      ->capture_default_str();
  command.add_flag("--dry-run", arguments.dry_run,
                   "Print the offsets and how many, and do nothing");
  option("--rate", arguments.rate,
         "Read no faster: messages a second (500) or bytes (2MiB)", "N");
  option("--report", arguments.report,
         "Write the report there too, at the end, as JSON", "FILE");
  option("--listen", arguments.listen,
         "For metrics and health; default: http.listen, on a free port",
         "HOST:PORT");
  const char* other = "A name of your own, in place of X.replay.NAME";
  option("--group", arguments.group, other, "NAME");
  option("--articles", arguments.topics.articles, other, "TOPIC");
  option("--duplicates", arguments.topics.duplicates, other, "TOPIC");
  option("--dead-letters", arguments.topics.dead_letters, other, "TOPIC");
  option("--fingerprints", arguments.topics.fingerprints, other, "TOPIC");
}

}  // namespace

void AddReplay(CLI::App& app, Action& chosen, const WorkerParts& overrides) {
  auto* command = app.add_subcommand(
      "replay", "Processes a range of the input again, beside the live fleet");
  auto arguments = std::make_shared<ReplayArguments>();
  AddOptions(*command, *arguments);
  command->footer(kFooter);
  command->callback([&chosen, &overrides, arguments] {
    chosen = [&overrides, arguments] { return Replay(*arguments, overrides); };
  });
}

}  // namespace newsmill::app
