// Implements the fingerprint log on topics.fingerprints. LogWriter appends
// entries, LogReader reads them, and LogTrimmer deletes them. An entry has an
// effect only when a worker reads it from the log. So the reader and the writer
// do not wait for each other.

#include <memory>
#include <utility>

#include "log_reader.h"
#include "log_trimmer.h"
#include "log_writer.h"
#include "newsmill/base/check.h"
#include "newsmill/kafka/kafka.h"
#include "newsmill/output/log_entry.h"

namespace newsmill::kafka {
namespace {

using pipeline::LogBounds;
using pipeline::LogError;
using pipeline::LogRecord;

std::expected<std::optional<LogRecord>, LogError> WithClock(
    LogClock clock, std::expected<std::optional<LogRecord>, LogError> record) {
  if (record && *record && clock == LogClock::kInput) {
    (*record)->time_ms = model::InputTimeOf((*record)->entry);
  }
  return record;
}

class KafkaLog : public pipeline::FingerprintLog {
 public:
  KafkaLog(LogClock clock, std::unique_ptr<LogReader> reader,
           std::unique_ptr<LogWriter> writer,
           std::unique_ptr<LogTrimmer> trimmer)
      : clock_(clock),
        reader_(std::move(reader)),
        writer_(std::move(writer)),
        trimmer_(std::move(trimmer)) {}

  std::expected<LogBounds, Error> Open(std::function<void()> readable,
                                       int64_t least_end) override {
    writer_->Listen(readable);
    trimmer_->Listen(readable);
    return reader_->Open(std::move(readable), least_end);
  }
  void Interrupt() override { reader_->Interrupt(); }
  std::expected<void, LogError> Append(const model::LogEntry& entry) override {
    return writer_->Append(output::EncodeLogEntry(entry));
  }
  std::expected<std::optional<LogRecord>, LogError> Poll() override {
    if (const auto served = writer_->Serve(); !served) {
      return std::unexpected(served.error());
    }
    trimmer_->Serve();
    return WithClock(clock_, reader_->Next());
  }
  const LogRecord* Coming() const override { return reader_->Coming(); }
  std::expected<void, LogError> ReadFrom(int64_t offset) override {
    return reader_->ReadFrom(offset);
  }
  void Trim(int64_t before) override { trimmer_->Trim(before); }
  void Close() override {
    trimmer_->Close();
    writer_->Close();
    reader_->Close();
  }

 private:
  const LogClock clock_;
  std::unique_ptr<LogReader> reader_;
  std::unique_ptr<LogWriter> writer_;
  std::unique_ptr<LogTrimmer> trimmer_;  // uses the reader's client
};

class ReadOnlyLog : public pipeline::FingerprintLog {
 public:
  ReadOnlyLog(LogClock clock, std::unique_ptr<LogReader> reader)
      : clock_(clock), reader_(std::move(reader)) {}

  std::expected<LogBounds, Error> Open(std::function<void()> readable,
                                       int64_t least_end) override {
    return reader_->Open(std::move(readable), least_end);
  }
  void Interrupt() override { reader_->Interrupt(); }
  std::expected<void, LogError> Append(const model::LogEntry&) override {
    NEWSMILL_CHECK(false);
    return {};
  }
  std::expected<std::optional<LogRecord>, LogError> Poll() override {
    return WithClock(clock_, reader_->Next());
  }
  const LogRecord* Coming() const override { return reader_->Coming(); }
  std::expected<void, LogError> ReadFrom(int64_t offset) override {
    return reader_->ReadFrom(offset);
  }
  void Trim(int64_t) override { NEWSMILL_CHECK(false); }
  void Close() override { reader_->Close(); }

 private:
  const LogClock clock_;
  std::unique_ptr<LogReader> reader_;
};

}  // namespace

std::expected<std::unique_ptr<pipeline::FingerprintLog>, Error> MakeLogReader(
    const Options& options, pipeline::Observer& observer) {
  auto reader = LogReader::Make(options, observer);
  if (!reader) return std::unexpected(reader.error());
  return std::make_unique<ReadOnlyLog>(options.log_clock, *std::move(reader));
}

std::expected<std::unique_ptr<pipeline::FingerprintLog>, Error> MakeLog(
    const Options& options, pipeline::Observer& observer) {
  auto reader = LogReader::Make(options, observer);
  if (!reader) return std::unexpected(reader.error());
  auto writer = LogWriter::Make(options, observer);
  if (!writer) return std::unexpected(writer.error());
  auto trimmer =
      std::make_unique<LogTrimmer>(options, observer, (*reader)->client());
  return std::make_unique<KafkaLog>(options.log_clock, *std::move(reader),
                                    *std::move(writer), std::move(trimmer));
}

}  // namespace newsmill::kafka
