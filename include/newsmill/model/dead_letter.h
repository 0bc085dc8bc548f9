// The reasons why a document cannot become a record.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::model {

/// The reason of a dead letter. It is the value of the header `newsmill-reason`
/// and of a metric label.
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

/// A document that cannot become a record. It is a value, never an exception,
/// and is published as a dead letter.
struct Rejection {
  Reason reason = Reason::kMalformed;
  std::string detail;    // a sentence for an operator, valid UTF-8
  std::string input_id;  // the envelope's `id`, if it could be read
};

}  // namespace newsmill::model
