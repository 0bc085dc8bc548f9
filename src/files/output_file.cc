#include "newsmill/files/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "fmt/format.h"

namespace newsmill::files {

std::expected<OutputFile, Error> OutputFile::Open(const std::string& name) {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
  constexpr mode_t kMode = 0666;  // umask removes some of these bits
  OutputFile file =
      name == "-"
          ? OutputFile("standard output",
                       UniqueFd(fcntl(1, F_DUPFD_CLOEXEC, 3)))
          : OutputFile(name, UniqueFd(open(name.c_str(), kFlags, kMode)));
  if (file.file_.get() < 0) return file.Failed();
  return file;
}

std::expected<void, Error> OutputFile::Write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file_.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return Failed();
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return {};
}

std::expected<void, Error> OutputFile::Close() {
  if (close(file_.Release()) != 0) return Failed();
  return {};
}

std::unexpected<Error> OutputFile::Failed() const {
  return std::unexpected(Error{fmt::format(
      "cannot write {}: {}", name_, std::generic_category().message(errno))});
}

}  // namespace newsmill::files
