// A file or standard output that is open for writing.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "newsmill/base/error.h"
#include "newsmill/base/unique_fd.h"

namespace newsmill::files {

/// The owner of an open output file. Not thread-safe.
class OutputFile {
 public:
  /// Opens the file `name` and removes its content. Opens standard output if
  /// `name` is "-". The error names the file.
  static std::expected<OutputFile, Error> Open(const std::string& name);

  /// Writes all of `bytes`. The error is a text such as "cannot write x: No
  /// space left on device".
  std::expected<void, Error> Write(std::string_view bytes);
  /// Closes the file. Check the result, because some file systems report a full
  /// disk only when the file is closed.
  std::expected<void, Error> Close();

 private:
  OutputFile(std::string name, UniqueFd file)
      : name_(std::move(name)), file_(std::move(file)) {}
  std::unexpected<Error> Failed() const;

  std::string name_;
  UniqueFd file_;
};

}  // namespace newsmill::files
