// The optional fields of a message that newsmill has ignored.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::model {

/// The reason why a field is ignored. The reason is also a metric label.
/// newsmill processes the document as if the field were absent.
enum class IgnoredCause {
  kUnknownKey,    // not a key of an envelope
  kBadUrl,        // not an absolute http or https URL
  kBadFetchedAt,  // not an RFC 3339 time or date
  kWrongType,     // not of the JSON type that the schema states
};
inline constexpr int kIgnoredCauseCount = 4;
/// Returns "unknown_key", "bad_url", "bad_fetched_at" or "wrong_type".
std::string_view Name(IgnoredCause cause);

/// The ignored fields of one message.
struct IgnoredFields {
  struct Field {
    IgnoredCause cause{};
    std::string name;   // "fetchedAt", "feed.item_titel", "url"
    std::string value;  // empty for an unknown key; "an object" for a type
  };
  /// The maximum number of fields in `named`. Without a limit, a message with
  /// many unknown keys could fill the memory.
  static constexpr size_t kMostNamed = 10;
  static constexpr size_t kMostBytes = 80;

  std::array<int64_t, kIgnoredCauseCount> counts{};
  std::vector<Field> named;  // the first fields, cut to kMostBytes

  bool empty() const { return named.empty(); }
  void Add(IgnoredCause cause, std::string_view name,
           std::string_view value = {});
};

}  // namespace newsmill::model
