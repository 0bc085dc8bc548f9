// The decision about an article: an original, an update or a copy of an earlier
// text. Workers make the decision from the fingerprint log.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "newsmill/model/hash128.h"

namespace newsmill::model {

enum class Relation { kOriginal, kUpdate, kExtended, kExact, kNear, kExcerpt };
inline constexpr int kRelationCount = 6;

/// Returns "original", "update" …
std::string_view Name(Relation relation);
/// Returns true for kExact, kNear and kExcerpt. An article with one of these
/// relations adds nothing to the published text.
bool IsDuplicate(Relation relation);

/// The decision about an article. It is the field `dedup` of the record.
struct Decision {
  Relation relation = Relation::kOriginal;
  std::optional<Hash128> of;  // id of the matched record; empty for an original
  std::optional<int32_t> similarity_permille;

  bool operator==(const Decision&) const = default;
};

}  // namespace newsmill::model
