// The relation of a text to an earlier one.
#pragma once

#include <cstdint>
#include <optional>

#include "newsmill/model/decision.h"
#include "newsmill/model/fingerprint.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::dedup {

struct Match {
  // One of kNear, kExcerpt and kExtended.
  model::Relation relation = model::Relation::kNear;
  int32_t similarity_permille = 0;

  /// Returns whether this match is better than `other`. A near copy is better
  /// than an excerpt, and an excerpt is better than an extended text. Between
  /// equal kinds, the greater similarity is better.
  bool IsBetterThan(const Match& other) const;
};

/// Compares `later` with `earlier`, a different text of another article.
/// Returns nothing if it is not a copy.
std::optional<Match> MatchOther(const model::Fingerprint& later,
                                const model::Fingerprint& earlier,
                                const model::RulesEntry& rules);

/// Returns the containment of `later` in the latest version of its own article,
/// if `later` is shorter and adds nothing. Otherwise returns nothing. A
/// correction is such a case.
std::optional<int32_t> CoveredBy(const model::Fingerprint& latest,
                                 const model::Fingerprint& later,
                                 const model::RulesEntry& rules);

}  // namespace newsmill::dedup
