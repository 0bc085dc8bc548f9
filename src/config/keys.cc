#include "keys.h"

#include <array>

#include "checks.h"
#include "fmt/format.h"
#include "key_builders.h"

namespace newsmill::config {
namespace {

constexpr int64_t kKiB = int64_t{1} << 10;
constexpr int64_t kMiB = int64_t{1} << 20;
constexpr int64_t kGiB = int64_t{1} << 30;
// librdkafka and the broker accept no message above this size.
constexpr int64_t kMaxMessage = 900 * kMiB;

std::string PropertiesYaml(const Config& config) {
  if (config.kafka.properties.empty()) return "{}";
  std::string yaml;
  for (const auto& [name, value] : config.kafka.properties) {
    yaml += fmt::format("\n    {}: {}", YamlText(name),
                        IsSecret(name) ? "\"***\"" : YamlText(value));
  }
  return yaml;
}

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

void AddKafka(std::vector<Key>& keys) {
  keys.push_back(Text(
      "kafka.brokers",
      "Bootstrap servers: host:port, separated by commas or as a list.",
      [](auto& c) -> auto& { return c.kafka.brokers; }, CheckBrokers,
      Shape::kList));
  keys.push_back(Text(
      "kafka.group",
      "The consumer group, the same for all workers of a fleet. A replay uses "
      "the\n"
      "group GROUP.replay.NAME and the output topics TOPIC.replay.NAME.",
      [](auto& c) -> auto& { return c.kafka.group; }, CheckGroup));
  keys.push_back(Text(
      "kafka.instance_id",
      "If set: static membership and a stable transactional id. Each worker "
      "needs a\n"
      "different value. If empty: dynamic membership, so that several workers "
      "can\n"
      "use one file.",
      [](auto& c) -> auto& { return c.kafka.instance_id; }, CheckInstanceId));
  keys.push_back(Choice(
      "kafka.start",
      "Where a group without committed offsets starts to read: earliest or "
      "latest.",
      [](auto& c) -> auto& { return c.kafka.start; },
      std::array<std::string_view, 2>{"earliest", "latest"}));
  keys.push_back(
      Flag("kafka.allow_unsafe_topics",
           "Accept topics that can lose data. Use this only on a laptop or in "
           "a test.",
           [](auto& c) -> auto& { return c.kafka.allow_unsafe_topics; }));
  keys.push_back({std::string(kProperties),
                  "Properties of librdkafka, such as security.protocol or "
                  "sasl.username. Each\n"
                  "property applies to every client that supports it. Write "
                  "numbers without a\n"
                  "unit, such as session.timeout.ms: 45000. See "
                  "docs/security.md for logins.",
                  Shape::kMap, nullptr, PropertiesYaml});
}

void AddTopics(std::vector<Key>& keys) {
  keys.push_back(Text(
      "topics.raw", "Input: envelopes and bare documents (docs/input.md).",
      [](auto& c) -> auto& { return c.kafka.topics.raw; }, CheckTopicName));
  keys.push_back(Text(
      "topics.articles", "Output: articles (docs/output.md).",
      [](auto& c) -> auto& { return c.kafka.topics.articles; },
      CheckTopicName));
  keys.push_back(Text(
      "topics.duplicates", "Output: duplicates, without text.",
      [](auto& c) -> auto& { return c.kafka.topics.duplicates; },
      CheckTopicName));
  keys.push_back(Text(
      "topics.dead_letters",
      "Output: dead letters, the documents that cannot become articles.",
      [](auto& c) -> auto& { return c.kafka.topics.dead_letters; },
      CheckTopicName));
  keys.push_back(Text(
      "topics.fingerprints",
      "The fingerprint log, which decides which article is the original. Each "
      "group\n"
      "needs its own.",
      [](auto& c) -> auto& { return c.kafka.topics.fingerprints; },
      CheckTopicName));
}

void AddWorker(std::vector<Key>& keys) {
  keys.push_back(Integer(
      "worker.threads", "Number of extraction threads. 0: one for each core.",
      [](auto& c) -> auto& { return c.worker.threads; }, {0, 1024}));
  keys.push_back(
      Duration("worker.commit_interval",
               "Longest time from the first outcome in a transaction to its "
               "commit. Readers\n"
               "see records with this delay.",
               [](auto& c) -> auto& { return c.worker.commit_interval; },
               {milliseconds(1), seconds(60)}));
  keys.push_back(Integer(
      "worker.max_transaction_messages",
      "A transaction with this number of messages commits earlier.",
      [](auto& c) -> auto& { return c.worker.max_transaction_messages; },
      {1, 1'000'000}));
  keys.push_back(
      Size("worker.max_transaction_bytes",
           "A transaction with this number of bytes commits earlier.",
           [](auto& c) -> auto& { return c.worker.max_transaction_bytes; },
           {64 * kKiB, kGiB}));
  keys.push_back(
      Duration("worker.drain_timeout",
               "Time after SIGTERM to commit the messages in flight.",
               [](auto& c) -> auto& { return c.worker.drain_timeout; },
               {milliseconds(0), hours(1)}));
  keys.push_back(
      Size("worker.max_in_flight_bytes",
           "The byte budget: limit of the bytes of messages in flight.",
           [](auto& c) -> auto& { return c.worker.max_in_flight_bytes; },
           {kMiB, 1024 * kGiB}));
}

void AddDocuments(std::vector<Key>& keys) {
  constexpr int64_t kMany = 100'000'000;
  keys.push_back(
      Size("input.max_message_bytes",
           "A message with a larger value is a dead letter.",
           [](auto& c) -> auto& { return c.input.max_message_bytes; },
           {kKiB, kMaxMessage}));
  keys.push_back(
      Size("input.max_unpacked_bytes",
           "A body that is larger after unpacking is a dead letter.",
           [](auto& c) -> auto& { return c.input.max_unpacked_bytes; },
           {kKiB, 4 * kGiB}));
  keys.push_back(Integer(
      "input.max_items", "A feed with more items is a dead letter.",
      [](auto& c) -> auto& { return c.input.max_items; }, {1, 1'000'000}));
  keys.push_back(Integer(
      "input.max_names",
      "A feed is a dead letter if one item has more images, tags and authors.",
      [](auto& c) -> auto& { return c.input.max_names; }, {10, 1'000'000}));
  keys.push_back(Integer(
      "input.max_xml_depth", "XML with deeper nesting is a dead letter.",
      [](auto& c) -> auto& { return c.input.max_xml_depth; }, {8, 10'000}));
  keys.push_back(Integer(
      "input.max_json_depth", "JSON with deeper nesting is a dead letter.",
      [](auto& c) -> auto& { return c.input.max_json_depth; }, {8, 10'000}));
  keys.push_back(Integer(
      "input.max_json_values", "JSON with more values is a dead letter.",
      [](auto& c) -> auto& { return c.input.max_json_values; },
      {100, 100'000'000}));
  keys.push_back(
      Integer("extract.min_text_characters",
              "A body with fewer letters and digits is a dead letter.",
              [](auto& c) -> auto& { return c.extract.min_text_characters; },
              {0, 100'000}));
  keys.push_back(Integer("extract.max_nodes",
                         "A page with more nodes in its tree is a dead letter.",
                         [](auto& c) -> auto& { return c.extract.max_nodes; },
                         {1000, kMany}));
  keys.push_back(Integer(
      "extract.max_attributes", "A page with more attributes is a dead letter.",
      [](auto& c) -> auto& { return c.extract.max_attributes; },
      {1000, kMany}));
  keys.push_back(Integer(
      "extract.max_blocks", "A page with more blocks of text is a dead letter.",
      [](auto& c) -> auto& { return c.extract.max_blocks; }, {100, kMany}));
  keys.push_back(Integer(
      "extract.max_lines", "A plain text with more lines is a dead letter.",
      [](auto& c) -> auto& { return c.extract.max_lines; }, {100, kMany}));
}

void AddDedup(std::vector<Key>& keys) {
  keys.push_back(Flag("dedup.enabled",
                      "false: every article is published as an original.",
                      [](auto& c) -> auto& { return c.dedup.enabled; }));
  keys.push_back(Duration(
      "dedup.window",
      "How long the index keeps a published text, in log time. This key and\n"
      "max_entries are rules in the fingerprint log. `run --change-rules` "
      "changes\n"
      "them for the fleet.",
      [](auto& c) -> auto& { return c.dedup.window; },
      {seconds(1), hours(24 * 366)}));
  keys.push_back(Integer("dedup.max_entries",
                         "Limit of the texts in the index. More texts make the "
                         "window shorter. Each\n"
                         "text takes about 650 bytes of memory.",
                         [](auto& c) -> auto& { return c.dedup.max_entries; },
                         {1, 50'000'000}));
  keys.push_back(Choice(
      "dedup.duplicates",
      "What happens to duplicates. route: publish them to topics.duplicates.\n"
      "annotate: publish them to topics.articles, as whole articles. drop: "
      "only\n"
      "count them.",
      [](auto& c) -> auto& { return c.dedup.duplicates; },
      std::array<std::string_view, 3>{"route", "annotate", "drop"}));
  keys.push_back(Flag(
      "dedup.trim",
      "Delete the entries of the fingerprint log that no worker needs any "
      "more.\n"
      "This needs DELETE on the topic. false leaves trimming to the operator.",
      [](auto& c) -> auto& { return c.dedup.trim; }));
}

void AddEnds(std::vector<Key>& keys) {
  keys.push_back(Text(
      "output.format", "The record format. There is only one format.",
      [](auto& c) -> auto& { return c.output.format; }, CheckFormat));
  keys.push_back(
      Size("output.max_record_bytes",
           "A document with a larger record is a dead letter.",
           [](auto& c) -> auto& { return c.output.max_record_bytes; },
           {kKiB, kMaxMessage}));
  keys.push_back(Text(
      "http.listen",
      "Address for metrics and health. Port 0 means any free port.",
      [](auto& c) -> auto& { return c.http.listen; }, CheckListen));
  keys.push_back(Choice(
      "log.level",
      "debug, info, warn (nothing is lost) or error (an operator must act).",
      [](auto& c) -> auto& { return c.log.level; },
      std::array<std::string_view, 4>{"debug", "info", "warn", "error"}));
  keys.push_back(Choice(
      "log.format",
      "json (one object on each line) or text. The log goes to standard error.",
      [](auto& c) -> auto& { return c.log.format; },
      std::array<std::string_view, 2>{"json", "text"}));
}

}  // namespace

const std::vector<Key>& Keys() {
  static const std::vector<Key> kKeys = [] {
    std::vector<Key> table;
    AddKafka(table);
    AddTopics(table);
    AddWorker(table);
    AddDocuments(table);
    AddDedup(table);
    AddEnds(table);
    return table;
  }();
  return kKeys;
}

}  // namespace newsmill::config
