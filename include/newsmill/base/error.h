// Errors of the environment, such as a broker, a disk or the configuration. An
// invalid document is a Rejection (model/dead_letter.h), a bug is a
// NEWSMILL_CHECK.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace newsmill {

/// `message` says what failed and, if known, what an operator should do.
struct Error {
  std::string message;
  /// The configuration or the command line is wrong: exit code 2.
  bool misconfigured = false;
};

/// Returns an Error in which `misconfigured` is true. Use: `return
/// Misconfigured(…);`
inline std::unexpected<Error> Misconfigured(std::string message) {
  return std::unexpected(
      Error{.message = std::move(message), .misconfigured = true});
}

}  // namespace newsmill
