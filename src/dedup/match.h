// What one text is to another.
#pragma once

#include <cstdint>
#include <optional>

#include "newsmill/model/decision.h"
#include "newsmill/model/fingerprint.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::dedup {

struct Match {
  model::Relation relation = model::Relation::kNear;  // near, excerpt, extended
  int32_t similarity_permille = 0;

  /// Whether this one wins: what adds nothing goes before what adds, then the
  /// more alike.
  bool IsBetterThan(const Match& other) const;
};

/// `later` against a text of another article, not the same word by word.
std::optional<Match> MatchOther(const model::Fingerprint& later,
                                const model::Fingerprint& earlier,
                                const model::RulesEntry& rules);

/// Whether `later` says nothing that the latest version of its own article does
/// not say, and less: then its containment. A correction is no part of it.
std::optional<int32_t> CoveredBy(const model::Fingerprint& latest,
                                 const model::Fingerprint& later,
                                 const model::RulesEntry& rules);

}  // namespace newsmill::dedup
