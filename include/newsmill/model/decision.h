// What the log decides of an article.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "newsmill/model/hash128.h"

namespace newsmill::model {

enum class Relation { kOriginal, kUpdate, kExtended, kExact, kNear, kExcerpt };
inline constexpr int kRelationCount = 6;

/// "original", "update" …
std::string_view Name(Relation relation);
/// exact, near and excerpt add nothing to what is published.
bool IsDuplicate(Relation relation);

/// `dedup` of a record.
struct Decision {
  Relation relation = Relation::kOriginal;
  std::optional<Hash128> of;  // a record's id; none for an original
  std::optional<int32_t> similarity_permille;

  bool operator==(const Decision&) const = default;
};

}  // namespace newsmill::model
