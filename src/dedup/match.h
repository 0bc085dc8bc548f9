// Determines whether a text is a copy of an earlier text, and which kind of
// copy.
#pragma once

#include <cstdint>
#include <optional>

#include "compared_text.h"
#include "newsmill/model/decision.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::dedup {

struct Match {
  // One of kNear, kExcerpt and kExtended.
  model::Relation relation = model::Relation::kNear;
  int32_t similarity_permille = 0;

  /// Returns whether this match is better than `other`. A near copy is better
  /// than an excerpt, and an excerpt is better than an extended text. Of two
  /// matches of the same kind, the match with the greater similarity is better.
  bool IsBetterThan(const Match& other) const;
};

/// Returns how `later` matches `earlier`, which is a different text of another
/// article. Returns nothing if `later` is not a copy of `earlier`.
std::optional<Match> MatchOther(const ComparedText& later,
                                const ComparedText& earlier,
                                const model::RulesEntry& rules);

/// Compares `later` with `latest`, the latest version of the same article. If
/// `later` is shorter and adds nothing, returns the share of `later` that is in
/// `latest`, in permille. Otherwise returns nothing, for example if `later` is
/// a correction.
std::optional<int32_t> CoveredBy(const ComparedText& latest,
                                 const ComparedText& later,
                                 const model::RulesEntry& rules);

}  // namespace newsmill::dedup
