// Options of the output records.
#pragma once

#include <cstdint>
#include <string>

namespace newsmill::output {

struct Options {
  /// The record format; `newsmill.article/1` is the only one.
  std::string format = "newsmill.article/1";
  /// The maximum size of a record in bytes. A longer record becomes a dead
  /// letter with the reason `record_too_large`.
  int64_t max_record_bytes = int64_t{5} << 20;
};

}  // namespace newsmill::output
