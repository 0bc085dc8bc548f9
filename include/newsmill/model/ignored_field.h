// The optional fields of a message that newsmill has ignored.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::model {

/// The reason why a field is ignored; also a metric label. The document is
/// processed as if the field were absent.
enum class IgnoredCause {
  kUnknownKey,    // the envelope has no such key
  kBadUrl,        // not an absolute http or https URL
  kBadFetchedAt,  // not an RFC 3339 time or date
};
inline constexpr int kIgnoredCauseCount = 3;
/// Returns "unknown_key", "bad_url" or "bad_fetched_at".
std::string_view Name(IgnoredCause cause);

/// The ignored fields of one message.
struct IgnoredFields {
  struct Field {
    IgnoredCause cause{};
    std::string name;   // "fetchedAt", "feed.item_titel", "url"
    std::string value;  // empty for an unknown key
  };
  /// The maximum number of fields that are kept. The limit prevents a message
  /// with many unknown keys from filling the memory.
  static constexpr size_t kMostNamed = 10;
  static constexpr size_t kMostBytes = 80;

  std::array<int64_t, kIgnoredCauseCount> counts{};
  std::vector<Field> named;  // the first fields, with shortened texts

  bool empty() const { return named.empty(); }
  void Add(IgnoredCause cause, std::string_view name,
           std::string_view value = {});
};

}  // namespace newsmill::model
