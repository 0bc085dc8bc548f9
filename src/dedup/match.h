// The relation of a text to an earlier one.
#pragma once

#include <cstdint>
#include <optional>

#include "newsmill/model/decision.h"
#include "newsmill/model/fingerprint.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::dedup {

struct Match {
  // Is kNear, kExcerpt or kExtended.
  model::Relation relation = model::Relation::kNear;
  int32_t similarity_permille = 0;

  /// Returns whether this match is preferred. A near copy is preferred to an
  /// excerpt, an excerpt to an extended text; of equal kinds, the greater
  /// similarity is.
  bool IsBetterThan(const Match& other) const;
};

/// Compares `later` with `earlier`, a different text of another article.
/// Returns nothing if it is no copy.
std::optional<Match> MatchOther(const model::Fingerprint& later,
                                const model::Fingerprint& earlier,
                                const model::RulesEntry& rules);

/// Returns the containment of `later` in the latest version of its own article,
/// if it is shorter and adds nothing. Returns nothing otherwise: for a
/// correction, too.
std::optional<int32_t> CoveredBy(const model::Fingerprint& latest,
                                 const model::Fingerprint& later,
                                 const model::RulesEntry& rules);

}  // namespace newsmill::dedup
