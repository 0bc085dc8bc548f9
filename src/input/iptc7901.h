// Recognizes IPTC 7901, the text format of news agencies. feed.h declares its
// reader.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsmill::input {

// The control characters before the parts of a message.
inline constexpr char kStartOfHeader = '\x01';
inline constexpr char kStartOfText = '\x02';

/// Returns whether the word consists of at least `min` and at most `max`
/// digits.
bool AreDigits(std::string_view word, size_t min = 1,
               size_t max = std::string_view::npos);

/// The first line of a message: "exa0612 4 i 211 exa 061".
struct Iptc7901Header {
  std::string service;  // "exa"; empty if the line is not such a header
  std::string source;   // "exa": the agency, or "" if the line does not name it
};
Iptc7901Header Iptc7901HeaderOf(std::string_view line);

/// Returns true if `text` begins with the header line of IPTC 7901, with or
/// without the control characters around it.
bool LooksLikeIptc7901(std::string_view text);

}  // namespace newsmill::input
