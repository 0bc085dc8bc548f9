#include "mark_book.h"

#include <algorithm>
#include <iterator>
#include <variant>

#include "newsmill/base/check.h"
#include "newsmill/output/mark.h"

namespace newsmill::pipeline {
namespace {

using model::MarkPartEntry;

constexpr size_t kMaxMarks = 8;  // of each kind
// An incomplete mark is abandoned after so many offsets without a part.
constexpr int64_t kAbandonedAfter = 65'536;
// A mark is due when the log has grown by so many times its size. So marks are
// at most about 5% of the log.
constexpr int64_t kGrowth = 20;
constexpr size_t kRememberedPlaces = 64;
// The log is trimmed only if a late worker has this choice of places.
constexpr int kKeptPlaces = 3;

/// Returns the fields that all parts of a mark have in common.
MarkPartEntry HeadOf(const MarkPartEntry& part) {
  return {.place = part.place,
          .nonce = part.nonce,
          .number = 0,
          .count = part.count,
          .digest = part.digest,
          .hash = part.hash,
          .bytes = {}};
}

/// Returns whether mark `a` is newer than mark `b`.
bool IsNewer(const KnownMark& a, const KnownMark& b) {
  if (a.place != b.place) return a.place > b.place;
  return a.last_offset < b.last_offset;
}

}  // namespace

MarkBook::MarkBook(MarkBookOptions options) : options_(options) {
  NEWSMILL_CHECK(options_.place_spacing > 0);
}

// ------------------------------------------------------------------- reading

void MarkBook::Read(const LogRecord& record) {
  if (record.offset < next_offset_) return;
  next_offset_ = record.offset + 1;
  RememberPlace(record.offset);
  log_bytes_ += record.bytes;
  DropAbandoned();
  const auto& content = record.entry.content;
  if (const auto* part = std::get_if<MarkPartEntry>(&content)) {
    On(*part, record);
  } else if (const auto* objection =
                 std::get_if<model::ObjectionEntry>(&content)) {
    On(*objection);
  } else if (const auto* reset = std::get_if<model::ResetEntry>(&content)) {
    On(*reset, record.offset);
  }
}

/// If the entry at `offset` is the first one after a place, remembers the size
/// of the log before it.
void MarkBook::RememberPlace(int64_t offset) {
  const int64_t place = offset - offset % options_.place_spacing;
  if (!places_.empty() && places_.back().offset == place) return;
  places_.push_back({.offset = place, .log_bytes = log_bytes_});
  if (places_.size() > kRememberedPlaces) places_.pop_front();
}

/// Returns the bytes of the entries that were read before `place`. If this size
/// is not known any more, returns a greater size, so that a mark is due later.
int64_t MarkBook::LogBytesAt(int64_t place) const {
  const auto found =
      std::ranges::lower_bound(places_, place, {}, &Place::offset);
  return found == places_.end() ? log_bytes_ : found->log_bytes;
}

void MarkBook::On(const MarkPartEntry& part, const LogRecord& record) {
  const Key key{part.place, part.nonce};
  if (!output::CanBelongToAMark(part, record.offset, options_.place_spacing)) {
    ++ignored_;
    return;
  }
  if (const Complete* complete = Find(key)) {
    if (complete->head != HeadOf(part)) ++ignored_;
    return;
  }
  Incomplete& mark = IncompleteOf(part);
  const auto [same, is_new] = mark.parts.try_emplace(part.number, part);
  if (mark.head != HeadOf(part) || same->second != part) {
    if (is_new) mark.parts.erase(same);
    ++ignored_;
    return;
  }
  if (!is_new) return;
  mark.bytes += static_cast<int64_t>(part.bytes.size());
  mark.last_offset = record.offset;
  if (mark.bytes <= options_.max_bytes &&
      mark.parts.size() == mark.head.count) {
    Finish(key, record.time_ms);
  }
  LimitBytes();
}

MarkBook::Incomplete& MarkBook::IncompleteOf(const MarkPartEntry& part) {
  const Key key{part.place, part.nonce};
  if (const auto found = incomplete_.find(key); found != incomplete_.end()) {
    return found->second;
  }
  if (incomplete_.size() == kMaxMarks) incomplete_.erase(OldestIncomplete());
  Incomplete& mark = incomplete_[key];
  mark.head = HeadOf(part);
  mark.log_bytes_at_place = LogBytesAt(part.place);
  return mark;
}

/// Moves the incomplete mark, of which all parts are known, to the complete
/// marks if it is correct.
void MarkBook::Finish(const Key& key, int64_t time_ms) {
  Incomplete mark = std::move(incomplete_.extract(key).mapped());
  std::vector<MarkPartEntry> parts;
  parts.reserve(mark.parts.size());
  for (auto& [number, part] : mark.parts) parts.push_back(std::move(part));
  const auto decoded = output::MarkFrom(parts);
  if (!decoded) {
    ignored_ += static_cast<int64_t>(parts.size());
    return;
  }
  Complete complete{.known = {.place = decoded->place,
                              .base = decoded->base,
                              .nonce = mark.head.nonce,
                              .digest = decoded->digest,
                              .hash = mark.head.hash,
                              .bytes = mark.bytes,
                              .last_offset = mark.last_offset,
                              .time_ms = time_ms,
                              .objected = mark.objected},
                    .head = mark.head,
                    .log_bytes_at_place = mark.log_bytes_at_place,
                    .objected = mark.objected,
                    .parts = {}};
  if (options_.keep_parts) complete.parts = std::move(parts);
  const auto position =
      std::ranges::find_if(complete_, [&](const Complete& other) {
        return IsNewer(complete.known, other.known);
      });
  complete_.insert(position, std::move(complete));
  if (complete_.size() > kMaxMarks) DropOldestComplete();
}

/// A mark whose writer and the writer of the objection have the same state is
/// not wrong, so such an objection has no effect.
void MarkBook::On(const model::ObjectionEntry& objection) {
  const Key key{objection.place, objection.nonce};
  if (Complete* mark = Find(key)) {
    if (mark->known.digest == objection.digest) return;
    mark->objected = true;
    mark->known.objected = true;
  } else if (const auto found = incomplete_.find(key);
             found != incomplete_.end()) {
    Incomplete& incomplete = found->second;
    if (incomplete.head.digest != objection.digest) incomplete.objected = true;
  }
}

/// The writer of the reset knew the same marks and objections. It did not know
/// which marks this worker rejects. If the writer itself rejects a mark, it
/// must append an objection before the reset.
void MarkBook::On(const model::ResetEntry& reset, int64_t offset) {
  reset_ =
      Reset{.offset = offset, .first_offset = reset.first_offset, .mark = {}};
  const Complete* mark = MarkForReset(reset.first_offset);
  if (mark == nullptr) return;
  reset_->mark = Key{mark->known.place, mark->known.nonce};
  reset_->was_objected = mark->objected;
}

/// Returns the mark that a reset for `first_text` names: the newest one without
/// objection, or else the newest one. The first text of a mark without texts is
/// after its place.
const MarkBook::Complete* MarkBook::MarkForReset(int64_t first_text) const {
  const Complete* objected = nullptr;
  for (const Complete& mark : complete_) {
    if (mark.known.place + 1 < first_text) break;
    if (!mark.objected) return &mark;
    if (objected == nullptr) objected = &mark;
  }
  return objected;
}

void MarkBook::Reject(int64_t place, uint64_t nonce) {
  Complete* mark = Find({place, nonce});
  if (mark == nullptr) return;
  mark->known.objected = true;
  mark->rejected = true;
}

// ------------------------------------------------------------------- answers

std::optional<KnownMark> MarkBook::NewestKnown() const {
  const Complete* newest = NewestValid();
  if (newest == nullptr) return std::nullopt;
  return newest->known;
}

std::vector<KnownMark> MarkBook::Valid() const {
  std::vector<KnownMark> valid;
  for (const Complete& mark : complete_) {
    if (!mark.known.objected) valid.push_back(mark.known);
  }
  return valid;
}

std::vector<KnownMark> MarkBook::Known() const {
  std::vector<KnownMark> known;
  known.reserve(complete_.size());
  for (const Complete& mark : complete_) known.push_back(mark.known);
  return known;
}

bool MarkBook::IsDue(int64_t place) const {
  if (place <= 0 || place % options_.place_spacing != 0) return false;
  if (IsBeingWritten()) return false;
  const Complete* newest = NewestValid();
  if (newest == nullptr) return true;
  return place > newest->known.place &&
         LogBytesAt(place) - newest->log_bytes_at_place >=
             kGrowth * newest->known.bytes;
}

/// Returns whether some worker is probably writing a mark that would be the
/// newest one.
bool MarkBook::IsBeingWritten() const {
  const Complete* newest = NewestValid();
  return std::ranges::any_of(incomplete_, [&](const auto& entry) {
    const Incomplete& mark = entry.second;
    return !mark.objected &&
           (newest == nullptr || mark.head.place > newest->known.place) &&
           next_offset_ - mark.last_offset <= options_.place_spacing;
  });
}

std::optional<LoadableMark> MarkBook::Newest(int64_t first_offset) const {
  for (const Complete& mark : complete_) {
    if (!IsUsable(mark) || mark.parts.empty()) continue;
    const int64_t first_text = FirstTextOf(mark);
    if (std::min(first_text, mark.known.place) < first_offset) continue;
    return Load(mark, first_text);
  }
  return std::nullopt;
}

std::optional<LoadableMark> MarkBook::WithoutLostTexts(
    int64_t first_offset) const {
  for (const Complete& mark : complete_) {
    if (!IsUsable(mark) || mark.parts.empty()) continue;
    if (mark.known.place < first_offset) continue;
    return Load(mark, std::max(FirstTextOf(mark), first_offset));
  }
  return std::nullopt;
}

std::optional<LoadableMark> MarkBook::WithoutTexts(int64_t first_offset) const {
  const Complete* mark = MarkForReset(first_offset + 1);
  if (mark == nullptr || mark->parts.empty()) return std::nullopt;
  // Above the base, so that the digest is not compared.
  const KnownMark& known = mark->known;
  return Load(*mark, std::max(known.place, known.base + 1));
}

LoadableMark MarkBook::Load(const Complete& mark, int64_t first_text) {
  auto loaded = output::MarkFrom(mark.parts);
  NEWSMILL_CHECK(loaded);  // Finish has checked the parts.
  return {.known = mark.known,
          .mark = *std::move(loaded),
          .first_text = first_text};
}

/// Returns whether a worker may start from the mark. A mark before a reset
/// describes a state with the lost texts, so it leads to another state than the
/// mark that the reset names.
bool MarkBook::IsUsable(const Complete& mark) const {
  if (mark.rejected) return false;
  if (!reset_ || mark.known.last_offset > reset_->offset) {
    return !mark.objected;
  }
  return ResetNames(mark.known.place, mark.known.nonce) &&
         mark.objected == reset_->was_objected;
}

bool MarkBook::ResetNames(int64_t place, uint64_t nonce) const {
  return reset_ && reset_->mark == Key{place, nonce};
}

/// Returns the offset of the first text of the mark that a worker has to load.
/// If a reset names the mark, all workers load the texts that the writer of the
/// reset has loaded, even if the log still has more of them.
int64_t MarkBook::FirstTextOf(const Complete& mark) const {
  const KnownMark& known = mark.known;
  return ResetNames(known.place, known.nonce)
             ? std::max(known.base, reset_->first_offset)
             : known.base;
}

int64_t MarkBook::TrimBefore(int64_t own_oldest_text) const {
  int places = 0;
  int64_t last_place = -1;
  int64_t needed = own_oldest_text;
  for (const Complete& mark : complete_) {
    if (mark.known.objected || !IsUsable(mark)) continue;
    if (mark.known.place != last_place && ++places > kKeptPlaces) break;
    last_place = mark.known.place;
    needed = std::min(needed, mark.known.base);
  }
  return places < kKeptPlaces ? 0 : std::max<int64_t>(needed, 0);
}

// ---------------------------------------------------------------------- marks

MarkBook::Complete* MarkBook::Find(const Key& key) {
  const auto found = std::ranges::find_if(complete_, [&](const Complete& mark) {
    return Key{mark.known.place, mark.known.nonce} == key;
  });
  return found == complete_.end() ? nullptr : &*found;
}

const MarkBook::Complete* MarkBook::NewestValid() const {
  const auto found = std::ranges::find_if(
      complete_, [](const Complete& mark) { return !mark.known.objected; });
  return found == complete_.end() ? nullptr : &*found;
}

// -------------------------------------------------------------------- limits

void MarkBook::DropAbandoned() {
  std::erase_if(incomplete_, [this](const auto& entry) {
    return next_offset_ - 1 - entry.second.last_offset > kAbandonedAfter;
  });
}

std::map<MarkBook::Key, MarkBook::Incomplete>::iterator
MarkBook::OldestIncomplete() {
  return std::ranges::min_element(incomplete_, {}, [](const auto& entry) {
    return entry.second.last_offset;
  });
}

/// Marks with objections go first. Otherwise a worker that writes one wrong
/// mark after another would make the book forget the valid marks.
void MarkBook::DropOldestComplete() {
  const auto objected =
      std::find_if(complete_.rbegin(), complete_.rend(),
                   [](const Complete& mark) { return mark.known.objected; });
  complete_.erase(objected == complete_.rend() ? std::prev(complete_.end())
                                               : std::prev(objected.base()));
}

/// Limits the bytes of the parts. Frees the parts of complete marks first, from
/// the oldest mark on, but keeps those of the newest one: an incomplete mark
/// may never become complete.
void MarkBook::LimitBytes() {
  int64_t bytes = 0;
  for (const auto& [key, mark] : incomplete_) bytes += mark.bytes;
  const Complete* newest = nullptr;
  for (const Complete& mark : complete_) {
    if (mark.parts.empty()) continue;
    if (newest == nullptr) newest = &mark;
    bytes += mark.known.bytes;
  }
  for (auto mark = complete_.rbegin();
       mark != complete_.rend() && bytes > options_.max_bytes; ++mark) {
    if (mark->parts.empty() || &*mark == newest) continue;
    bytes -= mark->known.bytes;
    mark->parts = {};
  }
  while (bytes > options_.max_bytes && !incomplete_.empty()) {
    const auto oldest = OldestIncomplete();
    bytes -= oldest->second.bytes;
    incomplete_.erase(oldest);
  }
}

}  // namespace newsmill::pipeline
