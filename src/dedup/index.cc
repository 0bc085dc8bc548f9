#include "newsmill/dedup/index.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "deliveries.h"
#include "match.h"
#include "window.h"

namespace newsmill::dedup {

using model::ClaimEntry;
using model::CommitEntry;
using model::Decision;
using model::FingerprintEntry;
using model::GenesisEntry;
using model::Relation;
using model::RetractEntry;
using model::RulesEntry;
using model::UnknownEntry;

namespace {

bool AreValidRules(const RulesEntry& rules) {
  return rules.window_ms > 0 && rules.max_step_ms > 0 &&
         rules.max_entries > 0 && rules.max_entries < Window::kMaxTexts &&
         rules.band_candidates > 0 && rules.candidates > 0;
}

Applied Only(Effect effect) {
  Applied applied;
  applied.effect = effect;
  return applied;
}

}  // namespace

/// The state of the index. Its clock is the latest time of an applied entry of
/// the fingerprint log. Texts that are older than the window are evicted. The
/// text of a fingerprint entry is compared with similar texts, and is inserted
/// if it is not a duplicate.
class Index::State {
 public:
  Applied Apply(const model::LogEntry& entry, int64_t offset,
                int64_t entry_time_ms) {
    AdvanceTime(entry_time_ms);
    offset_ = offset;
    Evict();
    return std::visit([this](const auto& content) { return On(content); },
                      entry.content);
  }

  std::optional<GenesisEntry> genesis;
  std::optional<RulesEntry> rules;
  Window window;
  Deliveries deliveries;
  int64_t time_ms = -1;

 private:
  void AdvanceTime(int64_t entry_time_ms) {
    if (entry_time_ms <= time_ms) return;
    if (time_ms < 0) first_time_ms_ = entry_time_ms;
    const bool jumps =
        rules && time_ms >= 0 && entry_time_ms - time_ms > rules->max_step_ms;
    time_ms = jumps ? time_ms + rules->max_step_ms : entry_time_ms;
  }
  void Evict() {
    if (!rules) return;
    // Texts whose time is unknown are not evicted before the start of the
    // window has passed the first known time.
    const int64_t oldest = time_ms - rules->window_ms;
    window.Evict(oldest > first_time_ms_ ? oldest : -1, rules->max_entries);
  }

  Applied On(const UnknownEntry&) { return Only(Effect::kIgnored); }
  Applied On(const GenesisEntry& entry);
  Applied On(const RulesEntry& entry);
  Applied On(const ClaimEntry& claim);
  Applied On(const FingerprintEntry& entry);
  Applied On(const RetractEntry& retract);
  Applied On(const CommitEntry& commit);
  Applied On(const model::RangeEntry&) { return Only(Effect::kApplied); }
  // These entries do not change the state: see pipeline/mark_book.h.
  Applied On(const model::MarkPartEntry&) { return Only(Effect::kApplied); }
  Applied On(const model::ObjectionEntry&) { return Only(Effect::kApplied); }
  Applied On(const model::ResetEntry& reset);

  Decision Decide(const FingerprintEntry& entry,
                  const Window::Neighbours& neighbours) const;
  Decision DecideVersion(TextNumber latest,
                         const model::Fingerprint& later) const;
  /// Returns the record id of the newest version of the article to which this
  /// text belongs.
  model::Hash128 NewestOf(TextNumber text) const;

