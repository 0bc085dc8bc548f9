#include "log_follower.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "check_terms.h"
#include "fmt/format.h"
#include "log_error.h"
#include "newsmill/output/mark.h"

namespace newsmill::pipeline {
namespace {

using model::GenesisEntry;
using model::RulesEntry;

std::unexpected<LogError> Stop(std::string what) {
  return std::unexpected(LogError{.what = std::move(what)});
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
    : log_(log),
      terms_(std::move(terms)),
      book_({.place_spacing = terms_.place_spacing}) {}

LogFollower::~LogFollower() { log_.Close(); }

std::expected<void, LogError> LogFollower::Open(
    std::function<void()> readable) {
  const auto bounds = log_.Open(std::move(readable), LeastEnd(terms_));
  if (!bounds) {
    return std::unexpected(
        LogError{.what = bounds.error().message,
                 .misconfigured = bounds.error().misconfigured});
  }
  first_offset_ = bounds->first;
  end_at_open_ = bounds->end;
  if (end_at_open_ == 0) return Found();
  return Start(/*below_place=*/std::nullopt);
}

std::expected<void, LogError> LogFollower::Start(
    std::optional<int64_t> below_place) {
  state_ = State::kStarting;
  // A worker that was ready may have the state of the others. Then it must not
  // make them forget texts.
  const bool accept = terms_.accept_short_log && !was_ready_;
  start_.emplace(log_,
                 LateStart::Options{.bounds = {first_offset_, end_at_open_},
                                    .has_marks = terms_.write_marks,
                                    .below_place = below_place,
                                    .doubted = doubted_,
                                    .rejected = rejected_,
                                    .accept_short_log = accept,
                                    .place_spacing = terms_.place_spacing});
  if (auto begun = start_->Begin(); !begun) return begun;
  return TakeState();
}

std::expected<void, LogError> LogFollower::TakeState() {
  if (start_->phase() != LateStart::Phase::kDone) return {};
  next_offset_ = start_->place();
  lost_below_ = start_->lost_below();
  needs_reset_ = start_->needs_reset();
  failed_marks_ = start_->failed_marks();
  wrong_marks_ += std::ssize(failed_marks_);
  for (const KnownMark& failed : failed_marks_) {
    rejected_.emplace(failed.place, failed.nonce);
  }
  loaded_ = start_->mark();
  state_before_.reset();
  compared_.reset();
  index_ = start_->TakeIndex();
  ignored_before_ += book_.ignored();
  book_ = start_->TakeBook();
  start_.reset();
  last_ = {};
  recent_.fill({});
  digests_.fill({});
  due_since_.reset();
  RememberDigest();
  state_ = State::kCatchingUp;
  if (next_offset_ < end_at_open_) return {};
  return Found();
}

LogError LogFollower::StartAgain(std::string what,
                                 std::optional<int64_t> below_place) {
  end_at_open_ = std::max(end_at_open_, next_offset_);
  if (!state_before_ && state_ != State::kStarting) state_before_ = state_;
  const auto started = Start(below_place);
  if (!started) return CanKeepState() ? KeepState() : started.error();
  return {.appends_lost = true, .what = std::move(what)};
}

bool LogFollower::CanKeepState() const {
  return start_ && state_before_ && next_offset_ >= first_offset_;
}

LogError LogFollower::KeepState() {
  start_.reset();
  state_ = *std::exchange(state_before_, std::nullopt);
  if (auto read = log_.ReadFrom(next_offset_); !read) return read.error();
  if (const auto mark = std::exchange(compared_, std::nullopt)) {
    auto objected = Object(*mark, DigestAt(mark->place));
    if (!objected) return objected.error();
  }
  return {.appends_lost = true,
          .what =
              "no mark can be loaded, so the worker keeps its state. The "
              "state may be wrong"};
}

std::expected<void, LogError> LogFollower::Append(
    decltype(model::LogEntry::content) content) {
  return log_.Append({.anchor = last_, .content = std::move(content)});
}

std::expected<std::optional<LogFollower::Taken>, LogError>
LogFollower::TakeNext() {
  auto record = log_.Poll();
  if (!record && record.error().trimmed) {
    first_offset_ = record.error().bounds.first;
    end_at_open_ = record.error().bounds.end;
    return std::unexpected(StartAgain(
        "the log was trimmed before this worker had read it, so the worker "
        "starts from a mark",
        /*below_place=*/std::nullopt));
  }
  if (!record) {
    // The lost entries may be the first ones. Then Found writes them again.
    if (record.error().appends_lost && state_ == State::kFounding) {
      if (auto founded = Found(); !founded) {
        return std::unexpected(founded.error());
      }
    }
    return std::unexpected(record.error());
  }
  if (!*record) return std::nullopt;
  if (const LogRecord* next = log_.Coming()) {
    dedup::Index& index = start_ ? start_->index() : index_;
    index.Expect(next->entry, next->offset);
  }
  Taken taken{.record = **std::move(record), .applied = {}};
  if (!start_) {
    if (auto applied = Apply(taken); !applied) {
      return std::unexpected(applied.error());
    }
    return taken;
  }
  auto read = start_->Read(taken.record);
  if (!read && CanKeepState()) return std::unexpected(KeepState());
  if (read) read = TakeState();
  if (!read) return std::unexpected(read.error());
  return taken;
}

std::expected<void, LogError> LogFollower::Apply(Taken& taken) {
  const LogRecord& record = taken.record;
  if (WriterReadAnotherLog(record.entry)) {
    return Stop(fmt::format(
        "the fingerprint log at offset {} differs from the log that was read: "
        "the topic was recreated or lost entries. Restart the worker. Its "
        "error message then says which of the two happened and what to do",
        record.entry.anchor.offset));
  }
  taken.applied = index_.Apply(record.entry, record.offset, record.time_ms);
  next_offset_ = record.offset + 1;
  last_ = {record.offset, record.hash};
  recent_[static_cast<size_t>(last_.offset) % recent_.size()] = last_;
  RememberDigest();
  if (taken.applied->effect == dedup::Effect::kUnknownRules) {
    return Stop(
        "the rules in the fingerprint log have a newer version; upgrade this "
        "worker");
  }
  book_.Read(record);
  if (auto followed = FollowState(record.entry); !followed) return followed;
  return FollowMarks(record);
}

void LogFollower::RememberDigest() {
  if (next_offset_ % terms_.place_spacing != 0) return;
  const auto number = static_cast<size_t>(next_offset_ / terms_.place_spacing);
  digests_[number % digests_.size()] = {next_offset_, index_.digest()};
}

/// Returns the digest of the own state at `place`, or 0 if it is not known.
model::Hash128 LogFollower::DigestAt(int64_t place) const {
  const auto number = static_cast<size_t>(place / terms_.place_spacing);
  const Digest& known = digests_[number % digests_.size()];
  return known.place == place ? known.digest : model::Hash128();
}

std::expected<void, LogError> LogFollower::FollowState(
    const model::LogEntry& entry) {
  const auto* reset = std::get_if<model::ResetEntry>(&entry.content);
  const bool is_known_loss = reset != nullptr && lost_below_ &&
                             reset->first_offset >= *lost_below_ &&
                             (!needs_reset_ || state_ == State::kFounding);
  if (is_known_loss) {
    if (!book_.ResetNames(loaded_->place, loaded_->nonce)) {
      return MisconfiguredLog(
          "another worker has written a mark or an objection while this worker "
          "began without the lost texts. Stop all workers. Then start one "
          "worker with --accept-short-log again");
    }
    lost_below_.reset();
    failed_marks_.clear();
  }
  switch (state_) {
    case State::kStarting:
      break;
    case State::kCatchingUp:
      if (next_offset_ >= end_at_open_) return Found();
      break;
    case State::kFounding: {
      const auto* genesis = std::get_if<GenesisEntry>(&entry.content);
      const auto* rules = std::get_if<RulesEntry>(&entry.content);
      const bool ours = (genesis != nullptr && *genesis == terms_.genesis) ||
                        (rules != nullptr && *rules == terms_.rules) ||
                        is_known_loss;
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
    return MisconfiguredLog(fmt::format(
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
    return MisconfiguredLog(fmt::format(
        "the fingerprint log has the id {}, but the offsets of group {} were "
        "committed with log {}: the topic was recreated. Restore the topic, or "
        "start one worker with --new-log to continue with this log",
        model::ToHex(id), terms_.genesis.group,
        model::ToHex(history.log_read.begin()->first)));
  }
  if (known->second > next_offset_ && !terms_.accept_short_log) {
    return MisconfiguredLog(fmt::format(
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
  if (auto appended = AppendFirstEntries(); !appended) return appended;
  if (unread_terms_ > 0) return {};
  failed_marks_.clear();
  if (auto fine = CheckTerms(terms_, *index_.genesis(), *index_.rules());
      !fine) {
    return fine;
  }
  state_ = State::kReady;
  was_ready_ = true;
  return {};
}

std::expected<void, LogError> LogFollower::AppendFirstEntries() {
  unread_terms_ = 0;
  const auto append = [this](auto content) {
    ++unread_terms_;
    return Append(std::move(content));
  };
  if (!index_.genesis()) {
    if (auto appended = append(terms_.genesis); !appended) return appended;
  }
  const bool change = terms_.change_rules && index_.rules() != terms_.rules;
  if (!index_.rules() || change) {
    if (auto appended = append(terms_.rules); !appended) return appended;
  }
  // Before the reset, because the objections decide which mark it names.
  for (const KnownMark& failed : failed_marks_) {
    if (auto objected = Object(failed, {}); !objected) return objected;
  }
  if (lost_below_) return append(model::ResetEntry{*lost_below_});
  return {};
}

// ----------------------------------------------------------------- marks

bool LogFollower::IsMarkDue() const {
  return terms_.write_marks && state_ == State::kReady &&
         book_.IsDue(next_offset_);
}

std::expected<void, LogError> LogFollower::AppendMark(
    model::AssignmentKey writer) {
  auto parts = output::PartsOf(index_.Capture(), writer);
  if (parts.empty()) return {};
  own_mark_ = {
      .place = next_offset_, .nonce = writer, .hash = parts.front().hash};
  for (auto& part : parts) {
    if (auto appended = Append(std::move(part)); !appended) return appended;
  }
  return {};
}

std::expected<void, LogError> LogFollower::FollowMarks(
    const LogRecord& record) {
  RememberDue();
  const auto& content = record.entry.content;
  if (std::holds_alternative<model::MarkPartEntry>(content)) {
    for (const KnownMark& mark : book_.Valid()) {
      if (mark.last_offset != record.offset) continue;
      if (auto done = FollowComplete(mark); !done) return done;
    }
  }
  const auto* objection = std::get_if<model::ObjectionEntry>(&content);
  return objection == nullptr ? std::expected<void, LogError>()
                              : FollowObjection(*objection);
}

std::expected<void, LogError> LogFollower::FollowComplete(
    const KnownMark& mark) {
  const bool is_own = own_mark_ && own_mark_->nonce == mark.nonce &&
                      own_mark_->place == mark.place;
  if (is_own && own_mark_->hash != mark.hash) {
    // The log has other bytes than this worker has written.
    ++wrong_marks_;
    // The own state is right, so the objection is no reason to start again.
    answered_.emplace(mark.place, mark.nonce);
    return Object(mark, {});
  }
  // Without the lost texts, the state differs from all marks before the reset.
  if (!lost_below_) {
    if (auto checked = Check(mark); !checked) return checked;
  }
  // A worker that reads the log again may not know later objections.
  const std::pair key(mark.place, mark.nonce);
  const bool may_trim = state_ == State::kReady && !rejected_.contains(key) &&
                        !answered_.contains(key);
  if (is_own && may_trim) TrimAfterOwn();
  return {};
}

void LogFollower::RememberDue() {
  if (!due_since_) {
    if (IsMarkDue()) due_since_ = next_offset_;
    return;
  }
  const auto last = book_.NewestKnown();
  if (last && last->place >= *due_since_) due_since_.reset();
}

std::expected<void, LogError> LogFollower::FollowObjection(
    const model::ObjectionEntry& objection) {
  const std::pair key(objection.place, objection.nonce);
  const bool is_own = own_mark_ && objection.nonce == own_mark_->nonce &&
                      !answered_.contains(key);
  // The worker that has written the mark is not the only one with its state.
  // A worker that gives up all texts loads a mark in spite of an objection.
  const bool is_loaded =
      loaded_ && !loaded_->objected && loaded_->place == objection.place &&
      loaded_->nonce == objection.nonce && loaded_->digest != objection.digest;
  if (!is_own && !is_loaded) return {};
  if (is_own) answered_.insert(key);
  doubted_.insert(key);
  return std::unexpected(StartAgain(
      fmt::format("another worker has objected to the mark {}, so the worker "
                  "loads an earlier state",
                  is_own ? "of this worker" : "that this worker has loaded"),
      objection.place));
}

std::expected<void, LogError> LogFollower::Check(const KnownMark& mark) {
  if (rejected_.contains({mark.place, mark.nonce})) {
    book_.Reject(mark.place, mark.nonce);
    return {};
  }
  const model::Hash128 known = DigestAt(mark.place);
  if (known == model::Hash128() || known == mark.digest) return {};
  ++wrong_marks_;
  const auto is_old = [this](const auto& key) {
    return key.first < first_offset_;
  };
  std::erase_if(doubted_, is_old);
  std::erase_if(rejected_, is_old);
  std::erase_if(answered_, is_old);
  // Each mark makes the worker start again only once. Otherwise two wrong marks
  // could make it start again for ever.
  if (!doubted_.emplace(mark.place, mark.nonce).second) {
    return Object(mark, known);
  }
  compared_ = mark;
  return std::unexpected(StartAgain(
      fmt::format("the mark for offset {} has another state than this worker, "
                  "so the worker loads an earlier state and compares again",
                  mark.place),
      mark.place));
}

std::expected<void, LogError> LogFollower::Object(
    const KnownMark& mark, const model::Hash128& digest) {
  // The worker must not start from the mark before it has read its own
  // objection.
  rejected_.emplace(mark.place, mark.nonce);
  book_.Reject(mark.place, mark.nonce);
  return Append(model::ObjectionEntry{
      .place = mark.place, .nonce = mark.nonce, .digest = digest});
}

void LogFollower::TrimAfterOwn() {
  if (!terms_.trim) return;
  const int64_t before =
      book_.TrimBefore(std::min(index_.oldest_offset(), next_offset_));
  if (before <= first_offset_) return;
  log_.Trim(before);
  first_offset_ = before;
}

int64_t LogFollower::EntriesLeft() const {
  if (start_) return start_->entries_left();
  return std::max<int64_t>(end_at_open_ - next_offset_, 0);
}

LogRead LogFollower::Status() const {
  const int64_t oldest = std::min(index_.oldest_offset(), next_offset_);
  LogRead read{.next_offset = next_offset_,
               .texts = index_.size(),
               .bytes = index_.bytes(),
               .window_ms = index_.window_ms(),
               .pending_deliveries = index_.pending_deliveries(),
               .live_entries = next_offset_ - oldest,
               .rules = index_.rules(),
               .phase = StartPhase::kReady,
               .unread_entries = EntriesLeft(),
               .needed_offset = book_.TrimBefore(oldest),
               .wrong_marks = wrong_marks_,
               .ignored_mark_parts = ignored_before_ + book_.ignored()};
  if (start_) {
    read.phase = start_->phase() == LateStart::Phase::kLoading
                     ? StartPhase::kLoading
                     : StartPhase::kSearching;
  } else if (state_ != State::kReady) {
    read.phase = StartPhase::kCatchingUp;
  }
  if (const auto mark = book_.NewestKnown()) {
    read.mark_place = mark->place;
    read.mark_time_ms = mark->time_ms;
  }
  if (due_since_) read.mark_overdue_entries = next_offset_ - *due_since_;
  return read;
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
