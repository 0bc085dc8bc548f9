#include "newsmill/dedup/index.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <utility>
#include <variant>

#include "deliveries.h"
#include "match.h"
#include "newsmill/base/check.h"
#include "state_digest.h"
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

  void Expect(const model::LogEntry& entry, int64_t offset);

  model::Hash128 digest() const;
  model::Mark Capture() const;
  void StartLoading(const model::Mark& mark, int64_t first_offset);
  bool Load(const model::LogEntry& entry, int64_t offset,
            int64_t entry_time_ms);
  bool FinishLoading();

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
    while (past_rules_.size() > 1 &&
           past_rules_[1].first <= window.oldest_offset()) {
      past_rules_.pop_front();
    }
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

  void SetRules(const RulesEntry& entry);
  /// Returns the rules in force at an offset.
  const RulesEntry& RulesAt(int64_t offset) const;
  Decision Decide(const FingerprintEntry& entry,
                  const Window::Neighbours& neighbours) const;
  Decision DecideVersion(TextNumber latest,
                         const model::Fingerprint& later) const;
  /// Returns the record id of the newest version of the article to which this
  /// text belongs.
  model::Hash128 NewestOf(TextNumber text) const;

  /// A mark that is being loaded. The lists of the mark are read from their
  /// first element on.
  struct Loading {
    model::Mark mark;
    int64_t first_offset = 0;
    size_t next_lanes = 0;
    size_t next_retracted = 0;

    uint64_t TakeFullLanes(int64_t offset);
    bool TakeRetracted(int64_t offset);
  };

  int64_t offset_ = -1;
  int64_t first_time_ms_ = -1;  // the first known log time
  // The rules, with the offsets of their entries: those in force at the oldest
  // text, and all later ones.
  std::deque<std::pair<int64_t, RulesEntry>> past_rules_;
  std::optional<Loading> loading_;
};

void Index::State::Expect(const model::LogEntry& entry, int64_t offset) {
  const auto* print = std::get_if<FingerprintEntry>(&entry.content);
  if (print == nullptr || !rules) return;
  if (loading_ && !model::HasText(loading_->mark, offset)) return;
  window.Expect(print->fingerprint);
}

Applied Index::State::On(const GenesisEntry& entry) {
  if (genesis) return Only(Effect::kIgnored);
  genesis = entry;
  return Only(Effect::kApplied);
}

