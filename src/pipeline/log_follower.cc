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

}  // namespace

LogFollower::LogFollower(FingerprintLog& log, LogTerms terms)
    : log_(log), terms_(std::move(terms)) {}

LogFollower::~LogFollower() { log_.Close(); }

std::expected<void, LogError> LogFollower::Open(
    std::function<void()> readable) {
  const auto end = log_.Open(std::move(readable));
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
    // What was to found the log may be among what was lost.
    if (record.error().appends_lost && state_ == State::kFounding) {
      if (auto founded = Found(); !founded) {
        return std::unexpected(founded.error());
      }
    }
    return std::unexpected(record.error());
  }
  if (!*record) return std::nullopt;
  Taken taken{.record = **std::move(record), .applied = {}};
  if (IsOfAnotherLog(taken.record.entry)) {
    return Stop(fmt::format(
        "the fingerprint log at offset {} is not the one that was read: the "
        "topic was recreated or lost entries; restart the worker",
        taken.record.entry.anchor.offset));
  }
  taken.applied = index_.Apply(taken.record.entry, taken.record.offset,
                               taken.record.time_ms);
  next_offset_ = taken.record.offset + 1;
  last_ = {taken.record.offset, taken.record.hash};
  recent_[static_cast<size_t>(last_.offset) % recent_.size()] = last_;
  if (taken.applied.effect == dedup::Effect::kUnknownRules) {
    return Stop(
        "the fleet decides by rules of a newer version; update this worker");
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

std::expected<void, LogError> LogFollower::Found() {
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
        "the fingerprint log belongs to {}, this worker to {}; give each group "
        "a log of its own (topics.fingerprints)",
        Describe(found), Describe(terms_.genesis)));
  }
  if (index_.rules() != terms_.rules) {
    return Misconfigured(fmt::format(
        "the fleet decides by {}, the configuration says {}; set it the same, "
        "or change it for the whole fleet by starting one worker with "
        "--change-rules",
        Describe(*index_.rules()), Describe(terms_.rules)));
  }
  return {};
}

bool LogFollower::IsOfAnotherLog(const model::LogEntry& entry) const {
  const model::Anchor& anchor = entry.anchor;
  // What nobody can read says nothing.
  if (anchor.offset < 0 ||
      std::holds_alternative<model::UnknownEntry>(entry.content)) {
    return false;
  }
  const model::Anchor& known =
      recent_[static_cast<size_t>(anchor.offset) % recent_.size()];
  return known.offset == anchor.offset && known.hash != anchor.hash;
}

}  // namespace newsmill::pipeline
