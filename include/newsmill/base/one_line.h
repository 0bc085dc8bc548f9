// Makes text from documents and brokers safe to print on one line of the log or
// of a terminal.
#pragma once

#include <string>
#include <string_view>

namespace newsmill {

/// Replaces each control character of `text` by a space, and returns the
/// result. A text without control characters cannot forge a line of the log,
/// and cannot send commands to a terminal.
inline std::string OneLine(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return line;
}

}  // namespace newsmill
