// The fingerprint of an article: the part of it that the log carries and from
// which decisions are made.
//
//   text   XXH3-128 of the normalised text (model::NormalisedText)
//   body   MinHash of its shingles by one permutation (Li, Owen, Zhang: One
//          Permutation Hashing, NIPS 2012), 128 registers, empty ones filled
//          by optimal densification (Shrivastava, ICML 2017), low 8 bits kept
//          (Li, König: b-bit minwise hashing, WWW 2010)
//   lead   the same over its beginning, 48 registers
//   facts  a bit for each different number (the first half of the bytes), and
//          each name that does not begin a sentence (the other half)
//
// Shingles are three words; in scripts without spaces (Han, Kana, Thai, Lao,
// Khmer, Myanmar) five code points.
#pragma once

#include <cstdint>
#include <optional>

#include "newsmill/model/article.h"
#include "newsmill/model/fingerprint.h"
#include "newsmill/model/raw_message.h"

namespace newsmill::dedup {

/// Returns the fingerprint of an article. The same article gives the same
/// fingerprint on every machine.
model::Fingerprint FingerprintOf(const model::Article& article);

/// Returns a fingerprint that no other item has and that matches no other: for
/// a pipeline without deduplication.
model::Fingerprint UniqueFingerprint(const model::RawMessage& message,
                                     std::optional<int32_t> item);

}  // namespace newsmill::dedup
