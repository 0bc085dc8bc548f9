// The facts of a text: its numbers and names. Two reports that are made from
// the same template differ in their facts; copies do not.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "newsmill/model/fingerprint.h"

namespace newsmill::dedup {

using FactMap = std::array<uint8_t, model::kFactBytes>;

/// Returns a bit for each different number (first half) and each different name
/// (second half):
///   number  digits, with the letters that touch them if their script has case,
///           and one of . , : / - between two: "1,000", "19:30", "2020-21",
///           "5pm"
///   name    a word of two letters or more that begins with a capital, unless
///           it begins a paragraph, a sentence or a quotation, or the paragraph
///           has no small letter
/// Facts are compared after NFKC and case folding, so differences in case, in
/// the script of digits and in the kind of dash do not count. A name of two
/// words is two facts.
FactMap FactsOf(std::span<const std::string> paragraphs);

}  // namespace newsmill::dedup