Applied Index::State::On(const RulesEntry& entry) {
  if (!model::IsKnownVersion(entry.version)) {
    return Only(Effect::kUnknownRules);
  }
  if (!genesis || !AreValidRules(entry)) return Only(Effect::kIgnored);
  SetRules(entry);
  window.SizeFor(entry.max_entries, /*first_texts=*/0);
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

void Index::State::SetRules(const RulesEntry& entry) {
  rules = entry;
  past_rules_.emplace_back(offset_, entry);
}

const RulesEntry& Index::State::RulesAt(int64_t offset) const {
  const auto later = std::ranges::find_if(
      past_rules_, [offset](const auto& past) { return past.first > offset; });
  NEWSMILL_CHECK(later != past_rules_.begin());
  return std::prev(later)->second;
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
    const auto match = MatchOther(compared, window.Compared(text), *rules);
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
  const ComparedText& earlier = window.Compared(latest);
  if (earlier.version == later.version) {
    if (const auto covered = CoveredBy(earlier, ComparedOf(later), *rules)) {
      return {Relation::kExcerpt, origin.record_id, covered};
    }
  }
  return {Relation::kUpdate, origin.record_id, {}};
}

model::Hash128 Index::State::NewestOf(TextNumber text) const {
  const TextNumber newest = window.LatestOf(window.OriginOf(text).article);
  return window.OriginOf(newest).record_id;
}

// ----------------------------------------------------------------- marks

model::Hash128 Index::State::digest() const {
  constexpr uint64_t kStateElement = 4;
  StateDigest digest = window.digest();
  digest.Add(deliveries.digest());
  digest.Add(std::array{kStateElement, static_cast<uint64_t>(time_ms),
                        static_cast<uint64_t>(first_time_ms_)});
  return digest.value();
}

model::Mark Index::State::Capture() const {
  model::Mark mark;
  mark.place = offset_ + 1;
  mark.first_time_ms = first_time_ms_;
  mark.base_time_ms = mark.time_ms = time_ms;
  window.WriteTo(mark);
  mark.genesis = *genesis;
  mark.base_rules = RulesAt(mark.base);
  mark.rules = *rules;
  mark.partitions = deliveries.MarkedPartitions();
  mark.deliveries = deliveries.MarkedDeliveries();
  mark.digest = digest();
  return mark;
}

void Index::State::StartLoading(const model::Mark& mark, int64_t first_offset) {
  genesis = mark.genesis;
  offset_ = mark.base - 1;
  SetRules(mark.base_rules);
  window.SizeFor(mark.rules.max_entries, model::CountTexts(mark));
  first_time_ms_ = mark.first_time_ms;
  time_ms = mark.base_time_ms;
  loading_ = {.mark = mark, .first_offset = first_offset};
}

bool Index::State::Load(const model::LogEntry& entry, int64_t offset,
                        int64_t entry_time_ms) {
  Loading& loading = *loading_;
  if (offset < loading.mark.base || offset >= loading.mark.place) return false;
  // The mark has the log time of its first entry. If that entry is missing, the
  // time of the first entry that is left is the best known time.
  if (loading.mark.base < loading.first_offset &&
      offset_ < loading.first_offset) {
    time_ms = std::clamp(entry_time_ms, time_ms, loading.mark.time_ms);
  } else if (offset != loading.mark.base) {
    AdvanceTime(entry_time_ms);
  }
  offset_ = offset;
  if (const auto* changed = std::get_if<RulesEntry>(&entry.content)) {
    if (model::IsKnownVersion(changed->version) && AreValidRules(*changed)) {
      SetRules(*changed);
    }
  }
  if (!model::HasText(loading.mark, offset)) return true;
  const auto* print = std::get_if<FingerprintEntry>(&entry.content);
  if (print == nullptr) return false;
  window.Load({.fingerprint = print->fingerprint,
               .record_id = print->record_id,
               .time_ms = time_ms,
               .log_offset = offset},
              loading.TakeFullLanes(offset), loading.TakeRetracted(offset),
              *rules);
  return true;
}

bool Index::State::FinishLoading() {
  const Loading loading = *std::exchange(loading_, std::nullopt);
  const model::Mark& mark = loading.mark;
  const bool is_short = mark.base < loading.first_offset;
  if (is_short) time_ms = mark.time_ms;
  offset_ = mark.place - 1;
  for (const auto& partition : mark.partitions) deliveries.Load(partition);
  for (const auto& one : mark.deliveries) {
    deliveries.Add(one.delivery, {.decision = one.decision,
                                  .log_offset = one.log_offset,
                                  .text = window.TextAt(one.log_offset)});
  }
  return is_short || (*rules == mark.rules && digest() == mark.digest);
}

uint64_t Index::State::Loading::TakeFullLanes(int64_t offset) {
  while (next_lanes < mark.lanes.size() &&
         mark.lanes[next_lanes].log_offset < offset) {
    ++next_lanes;
  }
  const bool found = next_lanes < mark.lanes.size() &&
                     mark.lanes[next_lanes].log_offset == offset;
  return found ? mark.lanes[next_lanes].full_lanes : 0;
}

bool Index::State::Loading::TakeRetracted(int64_t offset) {
  while (next_retracted < mark.retracted.size() &&
         mark.retracted[next_retracted] < offset) {
    ++next_retracted;
  }
  return next_retracted < mark.retracted.size() &&
         mark.retracted[next_retracted] == offset;
}

// ----------------------------------------------------------------- Index

Index::Index() : state_(std::make_unique<State>()) {}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

Applied Index::Apply(const model::LogEntry& entry, int64_t offset,
                     int64_t time_ms) {
  return state_->Apply(entry, offset, time_ms);
}

void Index::Expect(const model::LogEntry& entry, int64_t offset) {
  state_->Expect(entry, offset);
}

model::Hash128 Index::digest() const { return state_->digest(); }
model::Mark Index::Capture() const { return state_->Capture(); }

void Index::StartLoading(const model::Mark& mark, int64_t first_offset) {
  state_->StartLoading(mark, first_offset);
}

bool Index::Load(const model::LogEntry& entry, int64_t offset,
                 int64_t time_ms) {
  return state_->Load(entry, offset, time_ms);
}

bool Index::FinishLoading() { return state_->FinishLoading(); }

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

int64_t Index::oldest_offset() const { return state_->window.oldest_offset(); }
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
