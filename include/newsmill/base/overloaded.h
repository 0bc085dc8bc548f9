// Makes a visitor for a std::variant from one lambda for each alternative of
// the variant.
#pragma once

namespace newsmill {

/// Combines lambdas into one visitor for std::visit. An alternative without a
/// lambda is a compile error, unless one of the lambdas is generic.
template <typename... Lambdas>
struct Overloaded : Lambdas... {
  using Lambdas::operator()...;
};

}  // namespace newsmill
