// Reads a file or a pipe, line by line or as a whole. Limits the memory for a
// long line or a large file.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "newsmill/base/error.h"
#include "newsmill/base/unique_fd.h"

namespace newsmill::files {

/// A reader that needs at most `max_bytes` of memory, plus one block. If a line
/// or a file is longer than `max_bytes`, returns the first `max_bytes` and
/// skips the rest. Not thread-safe.
class LineReader {
 public:
  enum class Status {
    kReady,
    kNothingYet,  // no bytes came from the pipe within `timeout`
    kEnd,
    kBroken,  // reading failed, see error()
  };

  LineReader(UniqueFd file, int64_t max_bytes);

  /// Finds the next line. line() returns the line, and SkipLine moves to the
  /// line after it. Waits at most `timeout`.
  Status PeekLine(std::chrono::milliseconds timeout);
  /// Returns the line that PeekLine has found, without the final "\n". The view
  /// is valid until the next call.
  /// REQUIRES: PeekLine has returned kReady.
  std::string_view line() const;
  /// Moves past the line that PeekLine has found.
  void SkipLine();

  /// Reads the rest of the file. Waits at most `timeout` for each block. If the
  /// result is kNothingYet, call ReadRest again.
  Status ReadRest(std::chrono::milliseconds timeout);
  /// Returns the bytes that ReadRest has read. REQUIRES: ReadRest has returned
  /// kReady.
  std::string TakeRest();

  const Error& error() const { return error_; }

 private:
  bool FindLine();
  void SkipRestOfCutLine();
  /// Reads a block. Returns kReady after a block, and also at the end of the
  /// file.
  Status ReadBlock(std::chrono::milliseconds timeout);
  size_t pending() const { return buffer_.size() - begin_; }

  UniqueFd file_;
  size_t max_bytes_;
  std::string buffer_;
  size_t begin_ = 0;     // start of the bytes that the caller has not taken
  size_t searched_ = 0;  // no line ends before this position
  size_t line_end_ = 0;  // end of the line that PeekLine found
  bool in_cut_line_ = false;
  bool at_end_ = false;
  Error error_;
};

}  // namespace newsmill::files
