// A file or standard output, written as a whole or with an error.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "newsmill/base/error.h"
#include "newsmill/base/unique_fd.h"

namespace newsmill::files {

class OutputFile {
 public:
  /// "-" is standard output. An existing file is emptied.
  static std::expected<OutputFile, Error> Open(const std::string& name);

  /// All of it, or an error: "cannot write x: No space left on device".
  std::expected<void, Error> Write(std::string_view bytes);
  /// Some file systems tell only now that there was no room.
  std::expected<void, Error> Close();

 private:
  OutputFile(std::string name, UniqueFd file)
      : name_(std::move(name)), file_(std::move(file)) {}
  std::unexpected<Error> Failed() const;

  std::string name_;
  UniqueFd file_;
};

}  // namespace newsmill::files
