// Errors outside the program, such as an unreachable broker, a full disk or a
// wrong configuration. For an invalid document, newsmill uses model::Rejection
// (model/dead_letter.h). NEWSMILL_CHECK reports a bug in newsmill.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace newsmill {

/// `message` says what failed and, if known, what an operator should do.
struct Error {
  std::string message;
  /// True: the configuration or the command line is wrong, so the exit code is
  /// 2.
  bool misconfigured = false;
};

/// Returns an Error in which `misconfigured` is true. Use: `return
/// Misconfigured(…);`
inline std::unexpected<Error> Misconfigured(std::string message) {
  return std::unexpected(
      Error{.message = std::move(message), .misconfigured = true});
}

}  // namespace newsmill
