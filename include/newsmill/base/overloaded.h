// Makes one visitor for a std::variant from several lambdas: one lambda for
// each type in the variant.
#pragma once

namespace newsmill {

/// Combines lambdas into one visitor for std::visit. The compiler reports an
/// error if no lambda accepts one of the types in the variant.
template <typename... Lambdas>
struct Overloaded : Lambdas... {
  using Lambdas::operator()...;
};

}  // namespace newsmill
