// Computes the similarity of two texts from their fingerprints. Uses only
// integers, so that every machine gets the same result. Shares are in permille,
// rounded to the nearest integer.
#pragma once

#include <cstdint>
#include <span>

#include "facts.h"

namespace newsmill::dedup {

/// Returns |A∩B| / |A∪B| of two MinHash sketches of equal length, corrected for
/// registers of 8 bits that agree by chance (Li, König: b-bit minwise hashing,
/// WWW 2010). The result is meaningless for texts without words, because all
/// their registers are equal.
int32_t Jaccard(std::span<const uint8_t> a, std::span<const uint8_t> b);

/// Returns |A∩B| / min(|A|, |B|), computed from the Jaccard similarity and the
/// sizes; 0 if a size is 0.
int32_t Containment(int32_t jaccard, uint32_t size_a, uint32_t size_b);

/// The shared facts of two texts. Several facts may set the same bit, so the
/// numbers of facts are estimated by linear counting (Whang, Vander-Zanden,
/// Taylor: ACM TODS 15, 1990).
struct SharedFacts {
  int32_t fewer = 0;   // number of facts in the text with fewer facts
  int32_t shared = 0;  // permille of `fewer` that the other text also has
};
/// Returns the shared facts. In `shared`, a number counts as much as three
/// names, because numbers show better whether a text is a copy. Two reports
/// from one template about the same company or town have the same names and
/// different numbers. An editor who changes a text seldom changes the numbers.
SharedFacts CompareFacts(const FactMap& a, const FactMap& b);

/// Returns a lower bound for the number of facts that `later` has and `earlier`
/// does not have.
int32_t NewFacts(const FactMap& later, const FactMap& earlier);

}  // namespace newsmill::dedup
