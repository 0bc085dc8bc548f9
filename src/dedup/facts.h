// The facts of a text: its numbers and names. Two reports that fill in the same
// form differ in their facts; copies do not.
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
/// Facts are compared after NFKC and case folding, so case, digits of another
/// script and other dashes make no difference. A name of two words is two
/// facts.
FactMap FactsOf(std::span<const std::string> paragraphs);

}  // namespace newsmill::dedup
