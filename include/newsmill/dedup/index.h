// The state machine that decides which article is the original.
#pragma once

#include <cstdint>

#include "newsmill/model/article.h"
#include "newsmill/model/fingerprint.h"

namespace newsmill::dedup {

/// Pure; fixed size.
model::Fingerprint FingerprintOf(const model::Article& article);

/// The decision is a pure function of the entries applied before, in order.
/// Not thread-safe: the decide thread owns it.
class Index {
 public:
  /// `offset` and `time_ms` are the entry's in the log.
  model::Decision Apply(const model::LogEntry& entry, int64_t offset,
                        int64_t time_ms);
};

}  // namespace newsmill::dedup
