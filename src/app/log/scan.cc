#include "log/scan.h"

#include <algorithm>

#include "newsmill/base/check.h"
#include "newsmill/output/mark.h"

namespace newsmill::app {

using model::MarkPartEntry;
using pipeline::LogRecord;

namespace {

// After so many entries, the size of the log is remembered.
constexpr int64_t kSizeSpacing = 1024;
// Of the marks that are listed. A log that is not trimmed for years has fewer,
// so only garbage can have more.
constexpr size_t kMaxMarks = 100'000;
constexpr int64_t kMaxPendingBytes = 256 << 20;  // of all incomplete marks
// The fleet trims the log only if a late worker has this choice of places.
constexpr int kKeptPlaces = 3;

bool SameMark(const MarkPartEntry& a, const MarkPartEntry& b) {
  return a.count == b.count && a.digest == b.digest && a.hash == b.hash;
}

}  // namespace

void LogScan::Read(const LogRecord& record) {
  if (total_.entries % kSizeSpacing == 0) {
    bytes_before_.emplace_back(record.offset, total_.bytes);
  }
  for (Size* size : {&total_, &kinds_[record.entry.content.index()]}) {
    ++size->entries;
    size->bytes += record.bytes;
  }
  if (first_time_ms_ < 0) first_time_ms_ = record.time_ms;
  last_time_ms_ = std::max(last_time_ms_, record.time_ms);
  const auto& content = record.entry.content;
  if (const auto* genesis = std::get_if<model::GenesisEntry>(&content)) {
    if (!genesis_) genesis_ = *genesis;
  } else if (const auto* rules = std::get_if<model::RulesEntry>(&content)) {
    rules_ = *rules;
    rules_from_mark_ = false;
  } else if (const auto* claim = std::get_if<model::ClaimEntry>(&content)) {
    On(*claim);
  } else if (const auto* print =
                 std::get_if<model::FingerprintEntry>(&content)) {
    Commit(print->delivery.partition, print->assignment,
           print->committed_offset);
  } else if (const auto* commit = std::get_if<model::CommitEntry>(&content)) {
    Commit(commit->partition, commit->assignment, commit->next_offset);
  } else if (const auto* part = std::get_if<MarkPartEntry>(&content)) {
    On(*part, record);
  } else if (const auto* no = std::get_if<model::ObjectionEntry>(&content)) {
    On(*no, record);
  } else if (const auto* reset = std::get_if<model::ResetEntry>(&content)) {
    On(*reset, record);
  }
}

// ---------------------------------------------------------------- partitions

void LogScan::On(const model::ClaimEntry& claim) {
  if (claim.partition < 0 || claim.next_offset < 0) return;
  const auto [known, is_new] = partitions_.try_emplace(claim.partition);
  const bool rewinds = claim.next_offset < known->second.committed_offset;
  if (!is_new && rewinds && !claim.accept_rewind) return;
  known->second = {.partition = claim.partition,
                   .assignment = claim.assignment,
                   .committed_offset = claim.next_offset};
}

void LogScan::Commit(int32_t partition, model::AssignmentKey assignment,
                     int64_t committed) {
  const auto known = partitions_.find(partition);
  if (known == partitions_.end() || known->second.assignment != assignment) {
    return;
  }
  known->second.committed_offset =
      std::max(known->second.committed_offset, committed);
}

std::vector<model::MarkedPartition> LogScan::partitions() const {
  std::vector<model::MarkedPartition> list;
  list.reserve(partitions_.size());
  for (const auto& [number, partition] : partitions_) list.push_back(partition);
  return list;
}

// --------------------------------------------------------------------- marks

void LogScan::On(const MarkPartEntry& part, const LogRecord& record) {
  const Key key{part.place, part.nonce};
  SeenMark* mark = Find(key);
  if (!output::CanBelongToAMark(part, record.offset, options_.place_spacing) ||
      (mark == nullptr && marks_.size() == kMaxMarks)) {
    ++ignored_parts_;
    return;
  }
  if (mark == nullptr) {
    marks_.push_back({.place = part.place,
                      .nonce = part.nonce,
                      .digest = part.digest,
                      .count = part.count});
    mark = &marks_.back();
  }
  if (mark->state != SeenMark::State::kIncomplete) return;
  auto& parts = pending_[key];
  if (!parts.empty() && !SameMark(parts.begin()->second, part)) {
    ++ignored_parts_;
    return;
  }
  const auto [same, is_new] = parts.try_emplace(part.number, part);
  if (!is_new) {
    if (same->second != part) ++ignored_parts_;
    return;
  }
  ++mark->parts;
  mark->bytes += static_cast<int64_t>(part.bytes.size());
  mark->last_offset = record.offset;
  mark->time_ms = record.time_ms;
  if (parts.size() == part.count) {
    Finish(*mark);
  } else {
    LimitPending();
  }
  Sort();
}

/// Decodes the mark, of which all parts are known.
void LogScan::Finish(SeenMark& mark) {
  const Key key{mark.place, mark.nonce};
  const auto pending = pending_.extract(key);
  std::vector<MarkPartEntry> parts;
  for (const auto& [number, part] : pending.mapped()) parts.push_back(part);
  auto content = output::MarkFrom(parts);
  if (!content) {
    mark.state = SeenMark::State::kMalformed;
    return;
  }
  mark.state =
      IsObjected(mark) ? SeenMark::State::kObjected : SeenMark::State::kValid;
  mark.base = content->base;
  mark.texts = model::CountTexts(*content);
  // The log may have lost the entries that say the same.
  if (!genesis_) genesis_ = content->genesis;
  if (!rules_ || rules_from_mark_) {
    rules_ = content->rules;
    rules_from_mark_ = true;
  }
  for (const model::MarkedPartition& partition : content->partitions) {
    partitions_.try_emplace(partition.partition, partition);
  }
  if (options_.keep_marks) contents_.emplace(key, *std::move(content));
}

/// Frees the parts of the oldest incomplete marks. These marks stay incomplete.
void LogScan::LimitPending() {
  int64_t bytes = 0;
  for (const auto& [key, parts] : pending_) {
    for (const auto& [number, part] : parts) {
      bytes += static_cast<int64_t>(part.bytes.size());
    }
  }
  while (bytes > kMaxPendingBytes && pending_.size() > 1) {
    for (const auto& [number, part] : pending_.begin()->second) {
      bytes -= static_cast<int64_t>(part.bytes.size());
    }
    pending_.erase(pending_.begin());
  }
}

void LogScan::Sort() {
  std::ranges::sort(marks_, [](const SeenMark& a, const SeenMark& b) {
    if (a.place != b.place) return a.place < b.place;
    if (a.last_offset != b.last_offset) return a.last_offset > b.last_offset;
    return a.nonce < b.nonce;
  });
}

SeenMark* LogScan::Find(const Key& key) {
  const auto found = std::ranges::find_if(marks_, [&](const SeenMark& mark) {
    return Key{mark.place, mark.nonce} == key;
  });
  return found == marks_.end() ? nullptr : &*found;
}

/// An objection with the digest of the mark has no effect.
bool LogScan::IsObjected(const SeenMark& mark) const {
  return std::ranges::any_of(objections_, [&](const SeenObjection& one) {
    return one.entry.place == mark.place && one.entry.nonce == mark.nonce &&
           one.entry.digest != mark.digest;
  });
}

void LogScan::On(const model::ObjectionEntry& entry, const LogRecord& record) {
  objections_.push_back(
      {.offset = record.offset, .time_ms = record.time_ms, .entry = entry});
  SeenMark* mark = Find({entry.place, entry.nonce});
  if (mark != nullptr && mark->state == SeenMark::State::kValid &&
      IsObjected(*mark)) {
    mark->state = SeenMark::State::kObjected;
  }
}

void LogScan::On(const model::ResetEntry& entry, const LogRecord& record) {
  SeenReset reset{.offset = record.offset,
                  .time_ms = record.time_ms,
                  .first_offset = entry.first_offset,
                  .mark = {}};
  for (const SeenMark& mark : marks_) {
    if (mark.state == SeenMark::State::kValid) {
      reset.mark = Key{mark.place, mark.nonce};
    }
  }
  resets_.push_back(reset);
}

// ------------------------------------------------------------------- answers

std::vector<LogScan::Start> LogScan::Starts() const {
  std::vector<Start> starts;
  for (size_t i = 0; i < marks_.size(); ++i) {
    const SeenMark& mark = marks_[i];
    if (mark.state != SeenMark::State::kValid) continue;
    int64_t first_text = mark.base;
    // A reset has given up the texts that the log has lost.
    if (first_text < bounds_.first && !resets_.empty() &&
        resets_.back().mark == Key{mark.place, mark.nonce}) {
      first_text = std::max(first_text, resets_.back().first_offset);
    }
    if (first_text >= bounds_.first) starts.push_back({i, first_text});
  }
  return starts;
}

const model::Mark& LogScan::Content(const SeenMark& mark) const {
  const auto found = contents_.find({mark.place, mark.nonce});
  NEWSMILL_CHECK(found != contents_.end());
  return found->second;
}

int64_t LogScan::TrimBefore() const {
  int places = 0;
  int64_t last_place = -1;
  int64_t needed = bounds_.end;
  for (auto mark = marks_.rbegin(); mark != marks_.rend(); ++mark) {
    if (mark->state != SeenMark::State::kValid) continue;
    if (mark->place != last_place && ++places > kKeptPlaces) break;
    last_place = mark->place;
    needed = std::min(needed, mark->base);
  }
  return places < kKeptPlaces ? bounds_.first : std::max(needed, bounds_.first);
}

LogScan::Size LogScan::Below(int64_t offset) const {
  if (offset >= bounds_.end) return total_;
  if (offset <= bounds_.first || bytes_before_.empty()) return {};
  const auto after = std::ranges::upper_bound(
      bytes_before_, offset, {}, &std::pair<int64_t, int64_t>::first);
  const auto from = std::prev(after);
  const auto to = after == bytes_before_.end()
                      ? std::pair{bounds_.end, total_.bytes}
                      : *after;
  const auto share = static_cast<double>(offset - from->first) /
                     static_cast<double>(to.first - from->first);
  return {.entries = offset - bounds_.first,
          .bytes = from->second +
                   static_cast<int64_t>(
                       share * static_cast<double>(to.second - from->second))};
}

}  // namespace newsmill::app
