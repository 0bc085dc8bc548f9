// Implements the fingerprint log on topics.fingerprints. LogWriter appends
// entries, and LogReader reads them. An entry has an effect only when a worker
// reads it from the log. So the reader and the writer do not wait for each
// other.

#include <memory>
#include <utility>

#include "log_reader.h"
#include "log_writer.h"
#include "newsmill/kafka/kafka.h"
#include "newsmill/output/log_entry.h"

namespace newsmill::kafka {
namespace {

using pipeline::LogError;
using pipeline::LogRecord;

class KafkaLog : public pipeline::FingerprintLog {
 public:
  KafkaLog(LogClock clock, std::unique_ptr<LogReader> reader,
           std::unique_ptr<LogWriter> writer)
      : clock_(clock), reader_(std::move(reader)), writer_(std::move(writer)) {}

  std::expected<int64_t, Error> Open(std::function<void()> readable,
                                     int64_t least_end) override {
    writer_->Listen(readable);
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
    auto record = reader_->Next();
    if (record && *record && clock_ == LogClock::kInput) {
      (*record)->time_ms = model::InputTimeOf((*record)->entry);
    }
    return record;
  }
  void Close() override {
    writer_->Close();
    reader_->Close();
  }

 private:
  const LogClock clock_;
  std::unique_ptr<LogReader> reader_;
  std::unique_ptr<LogWriter> writer_;
};

}  // namespace

std::expected<std::unique_ptr<pipeline::FingerprintLog>, Error> MakeLog(
    const Options& options, pipeline::Observer& observer) {
  auto reader = LogReader::Make(options, observer);
  if (!reader) return std::unexpected(reader.error());
  auto writer = LogWriter::Make(options, observer);
  if (!writer) return std::unexpected(writer.error());
  return std::make_unique<KafkaLog>(options.log_clock, *std::move(reader),
                                    *std::move(writer));
}

}  // namespace newsmill::kafka
