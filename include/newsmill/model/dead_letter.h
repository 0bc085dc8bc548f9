// The reasons why a document cannot become a record.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::model {

/// The reason why a document becomes a dead letter. The reason is also in the
/// header `newsmill-reason` and in a metric label.
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

/// Returns "null_value", "too_large" …
std::string_view Name(Reason reason);

/// Says why a document cannot become a record. A Rejection is returned, never
/// thrown. The document is published as a dead letter.
struct Rejection {
  Reason reason = Reason::kMalformed;
  std::string detail;    // a sentence for an operator, valid UTF-8
  std::string input_id;  // the envelope's `id`, if it could be read
};

}  // namespace newsmill::model
