// The simulated log: what it contains, and what its clients break.
#include "fleet_log.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "newsmill/output/mark.h"

namespace newsmill::pipeline::fleet {

namespace {

template <typename Content>
model::LogEntry EntryOf(Content content) {
  model::LogEntry entry;
  entry.content = std::move(content);
  return entry;
}

const model::LogEntry& Unreadable() {
  static const auto kEntry = EntryOf(model::UnknownEntry{});
  return kEntry;
}

/// Returns whether a worker reads other marks than those in the log.
bool BreaksMarks(Broken broken) {
  switch (broken) {
    case Broken::kStartsInTheMiddle:
    case Broken::kComparesFromBase:
    case Broken::kLoadsNoLanes:
    case Broken::kLoadsNoRetracted:
    case Broken::kLoadsNoPending:
    case Broken::kIgnoresBaseTime:
    case Broken::kIgnoresDigest:
    case Broken::kUsesIncompleteMarks:
      return true;
    default:
      return false;
  }
}

}  // namespace

// ------------------------------------------------------------- disguise

model::LogEntry Disguise::Shown(model::LogEntry entry) {
  auto* print = std::get_if<model::FingerprintEntry>(&entry.content);
  auto* retract = std::get_if<model::RetractEntry>(&entry.content);
  auto* claim = std::get_if<model::ClaimEntry>(&entry.content);
  if (broken_ == Broken::kNoFencing) {
    if (print != nullptr) print->assignment = 1;
    if (retract != nullptr) retract->assignment = 1;
    if (claim != nullptr) claim->assignment = 1;
  }
  if (print != nullptr) {
    if (broken_ == Broken::kEachAppendIsADelivery) {
      ++forgotten_[print->delivery];
    }
    print->delivery = Shown(print->delivery);
  }
  if (retract != nullptr) retract->delivery = Shown(retract->delivery);
  if (claim != nullptr && broken_ == Broken::kForgetsPendingAtClaim) {
    for (auto& [known, times] : forgotten_) {
      if (known.partition == claim->partition) ++times;
    }
  }
  return entry;
}

void Disguise::Note(const model::LogEntry& entry, const Applied& applied) {
  if (applied.effect != Effect::kDecided) return;
  if (broken_ != Broken::kRemembersOnlyOriginals &&
      broken_ != Broken::kForgetsPendingAtClaim) {
    return;
  }
  const auto& print = std::get<model::FingerprintEntry>(entry.content);
  uint64_t& times = forgotten_[print.delivery];
  if (broken_ == Broken::kRemembersOnlyOriginals &&
      model::IsDuplicate(applied.decision.relation)) {
    ++times;
  }
}

std::vector<model::Delivery> Disguise::Pending(const Index& index,
                                               int32_t partition,
                                               int64_t offset) const {
  if (broken_ == Broken::kEachAppendIsADelivery) return {};
  auto shown = index.Pending(partition, offset);
  if (forgotten_.empty()) return shown;
  std::vector<model::Delivery> pending;
  for (const auto& [delivery, times] : forgotten_) {
    if (std::ranges::find(shown, Shown(delivery)) != shown.end()) {
      pending.push_back(delivery);
    }
  }
  return pending;
}

model::Delivery Disguise::Shown(model::Delivery delivery) const {
  const auto found = forgotten_.find(delivery);
  if (found != forgotten_.end()) delivery.digest.high += found->second;
  return delivery;
}

// ------------------------------------------------------------- the topic

SharedLog::SharedLog(Broken broken)
    : disguise_(broken == Broken::kRemembersOnlyOriginals ? Broken::kNothing
                                                          : broken) {}

void SharedLog::Append(const model::LogEntry& entry, int64_t time_ms,
                       int64_t bytes) {
  const int64_t offset = end();
  const auto* reset = std::get_if<model::ResetEntry>(&entry.content);
  if (reset != nullptr) Reset(*reset);
  Logged& logged = entries.emplace_back(Logged{.entry = entry,
                                               .time_ms = time_ms,
                                               .bytes = bytes,
                                               .truth = {},
                                               .digest = truth_.digest()});
  logged.truth = truth_.Apply(disguise_.Shown(entry), offset, time_ms);
  disguise_.Note(entry, logged.truth);
  if (const auto* part = std::get_if<model::MarkPartEntry>(&entry.content)) {
    const auto found = marks.find({part->place, part->nonce});
    // The parts of a mark come in order, and only the last ones may be missing.
    if (found != marks.end() && !found->second.is_complete &&
        part->hash == found->second.hash) {
      if (part->number == 0) found->second.begun_at = offset;
      if (part->number + 1 == part->count) {
        found->second.is_complete = true;
        found->second.completed_at = offset;
      }
    }
  } else if (const auto* objection =
                 std::get_if<model::ObjectionEntry>(&entry.content)) {
    const auto found = marks.find({objection->place, objection->nonce});
    if (found != marks.end() && found->second.objected_at < 0) {
      found->second.objected_at = offset;
    }
  }
}

void SharedLog::TrimTo(int64_t before) {
  first = std::clamp(before, first, end());
}

const WrittenMark* SharedLog::MarkForReset(int64_t least) const {
  const WrittenMark* newest = nullptr;
  for (const auto& [key, mark] : marks) {
    if (!mark.is_complete || mark.begun_at < first) continue;
    if (key.first < least) continue;
    const auto rank = [](const WrittenMark& m) {
      return std::tuple(m.objected_at < 0, m.mark.place, -m.completed_at);
    };
    if (newest == nullptr || rank(mark) > rank(*newest)) newest = &mark;
  }
  return newest;
}

bool SharedLog::MayTrim(int64_t before, int64_t read) const {
  std::set<int64_t> places;
  for (const auto& [key, written] : marks) {
    const bool is_known = written.is_complete && written.completed_at < read;
    const bool is_objected =
        written.objected_at >= 0 && written.objected_at < read;
    if (is_known && !is_objected && written.mark.base >= before) {
      places.insert(key.first);
    }
  }
  return places.size() >= 3;
}

bool SharedLog::IsDamaged(const WrittenMark& written) const {
  model::Mark mark = written.mark;
  return !FixDigest(*this, mark) || mark.digest != written.mark.digest;
}

int64_t SharedLog::CountBadMarks() const {
  return std::ranges::count_if(marks, [this](const auto& entry) {
    const WrittenMark& written = entry.second;
    return written.is_complete &&
           (written.objected_at >= 0 ||
            written.mark.digest != DigestAt(written.mark.place) ||
            IsDamaged(written));
  });
}

bool SharedLog::CanBeStartedFrom(int64_t end) const {
  if (first == 0) return true;
  return std::ranges::any_of(marks, [&](const auto& entry) {
    const WrittenMark& written = entry.second;
    if (!written.is_complete || written.completed_at >= end ||
        written.completed_at < reset_at_ || written.objected_at >= 0 ||
        written.begun_at < first || written.mark.base < first) {
      return false;
    }
    return !IsDamaged(written);
  });
}

/// Replaces the truth by the state of a worker that has loaded the mark without
/// the texts below the offset in the reset.
void SharedLog::Reset(const model::ResetEntry& reset) {
  const WrittenMark* written = MarkForReset(reset.first_offset - 1);
  if (written == nullptr) {
    is_reset_right = false;
    return;
  }
  const model::Mark& mark = written->mark;
  if (IsDamaged(*written) || mark.digest != DigestAt(mark.place)) {
    has_adopted_wrong_mark = true;
  }
  const int64_t first_text = std::max(mark.base, reset.first_offset);
  Index index;
  index.StartLoading(mark, first_text);
  for (int64_t at = first_text; at < mark.place; ++at) {
    const Logged& logged = entries[static_cast<size_t>(at)];
    if (!index.Load(logged.entry, at, logged.time_ms)) is_reset_right = false;
  }
  if (!index.FinishLoading()) is_reset_right = false;
  for (int64_t at = mark.place; at < end(); ++at) {
    Logged& logged = entries[static_cast<size_t>(at)];
    logged.digest = index.digest();
    logged.truth = index.Apply(logged.entry, at, logged.time_ms);
  }
  truth_ = std::move(index);
  decided_again_from = mark.place;
  reset_at_ = end();
}

model::Hash128 SharedLog::DigestAt(int64_t offset) const {
  return offset < end() ? entries[static_cast<size_t>(offset)].digest
                        : truth_.digest();
}

bool SharedLog::HasHiddenWrongMark(int64_t place, int64_t read,
                                   const std::set<MarkKey>& known) const {
  return std::ranges::any_of(marks, [&](const auto& entry) {
    const auto& [key, written] = entry;
    const bool is_objected =
        written.objected_at >= 0 && written.objected_at < read;
    return key.first == place && written.is_complete && !is_objected &&
           !known.contains(key) && written.mark.digest != DigestAt(place);
  });
}

Index SharedLog::StateAt(int64_t offset,
                         const std::function<bool(int64_t)>& skips) const {
  Index index;
  for (int64_t at = 0; at < offset; ++at) {
    const Logged& logged = entries[static_cast<size_t>(at)];
    index.Apply(skips(at) ? Unreadable() : logged.entry, at, logged.time_ms);
  }
  return index;
}

// ----------------------------------------------------------- broken marks

bool FixDigest(const SharedLog& log, model::Mark& mark) {
  Index index;
  index.StartLoading(mark, 0);
  for (int64_t at = mark.base; at < mark.place; ++at) {
    const Logged& logged = log.entries[static_cast<size_t>(at)];
    if (!index.Load(logged.entry, at, logged.time_ms)) return false;
  }
  index.FinishLoading();
  mark.digest = index.digest();
  return true;
}

model::Mark BrokenMark(Broken broken, const SharedLog& log,
                       const model::Mark& mark) {
  const auto effect_at = [&](int64_t at) {
    return log.entries[static_cast<size_t>(at)].truth.effect;
  };
  model::Mark changed = mark;
  if (broken == Broken::kStartsInTheMiddle) {
    return log
        .StateAt(mark.place,
                 [&](int64_t at) { return effect_at(at) != Effect::kApplied; })
        .Capture();
  }
  if (broken == Broken::kComparesFromBase) {
    return log
        .StateAt(mark.place,
                 [&](int64_t at) {
                   return at < mark.base && effect_at(at) != Effect::kApplied;
                 })
        .Capture();
  }
  if (broken == Broken::kMarkOfAnotherPlace) {
    changed =
        log.StateAt(mark.place - 2, [](int64_t) { return false; }).Capture();
    changed.place = mark.place;
    changed.texts.resize(static_cast<size_t>(mark.place - changed.base + 7) /
                         8);
    if (changed.texts.empty() || changed.texts[0] % 2 == 0) return mark;
    return changed;
  }
  if (broken == Broken::kLoadsNoLanes) changed.lanes.clear();
  if (broken == Broken::kLoadsNoRetracted) changed.retracted.clear();
  if (broken == Broken::kLoadsNoPending) changed.deliveries.clear();
  if (broken == Broken::kUsesIncompleteMarks) {
    // They are at the end of the encoded mark.
    changed.partitions.clear();
    changed.deliveries.clear();
  }
  if (broken == Broken::kIgnoresBaseTime && mark.base < mark.place) {
    const Logged& base = log.entries[static_cast<size_t>(mark.base)];
    changed.base_time_ms = std::min(base.time_ms, mark.time_ms);
  }
  return FixDigest(log, changed) ? changed : mark;
}

void Damage(Random& random, model::Mark& mark) {
  const uint64_t kind = random.Below(4);
  if (kind == 0 && !mark.deliveries.empty()) {
    mark.deliveries.pop_back();
  } else if (kind == 1 && mark.base + 1 < mark.place) {
    // Forgets the texts that follow the first one.
    std::ranges::fill(mark.texts, uint8_t{0});
    mark.texts[0] = 1;
    mark.lanes.clear();
    mark.retracted.clear();
  } else if (kind == 2 && !mark.partitions.empty()) {
    ++mark.partitions.back().committed_offset;
  } else {
    ++mark.base_time_ms;
    mark.time_ms = std::max(mark.time_ms, mark.base_time_ms);
  }
}

// ------------------------------------------------------------- the client

std::expected<LogBounds, Error> LogClient::Open(
    std::function<void()> /*readable*/, int64_t /*least_end*/) {
  next_ = log_.first;
  opened_end = log_.end();
  return LogBounds{.first = log_.first, .end = log_.end()};
}

std::expected<void, LogError> LogClient::ReadFrom(int64_t offset) {
  next_ = offset;
  return {};
}

void LogClient::Trim(int64_t before) {
  if (broken_ == Broken::kTrimsToNewestMark) {
    for (const auto& [key, complete] : log_.marks) {
      if (complete.is_complete) before = std::max(before, complete.mark.base);
    }
  }
  if (!log_.MayTrim(before, most_read)) has_trimmed_too_far = true;
  log_.trims.push_back(before);
}

std::expected<std::optional<LogRecord>, LogError> LogClient::Poll() {
  const int64_t end = log_.end();
  int64_t offset = next_;
  if (reads_next) {
    offset = *std::exchange(reads_next, std::nullopt);
  } else if (next_ < log_.first) {
    ++times_below_first;
    if (broken_ != Broken::kReadsOnBelowFirst) {
      opened_end = end;
      return std::unexpected(
          LogError{.what = "trimmed",
                   .trimmed = true,
                   .bounds = {.first = log_.first, .end = end}});
    }
    offset = log_.first;
    next_ = offset + 1;
  } else {
    if (next_ == end) return std::nullopt;
    ++next_;
  }
  most_read = std::max(most_read, offset + 1);
  last_read = offset;
  const Logged& logged = log_.entries[static_cast<size_t>(offset)];
  LogRecord record{.offset = offset,
                   .time_ms = logged.time_ms,
                   .hash = Scramble(static_cast<uint64_t>(offset)),
                   .bytes = logged.bytes,
                   .entry = Shown(logged.entry)};
  if (misreads && !is_starting && misreads(record)) misreads = nullptr;
  return record;
}

model::LogEntry LogClient::Shown(const model::LogEntry& entry) {
  if (const auto* part = std::get_if<model::MarkPartEntry>(&entry.content)) {
    if (is_starting && BreaksMarks(broken_)) return ShownPart(*part);
    if (broken_ == Broken::kTrustsOwnMark && !is_starting &&
        written.contains({part->place, part->nonce})) {
      return ShownPart(*part);
    }
    const bool is_hidden = broken_ == Broken::kChecksNoMarks && !is_starting;
    return is_hidden ? Unreadable() : entry;
  }
  if (std::holds_alternative<model::ObjectionEntry>(entry.content) &&
      broken_ == Broken::kUsesObjectedMarks) {
    return Unreadable();
  }
  if (std::holds_alternative<model::ResetEntry>(entry.content) &&
      !accepts_short_log &&
      ((broken_ == Broken::kForgetsNoTexts && !is_starting) ||
       (broken_ == Broken::kSearchesWithoutReset && is_starting))) {
    return Unreadable();
  }
  return disguise.Shown(entry);
}

/// Shows one part of the broken mark instead of all parts of the mark in the
/// log.
model::LogEntry LogClient::ShownPart(const model::MarkPartEntry& part) {
  const auto found = log_.marks.find({part.place, part.nonce});
  if (found == log_.marks.end()) return EntryOf(part);
  const bool is_enough = broken_ == Broken::kUsesIncompleteMarks
                             ? part.number == 0
                             : part.number + 1 == part.count;
  if (!is_enough) return Unreadable();
  const model::Mark mark = broken_ == Broken::kTrustsOwnMark
                               ? found->second.original
                               : BrokenMark(broken_, log_, found->second.mark);
  return EntryOf(output::PartsOf(mark, part.nonce).front());
}

std::expected<void, LogError> LogClient::Append(const model::LogEntry& entry) {
  if (std::holds_alternative<model::MarkPartEntry>(entry.content)) {
    AppendMark(entry);
    return {};
  }
  if (const auto* objection =
          std::get_if<model::ObjectionEntry>(&entry.content)) {
    if (broken_ == Broken::kHidesFailedMarks &&
        objection->digest == model::Hash128()) {
      return {};
    }
    objected.emplace(objection->place, objection->nonce);
  }
  producer_.outbox.push_back(entry);
  return {};
}

/// Splits a mark into small parts, so that it can be incomplete.
void LogClient::AppendMark(const model::LogEntry& entry) {
  const auto& whole = std::get<model::MarkPartEntry>(entry.content);
  auto mark = output::MarkFrom({&whole, 1});
  if (!mark) return;
  if (broken_ == Broken::kMarkOfAnotherPlace) {
    mark = BrokenMark(broken_, log_, *mark);
  }
  const model::Mark original = *mark;
  if (std::exchange(damages_next_mark, false)) Damage(random_, *mark);
  auto parts = output::PartsOf(*mark, whole.nonce, 100 + random_.Below(400));
  log_.marks[{mark->place, whole.nonce}] = {
      .mark = *mark, .original = original, .hash = parts.front().hash};
  last_written = MarkKey{mark->place, whole.nonce};
  written.insert(*last_written);
  for (auto& part : parts) {
    producer_.outbox.push_back(
        {.anchor = entry.anchor, .content = std::move(part)});
  }
}

}  // namespace newsmill::pipeline::fleet
