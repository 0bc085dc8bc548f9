// Parses the head of an HTTP/1 request (RFC 9112): the method and the path.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace newsmill::telemetry {

/// The maximum size of a head that the server accepts.
inline constexpr size_t kMaxHeadBytes = 8192;

struct HttpRequest {
  std::string method;
  std::string path;  // without the query
};

/// Returns the request in `bytes`. Returns nothing as long as the head of the
/// request is not complete. If the head is invalid, the error is the HTTP
/// status of the answer: 400, 414, 431 or 505.
std::expected<std::optional<HttpRequest>, int> ParseHead(
    std::string_view bytes);

}  // namespace newsmill::telemetry
