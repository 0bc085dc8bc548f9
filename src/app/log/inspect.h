// Reads a whole fingerprint log and reports what it contains. The part of
// `newsmill log inspect` that does not depend on Kafka.
#pragma once

#include <cstdint>
#include <expected>
#include <string>

#include "log/reading.h"
#include "newsmill/base/error.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::app {

struct InspectOptions {
  std::string topic;
  /// The log must have this group and these outputs. Other fields are not
  /// compared.
  model::GenesisEntry expected;
  bool verify = false;
  bool json = false;
  int64_t place_spacing = 8192;  // see pipeline::LogTerms
};

struct Inspected {
  std::string text;      // the report
  bool is_right = true;  // false: with `verify`, a mark is wrong
};

/// Reads `log` from its first entry to the end that it has now. Appends
/// nothing. The error is a misconfiguration if the log belongs to another
/// group.
std::expected<Inspected, Error> Inspect(pipeline::FingerprintLog& log,
                                        const InspectOptions& options,
                                        LogReading::Progress progress);

}  // namespace newsmill::app
