// Recognizes IPTC 7901, the text format of news agencies. feed.h declares its
// reader.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::input {

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
