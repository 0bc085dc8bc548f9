// The facts of a text: its numbers and names. Two reports that are made from
// the same template differ in their facts. Copies of a report have the same
// facts.
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
/// Facts are compared in a normal form (NFKC and case folding, digits and
/// dashes in ASCII). So differences in case, in the script of digits and in the
/// kind of dash do not matter. A name of two words is two facts.
FactMap FactsOf(std::span<const std::string> paragraphs);

}  // namespace newsmill::dedup
