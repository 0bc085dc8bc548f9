#include "properties.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "newsmill/kafka/kafka.h"

namespace newsmill::kafka {
namespace {

// Version 2.6.1 of librdkafka. With earlier versions, a login by SCRAM fails
// with "invalid credentials" on Kafka 4.
constexpr int kFirstWithScram = 0x02060100;

/// Returns the properties that a user must not set, because newsmill's
/// guarantees depend on them. Each property is mapped to an explanation for the
/// error message.
const std::map<std::string, std::string>& ReservedProperties() {
  static const std::map<std::string, std::string> kReserved = {
      {"transactional.id",
       "newsmill derives it from kafka.group and kafka.instance_id"},
      {"enable.idempotence", "exactly-once needs the value true"},
      {"enable.auto.commit", "offsets are committed with the output"},
      {"auto.commit.enable", "offsets are committed with the output"},
      {"auto.commit.interval.ms", "see worker.commit_interval"},
      {"enable.auto.offset.store", "offsets are committed with the output"},
      {"offset.store.method", "offsets are committed with the output"},
      {"isolation.level", "exactly-once needs the value read_committed"},
      {"acks", "exactly-once needs all"},
      {"request.required.acks", "exactly-once needs all"},
      {"retries", "idempotence decides it"},
      {"message.send.max.retries", "idempotence decides it"},
      {"max.in.flight", "idempotence decides it"},
      {"max.in.flight.requests.per.connection", "idempotence decides it"},
      {"queuing.strategy", "idempotence decides it"},
      {"enable.gapless.guarantee",
       "the worker aborts a transaction with a gap"},
      {"delivery.report.only.error", "the worker needs reports of all records"},
      {"enable.partition.eof", "the worker needs these events"},
      {"auto.offset.reset", "set kafka.start"},
      {"group.id", "set kafka.group"},
      {"group.instance.id", "set kafka.instance_id"},
      {"bootstrap.servers", "set kafka.brokers"},
      {"metadata.broker.list", "set kafka.brokers"},
      {"plugin.library.paths", "newsmill does not load plugins"},
      {"enabled_events", "the worker sets it"},
  };
  return kReserved;
}

struct Property {
  std::string scope;  // "C" (consumer), "P" (producer) or "*" (both)
  std::string type;   // "integer", "float", "boolean" …
  std::string range;  // "1 .. 3600000"; only for a number
};

/// Parses a line of the table of properties that librdkafka prints:
///   session.timeout.ms | C | 1 .. 3600000 | 45000 | high | … <br>*Type:
///   integer*
std::optional<std::pair<std::string, Property>> ParseProperty(
    const std::string& line) {
  constexpr std::string_view kType = "*Type: ";
  std::vector<std::string> cells;
  std::istringstream text(line);
  for (std::string cell; cells.size() < 3 && std::getline(text, cell, '|');) {
    const size_t first = cell.find_first_not_of(' ');
    const size_t last = cell.find_last_not_of(' ');
    cells.push_back(
        first == std::string::npos ? "" : cell.substr(first, last - first + 1));
  }
  if (cells.size() < 3) return std::nullopt;
  if (cells[1] != "C" && cells[1] != "P" && cells[1] != "*") {
    return std::nullopt;
  }
  Property property{.scope = cells[1], .type = "", .range = cells[2]};
  if (const size_t at = line.rfind(kType); at != std::string::npos) {
    const size_t begin = at + kType.size();
    property.type = line.substr(begin, line.find('*', begin) - begin);
  }
  return std::pair(cells[0], std::move(property));
}

/// Returns librdkafka's descriptions of its properties, by name.
const std::map<std::string, Property>& KnownProperties() {
  static const std::map<std::string, Property> kKnown = [] {
    std::map<std::string, Property> properties;
    char* text = nullptr;
    size_t size = 0;
    FILE* stream = open_memstream(&text, &size);
    if (stream == nullptr) return properties;
    rd_kafka_conf_properties_show(stream);
    std::fclose(stream);
    std::istringstream lines(std::string(text, size));
    std::free(text);  // NOLINT: open_memstream's buffer is malloc's
    for (std::string line; std::getline(lines, line);) {
      if (auto property = ParseProperty(line)) {
        properties.insert(*std::move(property));
      }
    }
    return properties;
  }();
  return kKnown;
}

bool MayBeSecret(const std::string& property) {
  return property.find("password") != std::string::npos ||
         property.find("secret") != std::string::npos ||
         property.find("pem") != std::string::npos ||
         property.find("sasl") != std::string::npos;
}

/// Returns whether the text is "0" or digits without a leading zero. A minus
/// sign may precede the digits.
bool IsPlainInteger(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && (text == "0" || text[0] != '0') &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool IsPlainFloat(std::string_view text) {
  const size_t dot = text.find('.');
  if (dot == std::string_view::npos) return IsPlainInteger(text);
  const std::string_view fraction = text.substr(dot + 1);
  return IsPlainInteger(text.substr(0, dot)) && !fraction.empty() &&
         std::ranges::all_of(fraction,
                             [](char c) { return c >= '0' && c <= '9'; });
}

bool FitsInt32(std::string_view text) {
  int32_t value = 0;
  return std::from_chars(text.data(), text.data() + text.size(), value).ec ==
         std::errc();
}

/// Returns the unit in the name of a property: "milliseconds", "bytes" …
std::string_view UnitOf(const std::string& property) {
  constexpr std::pair<std::string_view, std::string_view> kUnits[] = {
      {".ms", "milliseconds"},
      {".kbytes", "KiB"},
      {".bytes", "bytes"},
      {".seconds", "seconds"}};
  for (const auto& [suffix, unit] : kUnits) {
    if (property.ends_with(suffix)) return unit;
  }
  return "the number";
}

/// Returns the error in the value of a numeric property, if there is one.
/// librdkafka accepts wrong numbers: it reads 45s as 45, 010 as 8 (octal), and
/// 4294967301 as 5 (32 bits).
std::optional<std::string> WrongNumber(const std::string& name,
                                       const std::string& value) {
  const auto found = KnownProperties().find(name);
  if (found == KnownProperties().end()) return std::nullopt;
  const Property& property = found->second;
  const bool integer = property.type == "integer";
  if (!integer && property.type != "float") return std::nullopt;
  const bool fine =
      integer ? IsPlainInteger(value) && FitsInt32(value) : IsPlainFloat(value);
  if (fine) return std::nullopt;
  return fmt::format("\"{}\" is not {}: give {} as digits, {}, without a unit",
                     value,
                     IsPlainInteger(value) ? "in the range" : "a plain number",
                     UnitOf(name), property.range);
}

}  // namespace

bool IsKnownTo(ClientKind kind, const std::string& property) {
  const auto found = KnownProperties().find(property);
  if (found == KnownProperties().end()) return true;
  return found->second.scope == "*" ||
         found->second.scope == (kind == ClientKind::kConsumer ? "C" : "P");
}

std::expected<void, Error> SetProperty(rd_kafka_conf_t* conf,
                                       std::string_view name,
                                       const std::string& value) {
  char reason[512];
  const std::string property(name);
  if (rd_kafka_conf_set(conf, property.c_str(), value.c_str(), reason,
                        sizeof(reason)) == RD_KAFKA_CONF_OK) {
    return {};
  }
  // librdkafka's error message contains the value, which may be a secret.
  const bool may_quote = !MayBeSecret(property);
  return std::unexpected(
      Error{may_quote ? std::string(reason) : "librdkafka refuses the value"});
}

std::vector<PropertyError> CheckProperties(const Options& options) {
  std::vector<PropertyError> errors;
  const ConfHandle scratch(rd_kafka_conf_new());
  for (const auto& [name, value] : options.properties) {
    const auto reserved = ReservedProperties().find(name);
    if (reserved != ReservedProperties().end()) {
      errors.push_back({name, "cannot be set: " + reserved->second});
    } else if (name == "partition.assignment.strategy" &&
               value.find("cooperative") != std::string::npos) {
      errors.push_back({name,
                        "cannot be cooperative: the worker starts and "
                        "ends each assignment as a whole; use range or "
                        "roundrobin"});
    } else if (name == "group.protocol" && value != "classic") {
      errors.push_back({name, "only classic is supported"});
    } else if (auto wrong = WrongNumber(name, value)) {
      errors.push_back({name, *std::move(wrong)});
    } else if (const auto set = SetProperty(scratch.get(), name, value); !set) {
      errors.push_back({name, set.error().message});
    }
  }
  if (!errors.empty()) return errors;
  // Two properties may contradict each other. One or both of them may be from
  // the user. librdkafka finds a contradiction only when it creates a client.
  // So this function creates clients, which do not connect to a broker.
  const auto try_client = [&](ClientKind kind, auto conf) {
    if (conf) {
      const auto client = MakeClient(kind, *std::move(conf));
      if (!client) errors.push_back({"", client.error().message});
    } else {
      errors.push_back({"", conf.error().message});
    }
  };
  try_client(ClientKind::kConsumer, MakeConsumerConf(options, nullptr));
  try_client(ClientKind::kProducer,
             MakeProducerConf(options, "newsmill-check", nullptr));
  return errors;
}

bool UsesScram(const Options& options) {
  for (const char* name : {"sasl.mechanisms", "sasl.mechanism"}) {
    const auto found = options.properties.find(name);
    if (found != options.properties.end() &&
        found->second.find("SCRAM") != std::string::npos) {
      return true;
    }
  }
  return false;
}

bool LibraryHasScram() { return rd_kafka_version() >= kFirstWithScram; }

std::vector<std::string> PropertyWarnings(const Options& options) {
  if (!UsesScram(options) || LibraryHasScram()) return {};
  return {
      fmt::format("kafka.properties.sasl.mechanisms: librdkafka {} cannot log "
                  "in to Kafka 4 by SCRAM; use librdkafka {} or newer, or "
                  "PLAIN over TLS (see Logins in docs/security.md)",
                  LibraryVersion(), kFirstScramVersion)};
}

}  // namespace newsmill::kafka