  int64_t offset_ = -1;
  int64_t first_time_ms_ = -1;  // the first known log time
};

Applied Index::State::On(const GenesisEntry& entry) {
  if (genesis) return Only(Effect::kIgnored);
  genesis = entry;
  return Only(Effect::kApplied);
}

Applied Index::State::On(const RulesEntry& entry) {
  if (entry.version != model::kFingerprintVersion) {
    return Only(Effect::kUnknownRules);
  }
  if (!genesis || !AreValidRules(entry)) return Only(Effect::kIgnored);
  rules = entry;
  window.SizeFor(entry.max_entries);
  return Only(Effect::kApplied);
}

Applied Index::State::On(const ClaimEntry& claim) {
  if (!rules || claim.partition < 0 || claim.next_offset < 0) {
    return Only(Effect::kIgnored);
  }
  const bool taken = deliveries.Claim(claim);
  return Only(taken ? Effect::kApplied : Effect::kRewound);
}

Applied Index::State::On(const FingerprintEntry& entry) {
  const model::Delivery& delivery = entry.delivery;
  if (!rules) return Only(Effect::kIgnored);
  if (!deliveries.IsCurrent(delivery.partition, entry.assignment)) {
    return Only(Effect::kFenced);
  }
  if (entry.fingerprint.version != rules->version) {
    return Only(Effect::kOtherVersion);
  }
  if (delivery.offset < entry.committed_offset ||
      delivery.offset < deliveries.committed_offset(delivery.partition)) {
    return Only(Effect::kIgnored);
  }
  deliveries.Commit(delivery.partition, entry.committed_offset);
  if (const auto* decided = deliveries.Find(delivery)) {
    return {Effect::kRepeated, decided->decision, decided->log_offset};
  }

  const auto& neighbours = window.FindNeighbours(entry.fingerprint, *rules);
  Deliveries::Decided decided{.decision = Decide(entry, neighbours),
                              .log_offset = offset_,
                              .text = Window::kNone};
  if (!model::IsDuplicate(decided.decision.relation)) {
    decided.text = window.Insert({.fingerprint = entry.fingerprint,
                                   .record_id = entry.record_id,
                                   .time_ms = time_ms,
                                   .log_offset = offset_},
                                  neighbours.full_lanes, *rules);
    Evict();
  }
  deliveries.Add(delivery, decided);
  return {Effect::kDecided, decided.decision, offset_};
}

Applied Index::State::On(const RetractEntry& retract) {
  if (!deliveries.IsCurrent(retract.delivery.partition, retract.assignment)) {
    return Only(Effect::kFenced);
  }
  const auto* decided = deliveries.Find(retract.delivery);
  if (decided == nullptr) return Only(Effect::kIgnored);
  window.Retract(decided->text);
  deliveries.Remove(retract.delivery);
  return Only(Effect::kApplied);
}

Applied Index::State::On(const CommitEntry& commit) {
  if (!deliveries.IsCurrent(commit.partition, commit.assignment)) {
    return Only(Effect::kFenced);
  }
  deliveries.Commit(commit.partition, commit.next_offset);
  return Only(Effect::kApplied);
}

Applied Index::State::On(const model::ResetEntry& reset) {
  window.EvictBelow(reset.first_offset);
  return Only(Effect::kApplied);
}

Decision Index::State::Decide(const FingerprintEntry& entry,
                              const Window::Neighbours& neighbours) const {
  const model::Fingerprint& later = entry.fingerprint;
  const TextNumber latest = window.LatestOf(later.article);
  if (latest != Window::kNone) return DecideVersion(latest, later);

  const TextNumber same = window.OldestWith(later.text);
  if (same != Window::kNone) return {Relation::kExact, NewestOf(same), {}};

  const ComparedText compared = ComparedOf(later);
  TextNumber best = Window::kNone;
  Match best_match;
  for (const TextNumber text : neighbours.texts) {
    const auto match =
        MatchOther(compared, window.Compared(text), *rules);
    if (!match || (best != Window::kNone && best_match.IsBetterThan(*match))) {
      continue;
    }
    if (best == Window::kNone || match->IsBetterThan(best_match) ||
        text < best) {
      best = text;
      best_match = *match;
    }
  }
  if (best == Window::kNone) return {};
  return {best_match.relation, NewestOf(best), best_match.similarity_permille};
}

Decision Index::State::DecideVersion(TextNumber latest,
                                     const model::Fingerprint& later) const {
  const Window::Origin& origin = window.OriginOf(latest);
  if (origin.text == later.text) {
    return {Relation::kExact, origin.record_id, {}};
  }
  if (const auto covered =
          CoveredBy(window.Compared(latest), ComparedOf(later), *rules)) {
    return {Relation::kExcerpt, origin.record_id, covered};
  }
  return {Relation::kUpdate, origin.record_id, {}};
}

model::Hash128 Index::State::NewestOf(TextNumber text) const {
  const TextNumber newest = window.LatestOf(window.OriginOf(text).article);
  return window.OriginOf(newest).record_id;
}

Index::Index() : state_(std::make_unique<State>()) {}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

Applied Index::Apply(const model::LogEntry& entry, int64_t offset,
                     int64_t time_ms) {
  return state_->Apply(entry, offset, time_ms);
}

void Index::Prefetch(const model::LogEntry& entry) const {
  const auto* print = std::get_if<FingerprintEntry>(&entry.content);
  if (print != nullptr) state_->window.Prefetch(print->fingerprint);
}

const std::optional<GenesisEntry>& Index::genesis() const {
  return state_->genesis;
}
const std::optional<RulesEntry>& Index::rules() const { return state_->rules; }

std::vector<model::Delivery> Index::Pending(int32_t partition,
                                            int64_t offset) const {
  return state_->deliveries.At(partition, offset);
}

int64_t Index::committed_offset(int32_t partition) const {
  return state_->deliveries.committed_offset(partition);
}

int64_t Index::size() const { return state_->window.size(); }
int64_t Index::bytes() const {
  return state_->window.bytes() + state_->deliveries.bytes();
}
int64_t Index::pending_deliveries() const { return state_->deliveries.size(); }
int64_t Index::time_ms() const { return state_->time_ms; }
int64_t Index::window_ms() const {
  const auto oldest = state_->window.oldest_time_ms();
  return oldest ? state_->time_ms - *oldest : 0;
}

}  // namespace newsmill::dedup
