// The head of an HTTP/1 request (RFC 9112), as far as it is needed here.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace newsmill::telemetry {

/// A longer head is refused.
inline constexpr size_t kMaxHeadBytes = 8192;

struct HttpRequest {
  std::string method;
  std::string path;  // without the query
};

/// Nothing as long as the head is not complete; else the request, or the
/// status that refuses it: 400, 414, 431, 505.
std::expected<std::optional<HttpRequest>, int> ParseHead(
    std::string_view bytes);

}  // namespace newsmill::telemetry
