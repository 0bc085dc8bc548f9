// Errors of the world: a broker, a disk, a configuration. What is wrong with a
// document is a Rejection (model/dead_letter.h); what is wrong with us is a
// NEWSMILL_CHECK.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace newsmill {

/// A sentence for a person: what failed, and what to do where that is known.
struct Error {
  std::string message;
  /// The configuration, or the command line, does not fit the world.
  bool misconfigured = false;
};

/// For a function to return.
inline std::unexpected<Error> Misconfigured(std::string message) {
  return std::unexpected(
      Error{.message = std::move(message), .misconfigured = true});
}

}  // namespace newsmill
