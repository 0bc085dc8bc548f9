// A message of the input topic before decoding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::model {

struct Header {
  std::string name;
  std::optional<std::string> value;  // a Kafka header may be null

  bool operator==(const Header&) const = default;
};

using Headers = std::vector<Header>;

/// A message that owns its bytes. A null value or key is not the same as an
/// empty value or key.
struct RawMessage {
  std::string topic;
  int32_t partition = 0;
  int64_t offset = 0;
  int64_t timestamp_ms = -1;  // since 1970 UTC; -1: unknown
  std::optional<std::string> key;
  std::optional<std::string> value;
  Headers headers;

  /// Returns the size of topic, key, value and headers in bytes.
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

/// Returns the value of the last header with `name` whose value is not null.
/// Ignores the case of ASCII letters in names. The view is valid while
/// `headers` is unchanged.
std::optional<std::string_view> FindHeader(const Headers& headers,
                                           std::string_view name);

}  // namespace newsmill::model
