#include "replay/report.h"

#include <algorithm>
#include <variant>

#include "fmt/format.h"
#include "newsmill/json/writer.h"
#include "summary.h"

namespace newsmill::app {
namespace {

/// The numbers of offsets in one row of the report. A row describes one
/// partition, or all partitions together.
struct Row {
  int64_t before = 0;
  int64_t here = 0;      // committed by this worker
  int64_t messages = 0;  // offsets in `here` that have a message
  int64_t expired = 0;
  int64_t beside = 0;  // committed by other workers since this worker started
  int64_t left = 0;

  int64_t without_message() const { return here - messages; }
  int64_t all() const { return before + here + beside + expired + left; }
  void Add(const Row& row) {
    before += row.before;
    here += row.here;
    messages += row.messages;
    expired += row.expired;
    beside += row.beside;
    left += row.left;
  }
};

int64_t DoneIn(const model::PartitionRange& range,
               const PartitionOffsets& committed) {
  return DoneOf({range}, committed).offsets;
}

int64_t Of(const PartitionOffsets& offsets, int32_t partition) {
  const auto found = offsets.find(partition);
  return found == offsets.end() ? 0 : found->second;
}

Row RowOf(const ReplayReport& report, const model::PartitionRange& range) {
  Row row;
  if (const auto found = report.counts.partitions.find(range.partition);
      found != report.counts.partitions.end()) {
    row.here = found->second.offsets;
    row.messages = found->second.messages;
  }
  row.expired = report.ExpiredIn(range.partition);
  const int64_t done = DoneIn(range, report.committed);
  row.before =
      DoneIn(range, report.before) - Of(report.expired_before, range.partition);
  row.beside = done - row.before - row.here - row.expired;
  row.left = range.end_offset - range.first_offset - done;
  return row;
}

Row TotalOf(const ReplayReport& report) {
  Row total;
  for (const model::PartitionRange& range : report.range.partitions) {
    total.Add(RowOf(report, range));
  }
  return total;
}

std::string Verdict(const ReplayReport& report) {
  if (report.complete()) {
    return fmt::format(
        "verified: group {} has committed the end of every partition",
        report.group);
  }
  if (const int64_t expired = report.AllExpired(); expired > 0) {
    return fmt::format(
        "not complete: {} offsets expired before they were read, in this run "
        "or "
        "an earlier one; raise the retention of {}",
        expired, report.range.topic);
  }
  return "not complete: run the same command again to continue";
}

void WriteRow(json::Writer& writer, const Row& row) {
  writer.Key("offsets_before").Int(row.before);
  writer.Key("offsets_this_worker").Int(row.here);
  writer.Key("offsets_other_workers").Int(row.beside);
  writer.Key("offsets_expired").Int(row.expired);
  writer.Key("offsets_left").Int(row.left);
  writer.Key("messages").Int(row.messages);
  writer.Key("offsets_without_message").Int(row.without_message());
}

/// Writes a JSON object that contains the counts that are not 0. `counts` has
/// one count for each enumerator of Enum. Omits the enumerators for which
/// `is_member` returns false. Returns the sum of the written counts.
template <typename Enum, typename IsMember>
int64_t WriteCounts(json::Writer& writer, std::string_view key,
                    std::span<const int64_t> counts, IsMember is_member) {
  int64_t sum = 0;
  writer.Key(key).BeginObject();
  for (size_t i = 0; i < counts.size(); ++i) {
    const auto kind = static_cast<Enum>(i);
    if (counts[i] == 0 || !is_member(kind)) continue;
    sum += counts[i];
    writer.Key(model::Name(kind)).Int(counts[i]);
  }
  writer.EndObject();
  return sum;
}

}  // namespace

int64_t ReplayReport::ExpiredIn(int32_t partition) const {
  // `expired` comes from the offset metadata of the group. The worker commits
  // the expired offsets that it has found only when its next assignment starts.
  // Until then, `expired` does not contain these offsets, so this function adds
  // them.
  int64_t known = Of(expired_before, partition);
  if (const auto found = counts.partitions.find(partition);
      found != counts.partitions.end()) {
    known += found->second.expired;
  }
  return std::max(known, Of(expired, partition));
}

int64_t ReplayReport::AllExpired() const {
  int64_t sum = 0;
  for (const model::PartitionRange& one : range.partitions) {
    sum += ExpiredIn(one.partition);
  }
  return sum;
}

PartitionOffsets ReplayCounts::DoneSince(PartitionOffsets committed) const {
  for (const auto& [number, partition] : partitions) {
    int64_t& next = committed[number];
    next = std::max(next, partition.next_offset);
  }
  return committed;
}

void ReplayObserver::On(const pipeline::Event& event) {
  LogObserver::On(event);
  if (const auto* done = std::get_if<pipeline::TransactionCommitted>(&event)) {
    Count(done->commit);
  } else if (const auto* expired =
                 std::get_if<pipeline::OffsetsExpired>(&event)) {
    Count(expired->range);
  } else if (const auto* abandoned =
                 std::get_if<pipeline::ItemsAbandoned>(&event)) {
    const MutexLock lock(mutex_);
    counts_.abandoned_items += abandoned->items;
  }
}

void ReplayObserver::Count(const pipeline::Commit& commit) {
  const MutexLock lock(mutex_);
  counts_.items.Add(commit.counts);
  for (const pipeline::Advanced& one : commit.advances) {
    ReplayCounts::Partition& partition = counts_.partitions[one.partition];
    partition.offsets += one.next_offset - one.first_offset;
    partition.messages += one.messages;
    partition.next_offset = std::max(partition.next_offset, one.next_offset);
  }
}

void ReplayObserver::Count(const model::PartitionRange& expired) {
  const MutexLock lock(mutex_);
  ReplayCounts::Partition& partition = counts_.partitions[expired.partition];
  const int64_t first = std::max(expired.first_offset, partition.next_offset);
  // All offsets of this range have been counted before.
  if (first >= expired.end_offset) return;
  partition.expired += expired.end_offset - first;
  partition.next_offset = expired.end_offset;
}

ReplayCounts ReplayObserver::counts() {
  const MutexLock lock(mutex_);
  return counts_;
}

std::string TextOf(const ReplayReport& report) {
  const Row total = TotalOf(report);
  std::string text = fmt::format(
      "replay {} of {} from {} to {}: {}\n"
      "  offsets      {:>9}  done before {}, by this worker {}, by other "
      "workers {}, expired {}, left {}\n"
      "  messages     {:>9}  in {:.1f} s; {} offsets without a message\n"
      "{}",
      report.name, report.range.topic, report.range.from, report.range.to,
      Verdict(report), total.all(), total.before, total.here, total.beside,
      total.expired, total.left, total.messages, report.seconds,
      total.without_message(), TableOf(report.counts.items));
  text += fmt::format("  {:<12} {:>9}  dropped before they were committed\n",
                      "read again", report.counts.abandoned_items);
  text +=
      "  partition       from         to     before  this worker   messages"
      "  no message     others    expired       left\n";
  for (const model::PartitionRange& range : report.range.partitions) {
    const Row row = RowOf(report, range);
    text += fmt::format(
        "  {:>9} {:>10} {:>10} {:>10} {:>12} {:>10} {:>11} "
        "{:>10} {:>10} {:>10}\n",
        range.partition, range.first_offset, range.end_offset, row.before,
        row.here, row.messages, row.without_message(), row.beside, row.expired,
        row.left);
  }
  return text;
}

std::string JsonOf(const ReplayReport& report) {
  std::string text;
  json::Writer writer(text);
  writer.BeginObject();
  writer.Key("replay").String(report.name);
  writer.Key("complete").Bool(report.complete());
  writer.Key("group").String(report.group);
  writer.Key("topic").String(report.range.topic);
  writer.Key("from").String(report.range.from);
  writer.Key("to").String(report.range.to);
  writer.Key("seconds").Thousandths(static_cast<int64_t>(1e3 * report.seconds));
  WriteRow(writer, TotalOf(report));
  const pipeline::ItemCounts& counts = report.counts.items;
  int64_t items = WriteCounts<model::Relation>(
      writer, "articles", counts.relation,
      [](model::Relation relation) { return !model::IsDuplicate(relation); });
  items += WriteCounts<model::Relation>(writer, "duplicates", counts.relation,
                                        model::IsDuplicate);
  items += WriteCounts<model::Reason>(writer, "dead_letters", counts.reason,
                                      [](model::Reason) { return true; });
  writer.Key("items").Int(items);
  writer.Key("abandoned_items").Int(report.counts.abandoned_items);
  writer.Key("partitions").BeginArray();
  for (const model::PartitionRange& range : report.range.partitions) {
    writer.BeginObject();
    writer.Key("partition").Int(range.partition);
    writer.Key("first_offset").Int(range.first_offset);
    writer.Key("end_offset").Int(range.end_offset);
    WriteRow(writer, RowOf(report, range));
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
  return text + "\n";
}

}  // namespace newsmill::app
