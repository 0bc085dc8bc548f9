// Why a document cannot become a record.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::model {

/// The closed set of reasons: header `newsmill-reason` and metric label.
enum class Reason {
  kNullValue,
  kTooLarge,
  kBadEnvelope,
  kUnsupported,
  kDecompression,
  kCharset,
  kMalformed,
  kEmptyFeed,
  kNotAnArticle,
  kNoText,
  kLimit,
  kRecordTooLarge,
  kCrashed,
};
inline constexpr int kReasonCount = 13;

/// "null_value", "too_large" …
std::string_view Name(Reason reason);

/// The document is bad: a value, never an exception; it ends as a dead letter.
struct Rejection {
  Reason reason = Reason::kMalformed;
  std::string detail;    // a sentence for a person, valid UTF-8
  std::string input_id;  // the envelope's `id` where it could be read
};

}  // namespace newsmill::model
