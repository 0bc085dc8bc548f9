#include "window.h"

#include <algorithm>
#include <array>

#include "newsmill/base/check.h"

namespace newsmill::dedup {
namespace {

constexpr uint64_t Bit(int lane) { return uint64_t{1} << lane; }

/// Returns a number of which each bit depends on all bits of `x`. The function
/// is the finaliser of MurmurHash3.
constexpr uint64_t Mix(uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ x >> 33;
}

bool HasBands(const model::Fingerprint& fingerprint,
              const model::RulesEntry& rules) {
  return fingerprint.body_shingles >= rules.exact_below_shingles;
}

}  // namespace

Window::Window() : table_(HashOfElement{&nodes_}) {}

// ---------------------------------------------------------------- lanes

uint32_t Window::BandKey(const model::Fingerprint& fingerprint, int lane) {
  const uint8_t* band =
      lane < kBodyLanes
          ? &fingerprint.body[lane * kRegistersPerBand]
          : &fingerprint.lead[(lane - kBodyLanes) * kRegistersPerBand];
  return static_cast<uint32_t>(band[0]) << 16 |
         static_cast<uint32_t>(band[1]) << 8 | band[2];
}

uint64_t Window::HashIn(int lane, const model::Fingerprint& fingerprint) {
  const auto salt = static_cast<uint64_t>(lane) << 56;
  if (lane == kTextLane) return Mix(fingerprint.text.low ^ salt);
  if (lane == kArticleLane) return Mix(fingerprint.article.low ^ salt);
  return Mix(BandKey(fingerprint, lane) | salt);
}

std::array<uint64_t, Window::kLanes> Window::HashesOf(
    const model::Fingerprint& fingerprint) {
  std::array<uint64_t, kLanes> hashes;
  for (int lane = 0; lane < kLanes; ++lane) {
    hashes[lane] = HashIn(lane, fingerprint);
  }
  return hashes;
}

uint64_t Window::HashOfElement::operator()(uint32_t element) const {
  return HashIn(static_cast<int>(element % kLanes),
                (*nodes)[element / kLanes].text.fingerprint);
}

bool Window::IsLinked(Slot slot, int lane) const {
  return (nodes_[slot].lanes & Bit(lane)) != 0;
}

void Window::Link(Slot slot, int lane) {
  nodes_[slot].lanes |= Bit(lane);
  table_.Add(slot * kLanes + static_cast<uint32_t>(lane),
             HashIn(lane, nodes_[slot].text.fingerprint));
}

void Window::Unlink(Slot slot, int lane) {
  nodes_[slot].lanes &= ~Bit(lane);
  table_.Remove(slot * kLanes + static_cast<uint32_t>(lane),
                HashIn(lane, nodes_[slot].text.fingerprint));
}

void Window::UnlinkAll(Slot slot) {
  table_.Prefetch(HashesOf(nodes_[slot].text.fingerprint));
  for (int lane = 0; lane < kLanes; ++lane) {
    if (IsLinked(slot, lane)) Unlink(slot, lane);
  }
}

// --------------------------------------------------------------- finding

template <typename Matches>
Window::Slot Window::FindFirst(int lane, uint64_t hash, Matches matches) const {
  Slot found = kNone;
  table_.VisitBucket(hash, [&](uint32_t element) {
    if (element % kLanes != static_cast<uint32_t>(lane)) return true;
    const Slot slot = element / kLanes;
    if (!matches(nodes_[slot].text.fingerprint)) return true;
    found = slot;
    return false;
  });
  return found;
}

Window::Slot Window::LatestOf(const model::Hash128& article) const {
  model::Fingerprint wanted;
  wanted.article = article;
  return FindFirst(kArticleLane, HashIn(kArticleLane, wanted),
                   [&](const model::Fingerprint& fingerprint) {
                     return fingerprint.article == article;
                   });
}

Window::Slot Window::OldestWith(const model::Hash128& text) const {
  model::Fingerprint wanted;
  wanted.text = text;
  return FindFirst(kTextLane, HashIn(kTextLane, wanted),
                   [&](const model::Fingerprint& fingerprint) {
                     return fingerprint.text == text;
                   });
}

Window::Neighbours Window::FindNeighbours(const model::Fingerprint& fingerprint,
                                          const model::RulesEntry& rules) {
  Neighbours neighbours;
  if (!HasBands(fingerprint, rules)) return neighbours;
  const std::array<uint64_t, kLanes> hashes = HashesOf(fingerprint);
  table_.Prefetch(hashes);
  ++search_;
  const auto most = static_cast<size_t>(rules.candidates);
  for (int lane = 0; lane < kBandLanes; ++lane) {
    const uint32_t key = BandKey(fingerprint, lane);
    int32_t alike = 0;
    table_.VisitBucket(hashes[lane], [&](uint32_t element) {
      if (element % kLanes != static_cast<uint32_t>(lane)) return true;
      Node& node = nodes_[element / kLanes];
      if (BandKey(node.text.fingerprint, lane) != key) return true;
      if (node.seen != search_ && neighbours.slots.size() < most) {
        node.seen = search_;
        neighbours.slots.push_back(element / kLanes);
      }
      return ++alike < rules.band_candidates;
    });
    if (alike >= rules.band_candidates) neighbours.full_lanes |= Bit(lane);
  }
  return neighbours;
}

// -------------------------------------------------------------- changing

Window::Slot Window::TakeSlot() {
  if (!free_.empty()) {
    const Slot slot = free_.back();
    free_.pop_back();
    return slot;
  }
  const size_t slot = nodes_.size();
  NEWSMILL_CHECK(slot < kMaxTexts);
  nodes_.GrowTo(slot + 1);
  table_.Reserve((slot + 1) * kLanes);
  return static_cast<Slot>(slot);
}

Window::Place Window::Insert(const Text& text, uint64_t full_lanes,
                             const model::RulesEntry& rules) {
  const Slot previous = LatestOf(text.fingerprint.article);
  if (previous != kNone) Unlink(previous, kArticleLane);
  const Slot slot = TakeSlot();
  nodes_[slot] = {.text = text, .previous = previous};
  if (HasBands(nodes_[slot].text.fingerprint, rules)) {
    for (int lane = 0; lane < kBandLanes; ++lane) {
      if ((full_lanes & Bit(lane)) == 0) Link(slot, lane);
    }
  }
  Link(slot, kTextLane);
  Link(slot, kArticleLane);
  (youngest_ == kNone ? oldest_ : nodes_[youngest_].younger) = slot;
  youngest_ = slot;
  ++size_;
  return {slot, nodes_[slot].text.log_offset};
}

void Window::Retract(const Place& place) {
  if (place.slot == kNone || nodes_[place.slot].lanes == 0 ||
      nodes_[place.slot].text.log_offset != place.log_offset) {
    return;
  }
  const bool was_latest = IsLinked(place.slot, kArticleLane);
  UnlinkAll(place.slot);
  if (!was_latest) return;
  // Finds the latest version that is still in the window. Skips retracted
  // versions. Stops at a version that has left the window, because another text
  // may now use the slot of that version.
  Slot slot = place.slot;
  while (true) {
    const Text& newer = nodes_[slot].text;
    slot = nodes_[slot].previous;
    if (slot == kNone) return;
    const Text& older = nodes_[slot].text;
    if (older.fingerprint.article != newer.fingerprint.article ||
        older.log_offset >= newer.log_offset) {
      return;
    }
    if (nodes_[slot].lanes != 0) {
      Link(slot, kArticleLane);
      return;
    }
  }
}

void Window::Evict(int64_t oldest_time_ms, int64_t most) {
  while (oldest_ != kNone &&
         (nodes_[oldest_].text.time_ms < oldest_time_ms || size_ > most)) {
    const Slot slot = oldest_;
    UnlinkAll(slot);
    oldest_ = nodes_[slot].younger;
    if (oldest_ == kNone) youngest_ = kNone;
    free_.push_back(slot);
    --size_;
  }
}

int64_t Window::bytes() const {
  return nodes_.bytes() + table_.bytes() +
         static_cast<int64_t>(free_.capacity() * sizeof(Slot));
}

}  // namespace newsmill::dedup
