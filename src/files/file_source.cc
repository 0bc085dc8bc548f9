#include "newsmill/files/file_source.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "fmt/format.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "newsmill/json/reader.h"

namespace newsmill::files {
namespace {

constexpr int64_t kLeastCutBytes = int64_t{64} << 20;

using Status = LineReader::Status;

bool HoldsLines(std::string_view file) {
  const std::string name = LowerAscii(file);
  return name.ends_with(".ndjson") || name.ends_with(".jsonl");
}

bool IsCompressedLines(std::string_view file) {
  const std::string name = LowerAscii(file);
  return (name.ends_with(".gz") || name.ends_with(".zst")) &&
         HoldsLines(name.substr(0, name.rfind('.')));
}

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == line.npos;
}

bool IsEnvelope(std::string_view line) {
  const std::string_view text = WithoutByteOrderMark(line);
  const size_t begin = text.find_first_not_of(" \t");
  if (begin == text.npos || text[begin] != '{') return false;
  const auto tree = json::Tree::Parse(line);
  return tree && tree->root().IsObject() && tree->root().Find("content");
}

std::expected<UniqueFd, std::string> OpenFile(const std::string& file) {
  if (IsCompressedLines(file)) {
    return std::unexpected(
        "compressed NDJSON is not read: unpack it first, as in `zstd -dc FILE "
        "| "
        "newsmill process -`");
  }
  UniqueFd opened(file == "-" ? fcntl(0, F_DUPFD_CLOEXEC, 3)
                              : open(file.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status = {};
  if (opened.get() < 0 || fstat(opened.get(), &status) != 0) {
    return std::unexpected(std::generic_category().message(errno));
  }
  if (S_ISDIR(status.st_mode))
    return std::unexpected(std::generic_category().message(EISDIR));
  return opened;
}

}  // namespace

std::string_view ContentTypeOf(std::string_view file) {
  std::string name = LowerAscii(file);
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (name.ends_with(packed)) name.resize(name.size() - packed.size());
  }
  if (name.ends_with(".html") || name.ends_with(".htm")) return "text/html";
  if (name.ends_with(".txt")) return "text/plain";
  if (name.ends_with(".xml")) return "application/xml";
  if (name.ends_with(".json")) return "application/json";
  return "";
}

FileSource::FileSource(std::vector<std::string> files,
                       int64_t max_message_bytes, InputPlaces& places,
                       ReportUnreadable report)
    : files_(std::move(files)),
      cut_bytes_(std::max(max_message_bytes + 1, kLeastCutBytes)),
      places_(places),
      report_(std::move(report)) {}

pipeline::SourceEvent FileSource::Poll(bool want_messages,
                                       std::chrono::milliseconds timeout) {
  if (!assigned_) {
    assigned_ = true;
    return pipeline::Assigned{.partitions = {0}, .group_metadata = ""};
  }
  if (started_ && want_messages) return NextMessage(timeout);
  Idle(timeout);
  return std::monostate();
}

void FileSource::Start(std::span<const pipeline::Progress> /*starts*/) {
  started_ = true;
}

pipeline::SourceEvent FileSource::NextMessage(
    std::chrono::milliseconds timeout) {
  while (true) {
    if (!reader_) {
      if (next_file_ == files_.size()) return pipeline::Exhausted();
      Open(files_[next_file_++]);
      continue;
    }
    switch (Take(timeout)) {
      case Status::kReady:
        return std::move(*std::exchange(message_, std::nullopt));
      case Status::kNothingYet:
        return std::monostate();
      case Status::kBroken:
        Report(reader_->error().message);
        break;
      case Status::kEnd:
        break;
    }
    reader_.reset();
  }
}

void FileSource::Open(const std::string& file) {
  file_ = file;
  line_ = 0;
  taken_ = false;
  auto opened = OpenFile(file);
  if (!opened) {
    Report(opened.error());
    return;
  }
  reader_.emplace(std::move(*opened), cut_bytes_);
  format_ = file == "-"         ? Format::kUndecided
            : HoldsLines(file_) ? Format::kLines
                                : Format::kDocument;
}

LineReader::Status FileSource::Take(std::chrono::milliseconds timeout) {
  if (format_ == Format::kUndecided) {
    // If standard input is empty, there is no document and therefore no
    // message.
    const Status first = reader_->PeekLine(timeout);
    if (first != Status::kReady) return first;
    format_ = IsEnvelope(reader_->line()) ? Format::kLines : Format::kDocument;
  }
  return format_ == Format::kLines ? TakeLine(timeout) : TakeDocument(timeout);
}

LineReader::Status FileSource::TakeLine(std::chrono::milliseconds timeout) {
  while (true) {
    const Status status = reader_->PeekLine(timeout);
    if (status != Status::kReady) return status;
    std::string_view line = reader_->line();
    if (++line_ == 1) line = WithoutByteOrderMark(line);
    const bool blank = IsBlank(line);
    if (!blank) {
      message_ = MessageOf(std::string(line));
      // Each line must be an envelope. Because of this content type, a line
      // that is not JSON becomes a dead letter. Otherwise the line would be
      // read as plain text.
      message_->headers.push_back({"content-type", "application/json"});
    }
    reader_->SkipLine();
    if (!blank) return Status::kReady;
  }
}

LineReader::Status FileSource::TakeDocument(std::chrono::milliseconds timeout) {
  if (taken_) return Status::kEnd;
  const Status status = reader_->ReadRest(timeout);
  if (status != Status::kReady) return status;
  taken_ = true;
  message_ = MessageOf(reader_->TakeRest());
  const std::string_view type = ContentTypeOf(file_);
  if (!type.empty()) {
    message_->headers.push_back({"content-type", std::string(type)});
  }
  return Status::kReady;
}

model::RawMessage FileSource::MessageOf(std::string value) {
  InputPlace place{.file = file_, .line = std::nullopt};
  if (format_ == Format::kLines) place.line = line_;
  places_.Add(std::move(place));
  model::RawMessage message;
  message.offset = next_offset_++;
  message.value = std::move(value);
  return message;
}

void FileSource::Report(const std::string& reason) {
  report_(fmt::format("{}: {}", file_, reason));
}

// Waits for at most a millisecond while the pipeline is full. Without this
// wait, the caller would use the processor in an empty loop. A longer wait
// could leave the extraction threads without work.
void FileSource::Idle(std::chrono::milliseconds timeout) {
  constexpr std::chrono::milliseconds kLongest{1};
  const MutexLock lock(idle_mutex_);
  idle_.WaitUntil(idle_mutex_, std::chrono::steady_clock::now() +
                                   std::min(timeout, kLongest));
}

}  // namespace newsmill::files
