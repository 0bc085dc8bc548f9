#include "file_text.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "fmt/format.h"

namespace newsmill::config {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::unexpected<std::string> CannotRead(const std::string& file) {
  return std::unexpected(fmt::format("cannot read {}: {}", file,
                                     std::generic_category().message(errno)));
}

}  // namespace

Parsed<std::string> ReadText(const std::string& file, int64_t max_bytes) {
  const std::unique_ptr<std::FILE, CloseFile> input(
      std::fopen(file.c_str(), "rb"));
  if (!input) return CannotRead(file);
  // Reads one byte more than allowed, to find out whether the file is too long.
  // The size in the file system does not show this, because a pipe or a mounted
  // secret may have no size.
  std::string text(static_cast<size_t>(max_bytes) + 1, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), input.get()));
  if (std::ferror(input.get()) != 0) return CannotRead(file);
  if (text.size() > static_cast<size_t>(max_bytes)) {
    return std::unexpected(
        fmt::format("{} is larger than {}", file, FormatSize(max_bytes)));
  }
  return text;
}

}  // namespace newsmill::config
