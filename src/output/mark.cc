#include "newsmill/output/mark.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

#include "fields.h"
#include "newsmill/base/check.h"
#include "newsmill/model/identity.h"

namespace newsmill::output {
namespace {

using model::Mark;
using model::MarkedDelivery;
using model::MarkPartEntry;

std::string_view ViewOf(const std::vector<uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// ------------------------------------------------------------ reading parts

/// Returns whether the two parts belong to the same mark.
bool Agree(const MarkPartEntry& a, const MarkPartEntry& b) {
  return a.place == b.place && a.nonce == b.nonce && a.count == b.count &&
         a.digest == b.digest && a.hash == b.hash;
}

/// Returns the bytes of all parts, or nothing if the parts are not the parts of
/// one mark.
std::optional<std::string> Join(std::span<const MarkPartEntry> parts) {
  if (parts.empty()) return std::nullopt;
  const MarkPartEntry& first = parts.front();
  if (first.count > kMaxMarkParts) return std::nullopt;
  std::vector<const MarkPartEntry*> by_number(first.count);
  for (const MarkPartEntry& part : parts) {
    if (!Agree(first, part) || part.number >= part.count ||
        part.bytes.empty() || part.bytes.size() > kMaxMarkPartBytes) {
      return std::nullopt;
    }
    const MarkPartEntry*& place = by_number[part.number];
    if (place != nullptr && *place != part) return std::nullopt;
    place = &part;
  }
  std::string bytes;
  for (const MarkPartEntry* part : by_number) {
    if (part == nullptr) return std::nullopt;
    bytes += ViewOf(part->bytes);
  }
  return bytes;
}

std::optional<Mark> Decode(std::string_view bytes) {
  FieldReader reader(bytes);
  uint8_t version = 0;
  reader(version);
  if (!reader.ok() || version != kMarkVersion) return std::nullopt;
  Mark mark;
  reader(mark);
  if (!reader.AtEnd()) return std::nullopt;
  return mark;
}

// -------------------------------------------------------------- consistency

template <typename List, typename KeyOf>
bool IsAscending(const List& list, KeyOf key_of) {
  return std::ranges::adjacent_find(list, std::ranges::greater_equal(),
                                    key_of) == list.end();
}

/// Returns whether `mark.texts` has exactly the bits of [base, place).
bool HasBitsOfItsTexts(const Mark& mark) {
  if (mark.base < 0 || mark.base > mark.place) return false;
  const auto bits = static_cast<uint64_t>(mark.place - mark.base);
  if (mark.texts.size() != bits / 8 + (bits % 8 != 0)) return false;
  if (bits == 0) return true;
  if (bits % 8 != 0 && mark.texts.back() >> (bits % 8) != 0) return false;
  return HasText(mark, mark.base);
}

bool HasTimes(const Mark& mark) {
  return mark.first_time_ms >= -1 && mark.base_time_ms >= -1 &&
         mark.first_time_ms <= mark.time_ms &&
         mark.base_time_ms <= mark.time_ms;
}

bool AreLimits(const model::RulesEntry& rules) {
  return rules.window_ms >= 0 && rules.max_entries >= 0 &&
         rules.max_step_ms >= 0;
}

bool IsConsistentDelivery(const Mark& mark, const MarkedDelivery& delivery) {
  return delivery.delivery.partition >= 0 && delivery.delivery.offset >= 0 &&
         delivery.decision.similarity_permille.value_or(0) >= 0 &&
         delivery.log_offset >= 0 && delivery.log_offset < mark.place;
}

}  // namespace

bool CanBelongToAMark(const MarkPartEntry& part, int64_t offset,
                      int64_t place_spacing) {
  return part.place > 0 && part.place % place_spacing == 0 &&
         part.place <= offset && part.count <= kMaxMarkParts &&
         part.number < part.count && !part.bytes.empty() &&
         part.bytes.size() <= kMaxMarkPartBytes;
}

std::vector<MarkPartEntry> PartsOf(const Mark& mark, uint64_t nonce,
                                   size_t part_bytes) {
  NEWSMILL_CHECK(part_bytes > 0 && part_bytes <= kMaxMarkPartBytes);
  std::string bytes;
  FieldWriter writer(bytes);
  writer(kMarkVersion, mark);
  const size_t count = (bytes.size() + part_bytes - 1) / part_bytes;
  if (count > kMaxMarkParts) return {};
  const model::Hash128 hash = model::HashOf(bytes);
  std::vector<MarkPartEntry> parts;
  parts.reserve(count);
  for (size_t number = 0; number < count; ++number) {
    const std::string_view piece =
        std::string_view(bytes).substr(number * part_bytes, part_bytes);
    parts.push_back({.place = mark.place,
                     .nonce = nonce,
                     .number = static_cast<uint32_t>(number),
                     .count = static_cast<uint32_t>(count),
                     .digest = mark.digest,
                     .hash = hash,
                     .bytes = {piece.begin(), piece.end()}});
  }
  return parts;
}

std::optional<Mark> MarkFrom(std::span<const MarkPartEntry> parts) {
  const auto bytes = Join(parts);
  if (!bytes || model::HashOf(*bytes) != parts.front().hash) {
    return std::nullopt;
  }
  auto mark = Decode(*bytes);
  if (!mark || mark->place != parts.front().place ||
      mark->digest != parts.front().digest || !IsConsistent(*mark)) {
    return std::nullopt;
  }
  return mark;
}

bool IsConsistent(const Mark& mark) {
  if (!HasBitsOfItsTexts(mark) || !HasTimes(mark) ||
      !AreLimits(mark.base_rules) || !AreLimits(mark.rules)) {
    return false;
  }
  const bool ascending =
      IsAscending(mark.retracted, std::identity()) &&
      IsAscending(mark.lanes, &model::MarkedLanes::log_offset) &&
      IsAscending(mark.partitions, &model::MarkedPartition::partition) &&
      IsAscending(mark.deliveries, &MarkedDelivery::delivery);
  return ascending &&
         std::ranges::all_of(
             mark.retracted,
             [&](int64_t offset) { return HasText(mark, offset); }) &&
         std::ranges::all_of(
             mark.lanes,
             [&](const auto& one) { return HasText(mark, one.log_offset); }) &&
         std::ranges::all_of(mark.partitions,
                             [](const auto& one) {
                               return one.partition >= 0 &&
                                      one.committed_offset >= 0;
                             }) &&
         std::ranges::all_of(mark.deliveries, [&](const auto& one) {
           return IsConsistentDelivery(mark, one);
         });
}

}  // namespace newsmill::output
