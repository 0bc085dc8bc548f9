// The sink of `newsmill process`. Writes each record, each duplicate and each
// dead letter as one line of a file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "newsmill/files/input_places.h"
#include "newsmill/files/output_file.h"
#include "newsmill/pipeline/sink.h"

namespace newsmill::files {

/// A sink that writes to files. Publish writes the whole transaction before it
/// returns. Publish returns kStop if a write fails. If Files::duplicates or
/// Files::dead_letters is empty, the sink drops the messages for this file. The
/// observer still counts these messages. Not thread-safe.
class FileSink : public pipeline::Sink {
 public:
  struct Files {
    OutputFile records;
    std::optional<OutputFile> duplicates;
    std::optional<OutputFile> dead_letters;
  };

  /// Makes a sink that writes to `files`. The sink asks `places` for the input
  /// file and line of each dead letter. `places` must outlive the sink.
  FileSink(Files files, InputPlaces& places)
      : files_(std::move(files)), places_(places) {}

  std::expected<void, pipeline::PublishError> Recover() override { return {}; }
  std::expected<std::vector<pipeline::CommittedPosition>,
                pipeline::PublishError>
  FetchProgress(std::span<const int32_t> partitions) override;
  std::expected<void, pipeline::PublishError> Publish(
      const pipeline::Transaction& transaction) override;

  /// Closes the files. Returns the first error. Call it after the pipeline has
  /// ended.
  std::expected<void, Error> Close();

 private:
  std::string DeadLetterLine(const pipeline::OutputMessage& message);

  Files files_;
  InputPlaces& places_;
  pipeline::Progress progress_;
};

}  // namespace newsmill::files
