#include "newsmill/dedup/index.h"

namespace newsmill::dedup {

// Nothing is remembered, so nothing can be a copy: every article is published.
model::Decision Index::Apply(const model::LogEntry& /*entry*/,
                             int64_t /*offset*/, int64_t /*time_ms*/) {
  return {};
}

}  // namespace newsmill::dedup
