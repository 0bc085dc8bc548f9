// The source of `newsmill process`. Reads files and standard input as one
// partition. The first message has the offset 0, the next message has the
// offset 1, and so on.
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

/// A source that reads files. At any time, at most one file is open and at most
/// one message is in memory. A file `*.ndjson` or `*.jsonl` has an envelope on
/// each line. Any other file is one document. The source reports a file that it
/// cannot read, and continues with the next file. Not thread-safe.
class FileSource : public pipeline::Source {
 public:
  /// A function that reports an unreadable file. Its argument is a text such as
  /// "x.html: No such file or directory". The polling thread calls this
  /// function.
  using ReportUnreadable = std::function<void(const std::string&)>;

  /// Reads `files` in this order. The name "-" means standard input. A value
  /// that is longer than `max_message_bytes` becomes a dead letter. A dead
  /// letter should contain the whole value. So the source cuts a value only if
  /// it is longer than both `max_message_bytes` and 64 MiB. `places` must
  /// outlive the source.
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
  /// Reads the next message. If the result is kReady, the message is in
  /// `message_`.
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
  std::string file_;  // the open file
  Format format_ = Format::kDocument;
  int64_t line_ = 0;
  bool taken_ = false;  // the document of the open file was read
  std::optional<LineReader> reader_;
  std::optional<model::RawMessage> message_;  // the next message for Poll
  int64_t next_offset_ = 0;
  Mutex idle_mutex_;
  CondVar idle_;
};

/// Returns the content type for the extension of a file's name, or "" if the
/// extension is unknown.
std::string_view ContentTypeOf(std::string_view file);

}  // namespace newsmill::files
