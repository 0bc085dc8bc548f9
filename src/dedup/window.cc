#include "window.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

#include "newsmill/base/check.h"

namespace newsmill::dedup {
namespace {

constexpr uint64_t Bit(int lane) { return uint64_t{1} << lane; }

bool HasBands(uint32_t body_shingles, const model::RulesEntry& rules) {
  return body_shingles >= rules.exact_below_shingles;
}

}  // namespace

Window::Window() : table_(numbers_, KeyOfText{this}) {}

void Window::SizeFor(int64_t texts, int64_t first_texts) {
  if (numbers_.end() > 1) return;
  const auto most = std::clamp<int64_t>(texts, 1, kMaxTexts);
  table_.SizeFor(static_cast<size_t>(most),
                 static_cast<size_t>(std::min(first_texts, most)));
}

// ----------------------------------------------------------------- keys

Window::Keys Window::KeysOf(const model::Fingerprint& fingerprint) {
  Keys keys;
  for (size_t i = 0; i < kBodyLanes; ++i) {
    keys[i] = KeyOf(&fingerprint.body[i * kRegistersPerBand]);
  }
  for (size_t i = 0; i < kLeadLanes; ++i) {
    keys[kBodyLanes + i] = KeyOf(&fingerprint.lead[i * kRegistersPerBand]);
  }
  keys[kTextLane] = KeyOf(fingerprint.text);
  keys[kArticleLane] = KeyOf(fingerprint.article);
  return keys;
}

uint32_t Window::BandOf(const ComparedText& text, int lane) {
  const auto i = static_cast<size_t>(lane);
  return i < kBodyLanes
             ? KeyOf(&text.body[i * kRegistersPerBand])
             : KeyOf(&text.lead[(i - kBodyLanes) * kRegistersPerBand]);
}

uint32_t Window::KeyOf(const uint8_t* band) {
  return static_cast<uint32_t>(band[2]) << 16 |
         static_cast<uint32_t>(band[1]) << 8 | band[0];
}

uint32_t Window::KeyOf(const model::Hash128& hash) {
  return static_cast<uint32_t>(hash.low >> 40);
}

uint32_t Window::KeyOfText::operator()(TextNumber text, int lane) const {
  if (lane == kTextLane) return KeyOf(window->origins_[text].text);
  if (lane == kArticleLane) return KeyOf(window->origins_[text].article);
  return BandOf(window->nodes_[text].text, lane);
}

inline void Window::KeyOfText::Prefetch(TextNumber text, int lane) const {
  if (lane >= kBandLanes) {
    __builtin_prefetch(&window->origins_[text]);
  } else if (lane < kBodyLanes) {
    __builtin_prefetch(
        &window->nodes_[text]
             .text.body[static_cast<size_t>(lane) * kRegistersPerBand]);
  } else {
    __builtin_prefetch(&window->nodes_[text].text.lead);
  }
}

// --------------------------------------------------------------- finding

TextNumber Window::LatestOf(const model::Hash128& article) const {
  TextNumber found = kNone;
  table_.VisitTexts(kArticleLane, KeyOf(article), [&](TextNumber text) {
    if (origins_[text].article == article) found = text;
  });
  return found;
}

TextNumber Window::OldestWith(const model::Hash128& hash) const {
  TextNumber found = kNone;
  table_.VisitTexts(kTextLane, KeyOf(hash), [&](TextNumber text) {
    if (origins_[text].text == hash) found = text;
  });
  return found;
}

void Window::Expect(const model::Fingerprint& fingerprint) {
  coming_ = KeysOf(fingerprint);
}

const Window::Neighbours& Window::FindNeighbours(
    const model::Fingerprint& fingerprint, const model::RulesEntry& rules) {
  Neighbours& neighbours = neighbours_;
  neighbours.texts.clear();
  neighbours.full_lanes = 0;
  table_.MakeRoom();
  if (!HasBands(fingerprint.body_shingles, rules)) return neighbours;
  LookUp(fingerprint);
  Gather();

  // Sketches of different versions are not compared. The texts are read only if
  // it is not certain that they have the version and the band.
  const auto version = static_cast<uint8_t>(fingerprint.version);
  const bool is_certain =
      table_.HasWholeKeys() && AllTextsHaveVersion(fingerprint.version);
  if (!is_certain) {
    for (const Candidate& candidate : candidates_) Prefetch(candidate.text);
  }
  std::array<int32_t, kBandLanes> alike{};  // by lane
  bool too_many = false;
  size_t kept = 0;
  seen_.Clear();
  for (const Candidate& candidate : candidates_) {
    const bool is_alike =
        is_certain ||
        (Compared(candidate.text).version == version && HasBand(candidate));
    if (!is_alike) continue;
    candidates_[kept++] = candidate;
    if (seen_.Add(candidate.text)) {
      neighbours.texts.push_back(candidate.text);
      if (is_certain) Prefetch(candidate.text);
    }
    const int32_t count = ++alike[static_cast<size_t>(candidate.lane)];
    if (count >= rules.band_candidates) {
      neighbours.full_lanes |= Bit(candidate.lane);
    }
    // Possible only after the rules have changed.
    too_many = too_many || count > rules.band_candidates;
  }
  candidates_.resize(kept);
  const auto most = static_cast<size_t>(rules.candidates);
  if (too_many || neighbours.texts.size() > most) {
    neighbours.texts = OldestOf(rules);
  }
  return neighbours;
}

void Window::LookUp(const model::Fingerprint& fingerprint) {
  lookup_.keys = KeysOf(fingerprint);
  table_.LookUp(lookup_, coming_);
}

void Window::Gather() {
  candidates_.clear();
  table_.VisitLanes(lookup_, kBandLanes, [this](size_t lane, TextNumber text) {
    candidates_.push_back({text, static_cast<int>(lane)});
  });
}

inline void Window::Prefetch(TextNumber text) const {
  const ComparedText& compared = nodes_[text].text;
  __builtin_prefetch(&compared.body);
  __builtin_prefetch(&compared.body[64]);
  __builtin_prefetch(&compared.lead);
}

bool Window::HasBand(const Candidate& candidate) const {
  const ComparedText& text = nodes_[candidate.text].text;
  return text.has_bands &&
         BandOf(text, candidate.lane) ==
             lookup_.keys[static_cast<size_t>(candidate.lane)];
}

std::vector<TextNumber> Window::OldestOf(const model::RulesEntry& rules) {
  std::ranges::sort(candidates_, {}, [](const Candidate& candidate) {
    return std::pair(candidate.lane, candidate.text);
  });
  std::vector<TextNumber> oldest;
  seen_.Clear();
  int lane = -1;
  int32_t alike = 0;
  for (const Candidate& candidate : candidates_) {
    if (oldest.size() == static_cast<size_t>(rules.candidates)) break;
    alike = candidate.lane == lane ? alike + 1 : 1;
    lane = candidate.lane;
    if (alike > rules.band_candidates) continue;
    if (seen_.Add(candidate.text)) oldest.push_back(candidate.text);
  }
  return oldest;
}

// -------------------------------------------------------------- changing

TextNumber Window::Insert(const Text& text, uint64_t full_lanes,
                          const model::RulesEntry& rules) {
  const TextNumber number = AddText(text);
  if (HasBands(text.fingerprint.body_shingles, rules)) {
    LinkBands(number, full_lanes);
  }
  LinkText(number);
  LinkArticle(number);
  AddToDigest(number);
  return number;
}

TextNumber Window::Load(const Text& text, uint64_t full_lanes,
                        bool is_retracted, const model::RulesEntry& rules) {
  table_.MakeRoom();
  if (!is_retracted) {
    if (HasBands(text.fingerprint.body_shingles, rules)) {
      LookUp(text.fingerprint);
    }
    return Insert(text, full_lanes, rules);
  }
  const TextNumber number = AddText(text);
  retracted_.insert(number);
  AddToDigest(number);
  return number;
}

TextNumber Window::AddText(const Text& text) {
  const TextNumber number = numbers_.Add();
  nodes_.Add(number);
  origins_.Add(number);
  const model::Fingerprint& print = text.fingerprint;
  if (print.version != last_version_) {
    last_version_ = print.version;
    first_of_version_ = number;
  }
  nodes_[number] = {.text = ComparedOf(print), .previous = kNone};
  origins_[number] = {.article = print.article,
                      .text = print.text,
                      .record_id = text.record_id};
  times_ms_.Add(number, text.time_ms);
  log_offsets_.Add(number, text.log_offset);
  return number;
}

void Window::LinkBands(TextNumber text, uint64_t full_lanes) {
  nodes_[text].text.has_bands = true;
  table_.AddToLanes(lookup_, ~full_lanes & (Bit(kBandLanes) - 1), text);
  if (full_lanes != 0) left_out_[text] = full_lanes;
}

void Window::LinkText(TextNumber text) {
  const model::Hash128& hash = origins_[text].text;
  const TextNumber oldest = OldestWith(hash);
  if (oldest == kNone) {
    table_.Add(kTextLane, KeyOf(hash), text);
  } else {
    same_texts_[oldest].push_back(text);
  }
}

void Window::LinkArticle(TextNumber text) {
  const model::Hash128& article = origins_[text].article;
  const TextNumber previous = LatestOf(article);
  nodes_[text].previous = previous;
  if (previous == kNone) {
    table_.Add(kArticleLane, KeyOf(article), text);
  } else {
    table_.Replace(kArticleLane, KeyOf(article), previous, text);
  }
}

void Window::Retract(TextNumber text) {
  if (!numbers_.Contains(text) || retracted_.contains(text)) return;
  RemoveFromDigest(text);
  retracted_.insert(text);
  UnlinkBands(text);
  UnlinkText(text);
  UnlinkArticle(text);
  left_out_.erase(text);
  AddToDigest(text);
}

void Window::UnlinkBands(TextNumber text) {
  ComparedText& compared = nodes_[text].text;
  if (!compared.has_bands) return;
  compared.has_bands = false;
  const uint64_t full_lanes = FullLanesOf(text);
  for (int lane = 0; lane < kBandLanes; ++lane) {
    if ((full_lanes & Bit(lane)) != 0) continue;
    table_.Remove(lane, BandOf(compared, lane), text);
  }
}

void Window::UnlinkText(TextNumber text) {
  const model::Hash128& hash = origins_[text].text;
  const TextNumber oldest = OldestWith(hash);
  const auto later = same_texts_.find(oldest);
  if (oldest != text) {
    std::erase(later->second, text);
    if (later->second.empty()) same_texts_.erase(later);
    return;
  }
  table_.Remove(kTextLane, KeyOf(hash), text);
  if (later != same_texts_.end()) LinkNextSameText(later);
}

void Window::LinkNextSameText(SameTexts::iterator oldest) {
  auto rest = same_texts_.extract(oldest);
  const TextNumber next = rest.mapped().front();
  rest.mapped().pop_front();
  table_.Add(kTextLane, KeyOf(origins_[next].text), next);
  if (rest.mapped().empty()) return;
  rest.key() = next;
  same_texts_.insert(std::move(rest));
}

void Window::UnlinkArticle(TextNumber text) {
  const model::Hash128& article = origins_[text].article;
  if (LatestOf(article) != text) return;
  table_.Remove(kArticleLane, KeyOf(article), text);
  // Finds the latest version that is still in the window. Skips retracted
  // versions.
  TextNumber latest = nodes_[text].previous;
  while (numbers_.Contains(latest) && retracted_.contains(latest)) {
    latest = nodes_[latest].previous;
  }
  if (!numbers_.Contains(latest)) return;
  table_.Add(kArticleLane, KeyOf(article), latest);
}

void Window::Evict(int64_t oldest_time_ms, int64_t most) {
  const auto allowed = static_cast<uint64_t>(most);
  while (numbers_.size() > 0 && (times_ms_[numbers_.first()] < oldest_time_ms ||
                                 numbers_.size() > allowed)) {
    EvictOldest();
  }
}

void Window::EvictBelow(int64_t log_offset) {
  while (numbers_.size() > 0 && log_offsets_[numbers_.first()] < log_offset) {
    EvictOldest();
  }
}

void Window::EvictOldest() {
  const TextNumber text = numbers_.first();
  RemoveFromDigest(text);
  numbers_.RemoveOldest();
  // The entries of the text in the table are dead now.
  retracted_.erase(text);
  left_out_.erase(text);
  const auto later = same_texts_.find(text);
  if (later != same_texts_.end()) LinkNextSameText(later);
  nodes_.RemoveBelow(numbers_.first());
  origins_.RemoveBelow(numbers_.first());
  times_ms_.RemoveBelow(numbers_.first());
  log_offsets_.RemoveBelow(numbers_.first());
}

// ----------------------------------------------------------------- marks

TextNumber Window::TextAt(int64_t log_offset) const {
  const auto texts = std::views::iota(numbers_.first(), numbers_.end());
  const auto found = std::ranges::lower_bound(
      texts, log_offset, {},
      [this](TextNumber text) { return log_offsets_[text]; });
  if (found == texts.end() || log_offsets_[*found] != log_offset) {
    return kNone;
  }
  return *found;
}

void Window::WriteTo(model::Mark& mark) const {
  mark.base = mark.place;
  if (numbers_.size() > 0) {
    mark.base = log_offsets_[numbers_.first()];
    mark.base_time_ms = times_ms_[numbers_.first()];
  }
  mark.texts.assign(static_cast<size_t>(mark.place - mark.base + 7) / 8, 0);
  for (TextNumber text = numbers_.first(); text < numbers_.end(); ++text) {
    const int64_t bit = log_offsets_[text] - mark.base;
    mark.texts[static_cast<size_t>(bit / 8)] |=
        static_cast<uint8_t>(1U << bit % 8);
  }
  for (const TextNumber text : retracted_) {
    mark.retracted.push_back(log_offsets_[text]);
  }
  for (const auto& [text, full_lanes] : left_out_) {
    mark.lanes.push_back({log_offsets_[text], full_lanes});
  }
  std::ranges::sort(mark.retracted);
  std::ranges::sort(mark.lanes, {}, &model::MarkedLanes::log_offset);
}

uint64_t Window::FullLanesOf(TextNumber text) const {
  const auto found = left_out_.find(text);
  return found == left_out_.end() ? 0 : found->second;
}

std::array<uint64_t, 11> Window::ElementOf(TextNumber text) const {
  constexpr uint64_t kTextElement = 3;
  const Origin& origin = origins_[text];
  return {kTextElement,
          static_cast<uint64_t>(log_offsets_[text]),
          static_cast<uint64_t>(times_ms_[text]),
          origin.article.high,
          origin.article.low,
          origin.text.high,
          origin.text.low,
          origin.record_id.high,
          origin.record_id.low,
          FullLanesOf(text),
          retracted_.contains(text) ? uint64_t{1} : 0};
}

void Window::AddToDigest(TextNumber text) { digest_.Add(ElementOf(text)); }
void Window::RemoveFromDigest(TextNumber text) {
  digest_.Remove(ElementOf(text));
}

int64_t Window::bytes() const {
  // The memory of an element of a map, with its share of the hash table.
  constexpr size_t kMapElementBytes = 64;
  const size_t elements =
      retracted_.size() + left_out_.size() + same_texts_.size();
  return nodes_.bytes() + origins_.bytes() + times_ms_.bytes() +
         log_offsets_.bytes() + table_.bytes() +
         static_cast<int64_t>(elements * kMapElementBytes);
}

}  // namespace newsmill::dedup
