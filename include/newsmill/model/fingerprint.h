// What the fingerprint log holds: entries, and the decisions that follow.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsmill::model {

struct Hash128 {
  uint64_t high = 0;
  uint64_t low = 0;

  auto operator<=>(const Hash128&) const = default;
};

/// 32 lower-case hex digits.
std::string ToHex(const Hash128& hash);

/// One item of one message at one place of the input. Same place, other digest
/// (a recreated topic) is another delivery.
struct Delivery {
  int32_t partition = 0;
  int64_t offset = 0;
  int32_t item = -1;  // -1: the document is not part of a feed
  Hash128 digest;     // of the raw value and its timestamp

  auto operator<=>(const Delivery&) const = default;
};

/// What deduplication compares of an article.
struct Fingerprint {
  Hash128 article;  // hash of the article_id
  Hash128 text;     // hash of the normalised text
};

/// An entry of the log: this delivery carries an article like that.
struct LogEntry {
  Delivery delivery;
  std::string record_id;  // the record's `id`
  Fingerprint fingerprint;
};

enum class Relation { kOriginal, kUpdate, kExtended, kExact, kNear, kExcerpt };
inline constexpr int kRelationCount = 6;

/// "original", "update" …
std::string_view Name(Relation relation);
/// exact, near and excerpt add nothing to what is published.
bool IsDuplicate(Relation relation);

/// `dedup` of a record.
struct Decision {
  Relation relation = Relation::kOriginal;
  std::string of;  // record id; empty for an original
  std::optional<int32_t> similarity_permille;
};

}  // namespace newsmill::model
