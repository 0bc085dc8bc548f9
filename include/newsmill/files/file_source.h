// The source of `process`: files and standard input as one partition, with the
// running number of each message as its offset.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/files/input_places.h"
#include "newsmill/files/line_reader.h"
#include "newsmill/pipeline/source.h"

namespace newsmill::files {

/// Keeps one file open and one message of it in memory. A file `*.ndjson` or
/// `*.jsonl` has an envelope on each line, any other file is one document. A
/// file that cannot be read is reported and skipped. One thread.
class FileSource : public pipeline::Source {
 public:
  /// Called with "x.html: No such file or directory" on the polling thread.
  using ReportUnreadable = std::function<void(const std::string&)>;

  /// "-" is standard input. Values above `max_message_bytes` become dead
  /// letters, so they are cut, but not below 64 MiB: most dead letters hold the
  /// whole value. `places` must outlive the source.
  FileSource(std::vector<std::string> files, int64_t max_message_bytes,
             InputPlaces& places, ReportUnreadable report);

  pipeline::SourceEvent Poll(bool want_messages,
                             std::chrono::milliseconds timeout) override;
  void Start(std::span<const pipeline::Progress> starts) override;
  void Release() override {}
  void Rejoin() override {}
  void Close() override { reader_.reset(); }

 private:
  enum class Format { kDocument, kLines, kUndecided };

  pipeline::SourceEvent NextMessage(std::chrono::milliseconds timeout);
  void Open(const std::string& file);
  /// Reads the next message into `message_` if it returns kReady.
  LineReader::Status Take(std::chrono::milliseconds timeout);
  LineReader::Status TakeLine(std::chrono::milliseconds timeout);
  LineReader::Status TakeDocument(std::chrono::milliseconds timeout);
  model::RawMessage MessageOf(std::string value);
  void Report(const std::string& reason);
  void Idle(std::chrono::milliseconds timeout);

  const std::vector<std::string> files_;
  const int64_t cut_bytes_;
  InputPlaces& places_;
  const ReportUnreadable report_;

  bool assigned_ = false;
  bool started_ = false;
  size_t next_file_ = 0;
  std::string file_;  // the open one
  Format format_ = Format::kDocument;
  int64_t line_ = 0;
  bool taken_ = false;  // the document
  std::optional<LineReader> reader_;
  std::optional<model::RawMessage> message_;  // taken, not yet given
  int64_t next_offset_ = 0;
  Mutex idle_mutex_;
  CondVar idle_;
};

/// Returns the content type by the extension of a file's name, "" if the
/// extension is unknown.
std::string_view ContentTypeOf(std::string_view file);

}  // namespace newsmill::files
