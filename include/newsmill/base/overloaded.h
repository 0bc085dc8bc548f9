// One visitor of lambdas, a lambda for each alternative of a std::variant.
#pragma once

namespace newsmill {

/// For std::visit. An alternative without a lambda does not compile, as long as
/// no lambda is generic.
template <typename... Lambdas>
struct Overloaded : Lambdas... {
  using Lambdas::operator()...;
};

}  // namespace newsmill
