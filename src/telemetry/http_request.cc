#include "http_request.h"

#include <algorithm>

namespace newsmill::telemetry {
namespace {

constexpr int kBadRequest = 400;
constexpr int kUriTooLong = 414;
constexpr int kHeadTooLarge = 431;
constexpr int kVersionNotSupported = 505;

bool IsMethodCharacter(char c) { return c >= 'A' && c <= 'Z'; }
bool IsTargetCharacter(char c) { return c > ' ' && c < '\x7f'; }

std::expected<HttpRequest, int> ParseRequestLine(std::string_view line) {
  const size_t first = line.find(' ');
  const size_t last = line.rfind(' ');
  if (first == line.npos || first == last || first == 0) {
    return std::unexpected(kBadRequest);
  }
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (!std::ranges::all_of(method, IsMethodCharacter) || target.empty() ||
      !std::ranges::all_of(target, IsTargetCharacter) ||
      !version.starts_with("HTTP/")) {
    return std::unexpected(kBadRequest);
  }
  if (!version.starts_with("HTTP/1.")) {
    return std::unexpected(kVersionNotSupported);
  }
  return HttpRequest{.method = std::string(method),
                     .path = std::string(target.substr(0, target.find('?')))};
}

}  // namespace

std::expected<std::optional<HttpRequest>, int> ParseHead(
    std::string_view bytes) {
  const size_t line_end = bytes.find('\n');
  if (line_end == bytes.npos) {
    if (bytes.size() > kMaxHeadBytes) return std::unexpected(kUriTooLong);
    return std::nullopt;
  }
  std::string_view line = bytes.substr(0, line_end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  const auto request = ParseRequestLine(line);
  if (!request) return std::unexpected(request.error());

  // The head ends with an empty line. The server uses only the first line of
  // the head and ignores the other lines.
  const size_t end = std::min(bytes.find("\n\r\n"), bytes.find("\n\n"));
  if (end > kMaxHeadBytes) {  // also true if there is no empty line
    if (bytes.size() > kMaxHeadBytes) return std::unexpected(kHeadTooLarge);
    return std::nullopt;
  }
  return *request;
}

}  // namespace newsmill::telemetry
