// A message as it came from the input topic, before anything is known of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::model {

struct Header {
  std::string name;
  std::optional<std::string> value;  // Kafka headers may be null

  bool operator==(const Header&) const = default;
};

using Headers = std::vector<Header>;

/// Owns its bytes. A value or key that was null stays null: that is not the
/// same as an empty one.
struct RawMessage {
  std::string topic;
  int32_t partition = 0;
  int64_t offset = 0;
  int64_t timestamp_ms = -1;  // since 1970 UTC; -1: unknown
  std::optional<std::string> key;
  std::optional<std::string> value;
  Headers headers;

  /// Bytes that it keeps in memory, without the struct itself.
  int64_t bytes() const {
    auto size = topic.size();
    if (key) size += key->size();
    if (value) size += value->size();
    for (const Header& header : headers) {
      size += header.name.size() + (header.value ? header.value->size() : 0);
    }
    return static_cast<int64_t>(size);
  }
};

/// The last header of that name, compared without case (ASCII), that is not
/// null. The view lives as long as `headers`.
std::optional<std::string_view> FindHeader(const Headers& headers,
                                           std::string_view name);

}  // namespace newsmill::model
