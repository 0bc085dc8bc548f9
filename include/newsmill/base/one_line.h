// Text from outside on one line of a log or a terminal.
#pragma once

#include <string>
#include <string_view>

namespace newsmill {

/// Control characters become blanks: what documents and brokers say must not
/// forge a line of its own, nor steer a terminal.
inline std::string OneLine(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return line;
}

}  // namespace newsmill
