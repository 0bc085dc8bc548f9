// How alike two texts are, read from their fingerprints. Integers only, so that
// every machine reads the same; shares in permille, rounded to the nearest.
#pragma once

#include <cstdint>
#include <span>

#include "newsmill/model/fingerprint.h"

namespace newsmill::dedup {

/// |A∩B| / |A∪B| of two MinHash sketches of equal length, corrected for
/// registers of 8 bits that agree by chance (Li, König: b-bit minwise hashing,
/// WWW 2010). Of texts without words it says nothing: their registers agree.
int32_t Jaccard(std::span<const uint8_t> a, std::span<const uint8_t> b);

/// |A∩B| / min(|A|, |B|), from the Jaccard similarity and the sizes. 0 when one
/// is empty.
int32_t Containment(int32_t jaccard, uint32_t size_a, uint32_t size_b);

/// How many facts there are is estimated by linear counting (Whang,
/// Vander-Zanden, Taylor: ACM TODS 15, 1990), since some share a bit.
struct SharedFacts {
  int32_t fewer = 0;   // of each kind those of the text that has fewer of it
  int32_t shared = 0;  // permille of these that the other has too
};
/// In `shared` a number counts as three names: forms about the same company or
/// town differ in their numbers, and editors change these last.
SharedFacts CompareFacts(const model::Fingerprint& a,
                         const model::Fingerprint& b);

/// Facts of `later` that `earlier` does not have, at least so many.
int32_t NewFacts(const model::Fingerprint& later,
                 const model::Fingerprint& earlier);

}  // namespace newsmill::dedup
