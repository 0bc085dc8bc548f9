// Reads a file or a pipe, by lines or as a whole, in bounded memory.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "newsmill/base/error.h"
#include "newsmill/base/unique_fd.h"

namespace newsmill::files {

/// Holds at most `max_bytes` of a line or a file, and one block. Cuts a longer
/// line or file there and skips the rest. Not thread-safe.
class LineReader {
 public:
  enum class Status {
    kReady,
    kNothingYet,  // a pipe that wrote nothing within the time-out
    kEnd,
    kBroken,  // see error()
  };

  LineReader(UniqueFd file, int64_t max_bytes);

  /// Finds the next line, and does not move past it. Waits at most `timeout`.
  Status PeekLine(std::chrono::milliseconds timeout);
  /// Returns the line without its "\n". Valid until the next call.
  /// REQUIRES: PeekLine has returned kReady.
  std::string_view line() const;
  /// Moves past that line.
  void SkipLine();

  /// Reads everything from here to the end of the file. Waits at most `timeout`
  /// for each block; call it again until it returns kReady.
  Status ReadRest(std::chrono::milliseconds timeout);
  /// Returns what ReadRest has read.
  /// REQUIRES: ReadRest has returned kReady.
  std::string TakeRest();

  const Error& error() const { return error_; }

 private:
  bool FindLine();
  void PassOverTheRestOfACutLine();
  /// Returns kReady if there is more, or at the end of the file.
  Status ReadBlock(std::chrono::milliseconds timeout);
  size_t pending() const { return buffer_.size() - begin_; }

  UniqueFd file_;
  size_t max_bytes_;
  std::string buffer_;
  size_t begin_ = 0;     // of what is not yet taken
  size_t searched_ = 0;  // no line ends before here
  size_t line_end_ = 0;  // of the line that was peeked
  bool in_cut_line_ = false;
  bool at_end_ = false;
  Error error_;
};

}  // namespace newsmill::files
