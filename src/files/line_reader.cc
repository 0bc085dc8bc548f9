#include "newsmill/files/line_reader.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace newsmill::files {
namespace {

constexpr size_t kBlockBytes = 256 << 10;

}  // namespace

LineReader::LineReader(UniqueFd file, int64_t max_bytes)
    : file_(std::move(file)), max_bytes_(static_cast<size_t>(max_bytes)) {}

LineReader::Status LineReader::PeekLine(std::chrono::milliseconds timeout) {
  while (true) {
    if (in_cut_line_) SkipRestOfCutLine();
    if (!in_cut_line_ && FindLine()) return Status::kReady;
    if (at_end_) return Status::kEnd;
    const Status status = ReadBlock(timeout);
    if (status != Status::kReady) return status;
  }
}

bool LineReader::FindLine() {
  const size_t newline = buffer_.find('\n', searched_);
  const bool whole = newline != std::string::npos;
  searched_ = whole ? newline : buffer_.size();
  const bool ready =
      whole || pending() > max_bytes_ || (at_end_ && pending() > 0);
  if (!ready) return false;
  line_end_ = std::min(searched_, begin_ + max_bytes_);
  return true;
}

void LineReader::SkipRestOfCutLine() {
  const size_t newline = buffer_.find('\n', begin_);
  in_cut_line_ = newline == std::string::npos && !at_end_;
  begin_ = newline == std::string::npos ? buffer_.size() : newline + 1;
  searched_ = begin_;
}

std::string_view LineReader::line() const {
  return std::string_view(buffer_).substr(begin_, line_end_ - begin_);
}

void LineReader::SkipLine() {
  begin_ = line_end_;
  if (begin_ < buffer_.size() && buffer_[begin_] == '\n') {
    ++begin_;
  } else {
    in_cut_line_ = true;  // has no effect at the end of the file
  }
  searched_ = begin_;
}

LineReader::Status LineReader::ReadRest(std::chrono::milliseconds timeout) {
  while (!at_end_ && pending() <= max_bytes_) {
    const Status status = ReadBlock(timeout);
    if (status != Status::kReady) return status;
  }
  return Status::kReady;
}

std::string LineReader::TakeRest() {
  std::string rest = buffer_.substr(begin_, max_bytes_);
  begin_ = buffer_.size();
  searched_ = begin_;
  at_end_ = true;
  return rest;
}

LineReader::Status LineReader::ReadBlock(std::chrono::milliseconds timeout) {
  pollfd readable{.fd = file_.get(), .events = POLLIN, .revents = 0};
  if (poll(&readable, 1, static_cast<int>(timeout.count())) <= 0) {
    return Status::kNothingYet;
  }
  buffer_.erase(0, begin_);
  searched_ -= begin_;
  begin_ = 0;
  const size_t held = buffer_.size();
  buffer_.resize(held + kBlockBytes);
  const ssize_t got = read(file_.get(), buffer_.data() + held, kBlockBytes);
  buffer_.resize(held + static_cast<size_t>(std::max<ssize_t>(got, 0)));
  if (got < 0 && errno == EINTR) return Status::kNothingYet;
  if (got < 0) {
    error_.message = std::generic_category().message(errno);
    return Status::kBroken;
  }
  at_end_ = got == 0;
  return Status::kReady;
}

}  // namespace newsmill::files
