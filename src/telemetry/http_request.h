// The head of an HTTP/1 request (RFC 9112), as far as the server needs it.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace newsmill::telemetry {

/// The longest head that the server accepts.
inline constexpr size_t kMaxHeadBytes = 8192;

struct HttpRequest {
  std::string method;
  std::string path;  // without the query
};

/// Returns the request. Returns nothing as long as the head is not complete.
/// The error is the status of the answer: 400, 414, 431, 505.
std::expected<std::optional<HttpRequest>, int> ParseHead(
    std::string_view bytes);

}  // namespace newsmill::telemetry
