// Finds the facts of a text: its numbers and names. Copies of a report have the
// same facts. Two different reports from the same template, such as two weather
// reports, have different facts.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "newsmill/model/fingerprint.h"

namespace newsmill::dedup {

using FactMap = std::array<uint8_t, model::kFactBytes>;

/// Returns a bit map. Each different number sets a bit in the first half. Each
/// different name sets a bit in the second half.
/// - number: digits. Letters of a script with case belong to the number if no
///   space separates them from the digits. One separator (. , : / -) may be
///   between two digits. Examples: "1,000", "19:30", "2020-21", "5pm".
/// - name: a word of at least two letters that begins with a capital. A word is
///   not a name at the beginning of a paragraph, sentence or quotation, or in a
///   paragraph without small letters. A name of two words is two facts.
/// Facts are compared in a normal form (NFKC and case folding, digits and
/// dashes in ASCII). So differences in case, in the script of digits and in the
/// kind of dash do not matter.
FactMap FactsOf(std::span<const std::string> paragraphs);

}  // namespace newsmill::dedup
