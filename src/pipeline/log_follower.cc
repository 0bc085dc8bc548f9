#include "log_follower.h"

#include <string>
#include <utility>
#include <variant>

#include "fmt/format.h"
#include "fmt/ranges.h"

namespace newsmill::pipeline {
namespace {

using model::GenesisEntry;
using model::RulesEntry;

std::unexpected<LogError> Misconfigured(std::string what) {
  return std::unexpected(
      LogError{.what = std::move(what), .misconfigured = true});
}

std::unexpected<LogError> Stop(std::string what) {
  return std::unexpected(LogError{.what = std::move(what)});
}

std::string Describe(const GenesisEntry& genesis) {
  return fmt::format("group {} with outputs {}", genesis.group,
                     fmt::join(genesis.outputs, ", "));
}

std::string Describe(const RulesEntry& rules) {
  return fmt::format("dedup.window {}s and dedup.max_entries {} (version {})",
                     rules.window_ms / 1000, rules.max_entries, rules.version);
}

/// Returns the minimum for the end offset of the fingerprint log: the offset up
/// to which the group has read the log. Returns 0 if there is no minimum.
int64_t LeastEnd(const LogTerms& terms) {
  const auto& logs = terms.history.log_read;
  // If the group has read several logs, this log may be any of them, so there
  // is no minimum.
  const bool accepted = terms.accept_new_log || terms.accept_short_log;
  return accepted || logs.size() != 1 ? 0 : logs.begin()->second;
}

}  // namespace

LogFollower::LogFollower(FingerprintLog& log, LogTerms terms)
    : log_(log), terms_(std::move(terms)) {}

LogFollower::~LogFollower() { log_.Close(); }

std::expected<void, LogError> LogFollower::Open(
    std::function<void()> readable) {
  const auto end = log_.Open(std::move(readable), LeastEnd(terms_));
  if (!end) {
    return std::unexpected(
        LogError{.what = end.error().message,
                 .misconfigured = end.error().misconfigured});
  }
  end_at_open_ = *end;
  if (end_at_open_ == 0) return Found();
  return {};
}

std::expected<void, LogError> LogFollower::Append(
    decltype(model::LogEntry::content) content) {
  return log_.Append({.anchor = last_, .content = std::move(content)});
}

std::expected<std::optional<LogFollower::Taken>, LogError>
LogFollower::TakeNext() {
  auto record = log_.Poll();
  if (!record) {
    // The writer has lost entries. The lost entries may include the first
    // entries of the log, so Found writes the first entries again.
    if (record.error().appends_lost && state_ == State::kFounding) {
      if (auto founded = Found(); !founded) {
        return std::unexpected(founded.error());
      }
    }
    return std::unexpected(record.error());
  }
  if (!*record) return std::nullopt;
  Taken taken{.record = **std::move(record), .applied = {}};
  if (WriterReadAnotherLog(taken.record.entry)) {
    return Stop(fmt::format(
        "the fingerprint log at offset {} differs from the log that was read: "
        "the topic was recreated or lost entries. Restart the worker. Its "
        "error message then says which of the two happened and what to do",
        taken.record.entry.anchor.offset));
  }
  taken.applied = index_.Apply(taken.record.entry, taken.record.offset,
                               taken.record.time_ms);
  next_offset_ = taken.record.offset + 1;
  last_ = {taken.record.offset, taken.record.hash};
  recent_[static_cast<size_t>(last_.offset) % recent_.size()] = last_;
  if (taken.applied.effect == dedup::Effect::kUnknownRules) {
    return Stop(
        "the rules in the fingerprint log have a newer version; upgrade this "
        "worker");
  }
  if (auto followed = FollowState(taken.record.entry); !followed) {
    return std::unexpected(followed.error());
  }
  return taken;
}

std::expected<void, LogError> LogFollower::FollowState(
    const model::LogEntry& entry) {
  switch (state_) {
    case State::kCatchingUp:
      if (next_offset_ >= end_at_open_) return Found();
      break;
    case State::kFounding: {
      const auto* genesis = std::get_if<GenesisEntry>(&entry.content);
      const auto* rules = std::get_if<RulesEntry>(&entry.content);
      const bool ours = (genesis != nullptr && *genesis == terms_.genesis) ||
                        (rules != nullptr && *rules == terms_.rules);
      if (ours && --unread_terms_ == 0) return Found();
      break;
    }
    case State::kReady:
      break;
  }
  return {};
}

std::expected<void, LogError> LogFollower::CheckHistory() const {
  const GroupHistory& history = terms_.history;
  if (!index_.genesis()) {
    if (!history.has_commits || terms_.accept_new_log) return {};
    return Misconfigured(fmt::format(
        "the fingerprint log is empty, but group {} has committed offsets: the "
        "topic was deleted, emptied or recreated. Without its entries, copies "
        "of published articles would be published as originals. Restore the "
        "topic. Or start one worker with --new-log, which starts without "
        "knowledge of earlier texts. Also use --new-log if somebody set the "
        "group's offsets before the first start of the fleet",
        terms_.genesis.group));
  }
  if (history.log_read.empty() || terms_.accept_new_log) return {};
  const model::Hash128& id = index_.genesis()->log_id;
  const auto known = history.log_read.find(id);
  if (known == history.log_read.end()) {
    return Misconfigured(fmt::format(
        "the fingerprint log has the id {}, but the offsets of group {} were "
        "committed with log {}: the topic was recreated. Restore the topic, or "
        "start one worker with --new-log to continue with this log",
        model::ToHex(id), terms_.genesis.group,
        model::ToHex(history.log_read.begin()->first)));
  }
  if (known->second > next_offset_ && !terms_.accept_short_log) {
    return Misconfigured(fmt::format(
        "the fingerprint log ends at offset {}, but group {} had read it up to "
        "offset {}: it was truncated. Restore the topic, or start one worker "
        "with --accept-short-log to continue without the missing entries",
        next_offset_, terms_.genesis.group, known->second));
  }
  return {};
}

std::expected<void, LogError> LogFollower::Found() {
  if (state_ == State::kCatchingUp) {
    if (auto fits = CheckHistory(); !fits) return fits;
  }
  state_ = State::kFounding;
  unread_terms_ = 0;
  if (!index_.genesis()) {
    if (auto appended = Append(terms_.genesis); !appended) return appended;
    ++unread_terms_;
  }
  const bool change = terms_.change_rules && index_.rules() != terms_.rules;
  if (!index_.rules() || change) {
    if (auto appended = Append(terms_.rules); !appended) return appended;
    ++unread_terms_;
  }
  if (unread_terms_ > 0) return {};
  if (auto fine = CheckTerms(); !fine) return fine;
  state_ = State::kReady;
  return {};
}

std::expected<void, LogError> LogFollower::CheckTerms() const {
  const GenesisEntry& found = *index_.genesis();
  if (found.group != terms_.genesis.group ||
      found.outputs != terms_.genesis.outputs) {
    return Misconfigured(fmt::format(
        "the fingerprint log belongs to {}, but this worker belongs to {}; "
        "give each group its own log (topics.fingerprints)",
        Describe(found), Describe(terms_.genesis)));
  }
  if (index_.rules() != terms_.rules) {
    return Misconfigured(fmt::format(
        "the fingerprint log has the rules {}, but the configuration has {}; "
        "use the same values, or start one worker with --change-rules to "
        "change them for the whole fleet",
        Describe(*index_.rules()), Describe(terms_.rules)));
  }
  return {};
}

bool LogFollower::WriterReadAnotherLog(const model::LogEntry& entry) const {
  const model::Anchor& anchor = entry.anchor;
  // Without a known anchor, the entry does not show which log its writer has
  // read.
  if (anchor.offset < 0 ||
      std::holds_alternative<model::UnknownEntry>(entry.content)) {
    return false;
  }
  const model::Anchor& known =
      recent_[static_cast<size_t>(anchor.offset) % recent_.size()];
  return known.offset == anchor.offset && known.hash != anchor.hash;
}

}  // namespace newsmill::pipeline
