// Reads a file or a pipe by lines or as a whole, in bounded memory.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "newsmill/base/error.h"
#include "newsmill/base/unique_fd.h"

namespace newsmill::files {

/// Never holds more than `max_bytes` of a line or a file and one block: what
/// is longer is cut there, and the rest of it is skipped. Not thread-safe.
class LineReader {
 public:
  enum class Status {
    kReady,
    kNothingYet,  // a pipe that gave nothing within the time-out
    kEnd,
    kBroken,  // see error()
  };

  LineReader(UniqueFd file, int64_t max_bytes);

  /// The next line, without its "\n". Leaves it where it is.
  Status PeekLine(std::chrono::milliseconds timeout);
  /// After a PeekLine that was ready. Lives until the next call.
  std::string_view line() const;
  /// Passes over that line.
  void SkipLine();

  /// Everything from here to the end of the file; call until it is ready.
  Status ReadRest(std::chrono::milliseconds timeout);
  /// After a ReadRest that was ready.
  std::string TakeRest();

  const Error& error() const { return error_; }

 private:
  bool FindLine();
  void PassOverTheRestOfACutLine();
  /// Ready when there is more, or the end was met.
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
