#include "match.h"

#include <algorithm>

#include "similarity.h"

namespace newsmill::dedup {
namespace {

using model::Relation;
using model::RulesEntry;

constexpr int64_t kPermille = 1000;

/// Returns the size of `a` in permille of the size of `b`.
int64_t SizeOf(const ComparedText& a, const ComparedText& b) {
  return kPermille * a.body_shingles / std::max<int64_t>(b.body_shingles, 1);
}

struct Likeness {
  int32_t body = 0;         // Jaccard of the bodies
  int32_t containment = 0;  // containment of the shorter body
  int32_t lead = 0;         // Jaccard of the leads
};

/// Returns the likeness of the texts, or nothing if they are not alike.
std::optional<Likeness> CompareAlike(const ComparedText& a,
                                     const ComparedText& b,
                                     const RulesEntry& rules) {
  const int32_t body = Jaccard(a.body, b.body);
  const int32_t lead = Jaccard(a.lead, b.lead);
  // Most texts share a band by chance. Their containment is not needed, and
  // takes as long as the rest of the comparison.
  const auto containment = [&] {
    return Containment(body, a.body_shingles, b.body_shingles);
  };
  const bool is_alike = body >= rules.body_jaccard ||
                        lead >= rules.lead_jaccard ||
                        (body >= rules.body_least_jaccard &&
                         containment() >= rules.body_containment);
  if (!is_alike) return std::nullopt;
  return Likeness{.body = body, .containment = containment(), .lead = lead};
}

/// Returns whether the texts are similar enough to be copies. Sketches of short
/// texts are unreliable, so short texts must be more similar than long texts.
bool IsAlikeEnoughForItsSize(const ComparedText& a, const ComparedText& b,
                             const Likeness& likeness, const SharedFacts& facts,
                             const RulesEntry& rules) {
  const uint32_t shorter = std::min(a.body_shingles, b.body_shingles);
  if (shorter < rules.exact_below_shingles) return false;
  if (shorter >= rules.strict_below_shingles) return true;
  if (a.language != b.language) return false;
  return std::max(likeness.body, likeness.lead) >= rules.strict_jaccard ||
         (likeness.containment >= rules.strict_containment &&
          facts.fewer >= rules.strict_facts &&
          facts.shared >= rules.strict_shared_facts);
}

/// Returns whether the texts share enough facts to be copies. Two reports from
/// one template are similar, but have different numbers and names.
bool SharesFacts(const Likeness& likeness, const SharedFacts& facts,
                 const RulesEntry& rules) {
  if (facts.fewer < rules.least_facts) {
    return std::max(likeness.body, likeness.lead) >=
           rules.jaccard_without_facts;
  }
  return facts.shared >= rules.shared_facts;
}

int RankOf(Relation relation) {
  if (relation == Relation::kNear) return 0;
  return relation == Relation::kExcerpt ? 1 : 2;
}

}  // namespace

bool Match::IsBetterThan(const Match& other) const {
  if (relation != other.relation) {
    return RankOf(relation) < RankOf(other.relation);
  }
  return similarity_permille > other.similarity_permille;
}

std::optional<Match> MatchOther(const ComparedText& later,
                                const ComparedText& earlier,
                                const RulesEntry& rules) {
  const auto likeness = CompareAlike(later, earlier, rules);
  if (!likeness) return std::nullopt;
  const SharedFacts facts = CompareFacts(later.facts, earlier.facts);
  if (!IsAlikeEnoughForItsSize(later, earlier, *likeness, facts, rules) ||
      !SharesFacts(*likeness, facts, rules)) {
    return std::nullopt;
  }
  const int64_t size = SizeOf(later, earlier);
  if (size <= rules.shorter)
    return Match{Relation::kExcerpt, likeness->containment};
  if (size >= rules.longer)
    return Match{Relation::kExtended, likeness->containment};
  return Match{Relation::kNear, likeness->body};
}

std::optional<int32_t> CoveredBy(const ComparedText& latest,
                                 const ComparedText& later,
                                 const RulesEntry& rules) {
  if (later.body_shingles < rules.exact_below_shingles ||
      SizeOf(later, latest) > rules.shorter ||
      NewFacts(later.facts, latest.facts) > 0) {
    return std::nullopt;
  }
  const int32_t containment =
      Containment(Jaccard(later.body, latest.body), later.body_shingles,
                  latest.body_shingles);
  if (containment < rules.covered) return std::nullopt;
  return containment;
}

}  // namespace newsmill::dedup
