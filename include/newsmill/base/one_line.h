// Makes text of documents and brokers safe for one line of a log or a terminal.
#pragma once

#include <string>
#include <string_view>

namespace newsmill {

/// Returns `text` with a space in the place of each control character, so that
/// the result cannot forge a line or send commands to a terminal.
inline std::string OneLine(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return line;
}

}  // namespace newsmill
