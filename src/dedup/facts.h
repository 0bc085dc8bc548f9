// The facts of a text: numbers and names, which tell a form that was filled in
// twice from a copy.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "newsmill/model/fingerprint.h"

namespace newsmill::dedup {

using FactMap = std::array<uint8_t, model::kFactBytes>;

/// A bit for each different number, in the first half, or name, in the second:
///   number  digits, with the letters that touch them if their script has case,
///           and one of . , : / - between two: "1,000", "19:30", "2020-21",
///           "5pm"
///   name    a word of two letters or more that begins with a capital, unless
///           it begins a paragraph, a sentence or a quotation, or the paragraph
///           has no small letter
/// Case, digits of another script, dashes of another kind and what else is the
/// same by NFKC make no difference. A name of two words is two facts.
FactMap FactsOf(std::span<const std::string> paragraphs);

}  // namespace newsmill::dedup
