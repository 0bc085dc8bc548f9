#include "newsmill/kafka/range.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <utility>

#include "committed.h"
#include "denial.h"
#include "fmt/format.h"
#include "metadata.h"
#include "watermarks.h"

namespace newsmill::kafka {
namespace {

constexpr std::chrono::milliseconds kTimeout{10'000};

using Offsets = std::map<int32_t, int64_t>;

std::expected<std::vector<int32_t>, Error> PartitionsOf(
    rd_kafka_t* client, const Options& options) {
  const std::string& name = options.topics.raw;
  auto partitions = FetchPartitions(client, name, kTimeout);
  if (partitions) return *std::move(partitions);
  const rd_kafka_resp_err_t code = partitions.error();
  if (code == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART) {
    return Misconfigured(fmt::format("{} does not exist (topics.raw)", name));
  }
  if (code == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED) {
    return Misconfigured(DescribeInputFailure(options, code));
  }
  return std::unexpected(
      Error{fmt::format("no broker of {} answers about {} within 10 s ({})",
                        options.brokers, name, Describe(code))});
}

/// Converts positions, such as times, to offsets of the requested partitions.
class Resolver {
 public:
  Resolver(rd_kafka_t* client, const std::string& topic,
           std::span<const int32_t> partitions,
           const std::map<int32_t, Watermarks>& watermarks)
      : client_(client),
        topic_(topic),
        partitions_(partitions),
        watermarks_(watermarks) {}

  std::expected<Offsets, Error> operator()(const Earliest& /*position*/) {
    return Each([](const Watermarks& there) { return there.low; });
  }
  std::expected<Offsets, Error> operator()(const Latest& /*position*/) {
    return Each([](const Watermarks& there) { return there.high; });
  }
  std::expected<Offsets, Error> operator()(const AtOffset& position) {
    return Each([&](const Watermarks&) { return position.offset; });
  }
  std::expected<Offsets, Error> operator()(const AtOffsets& position) {
    return position.offsets;
  }
  std::expected<Offsets, Error> operator()(const AtTime& position) {
    auto found =
        FetchOffsetsAt(client_, topic_, partitions_, position.milliseconds);
    if (!found) {
      return std::unexpected(Error{fmt::format(
          "cannot look up times in {}: {}", topic_, Describe(found.error()))});
    }
    for (auto& [partition, offset] : *found) {
      if (offset < 0) offset = watermarks_.at(partition).high;
    }
    return *std::move(found);
  }

 private:
  template <typename OffsetIn>
  Offsets Each(OffsetIn offset_in) {
    Offsets offsets;
    for (const int32_t partition : partitions_) {
      offsets[partition] = offset_in(watermarks_.at(partition));
    }
    return offsets;
  }

  rd_kafka_t* client_;
  const std::string& topic_;
  std::span<const int32_t> partitions_;
  const std::map<int32_t, Watermarks>& watermarks_;
};

/// Returns the partitions that `position` names. Returns nothing if `position`
/// names no partition and therefore applies to all partitions.
std::optional<std::set<int32_t>> NamedBy(const Position& position) {
  const auto* named = std::get_if<AtOffsets>(&position);
  if (named == nullptr) return std::nullopt;
  std::set<int32_t> partitions;
  for (const auto& [partition, offset] : named->offsets) {
    partitions.insert(partition);
  }
  return partitions;
}

/// Returns the partitions in `all` to which both `from` and `to` apply. It is
/// an error if `from` and `to` name different partitions.
std::expected<std::vector<int32_t>, Error> Chosen(const std::string& topic,
                                                  std::vector<int32_t> all,
                                                  const Position& from,
                                                  const Position& to) {
  const auto in_from = NamedBy(from);
  const auto in_to = NamedBy(to);
  if (in_from && in_to && *in_from != *in_to) {
    return Misconfigured(
        "--from and --to name different partitions: name the same partitions "
        "in both");
  }
  const auto& named = in_from ? in_from : in_to;
  if (!named) return all;
  for (const int32_t partition : *named) {
    if (std::ranges::binary_search(all, partition)) continue;
    return Misconfigured(
        fmt::format("{} has no partition {}: it has the partitions 0 to {}",
                    topic, partition, all.size() - 1));
  }
  return std::vector<int32_t>(named->begin(), named->end());
}

int64_t Within(const Watermarks& there, int64_t offset, std::string_view end,
               int32_t partition, std::vector<std::string>& notes) {
  const int64_t within = std::clamp(offset, there.low, there.high);
  if (within != offset) {
    notes.push_back(fmt::format(
        "partition {} has the offsets {} to {}: {} {} is changed to {}",
        partition, there.low, there.high, end, offset, within));
  }
  return within;
}

}  // namespace

std::expected<Range, Error> ResolveRange(const Options& options,
                                         const Position& from,
                                         const Position& to) {
  const std::string& topic = options.topics.raw;
  const auto client = MakeOffsetsClient(options);
  if (!client) return std::unexpected(client.error());
  auto all = PartitionsOf(client->get(), options);
  if (!all) return std::unexpected(all.error());
  const auto partitions = Chosen(topic, *std::move(all), from, to);
  if (!partitions) return std::unexpected(partitions.error());
  const auto watermarks = FetchWatermarks(client->get(), topic, *partitions);
  if (!watermarks) {
    return std::unexpected(
        Error{fmt::format("cannot read the ends of {}: {}", topic,
                          Describe(watermarks.error()))});
  }
  Resolver resolver(client->get(), topic, *partitions, *watermarks);
  const auto firsts = std::visit(resolver, from);
  if (!firsts) return std::unexpected(firsts.error());
  const auto ends = std::visit(resolver, to);
  if (!ends) return std::unexpected(ends.error());

  Range range;
  for (const int32_t partition : *partitions) {
    const Watermarks& there = watermarks->at(partition);
    const int64_t first =
        Within(there, firsts->at(partition), "--from", partition, range.notes);
    const int64_t end =
        Within(there, ends->at(partition), "--to", partition, range.notes);
    if (first > end) {
      return Misconfigured(
          fmt::format("partition {} would begin at offset {} and end at {}: "
                      "--from must be before --to",
                      partition, first, end));
    }
    range.partitions.push_back({partition, first, end});
  }
  return range;
}

}  // namespace newsmill::kafka
