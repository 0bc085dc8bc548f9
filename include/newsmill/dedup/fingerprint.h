// Computes the fingerprint of an article. Two articles are compared only by
// their fingerprints, never by their texts.
//
// A shingle is a sequence of three words. In scripts without spaces (Han, Kana,
// Thai, Lao, Khmer, Myanmar) a shingle is a sequence of five code points.
//
//   text   XXH3-128 of the normalised text (model::NormalisedText)
//   body   MinHash of the shingles of the text by one permutation (Li, Owen,
//          Zhang: One Permutation Hashing, NIPS 2012), 128 registers, empty
//          registers filled by optimal densification (Shrivastava, ICML 2017),
//          low 8 bits kept (Li, König: b-bit minwise hashing, WWW 2010)
//   lead   the same for the beginning of the text, 48 registers
//   facts  bits for the numbers and names of the text: each different number
//          sets a bit in the first half of the bytes, and each name that does
//          not begin a sentence sets a bit in the second half
#pragma once

#include <cstdint>
#include <optional>

#include "newsmill/model/article.h"
#include "newsmill/model/fingerprint.h"
#include "newsmill/model/raw_message.h"

namespace newsmill::dedup {

/// Returns the fingerprints of an article. An article has the same fingerprints
/// on every machine.
model::Fingerprints FingerprintsOf(const model::Article& article);

/// Returns fingerprints that match no fingerprints of another message or item,
/// for a pipeline without deduplication.
model::Fingerprints UniqueFingerprints(const model::RawMessage& message,
                                       std::optional<int32_t> item);

}  // namespace newsmill::dedup
