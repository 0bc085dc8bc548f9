// Records, duplicates and dead letters as lines of files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "newsmill/files/input_places.h"
#include "newsmill/files/output_file.h"
#include "newsmill/pipeline/sink.h"

namespace newsmill::files {

/// A transaction is written as a whole before Publish returns; when that
/// fails, the run stops. What has no file is dropped: the observer counts it.
class FileSink : public pipeline::Sink {
 public:
  struct Files {
    OutputFile records;
    std::optional<OutputFile> duplicates;
    std::optional<OutputFile> dead_letters;
  };

  /// `places` must outlive the sink.
  FileSink(Files files, InputPlaces& places)
      : files_(std::move(files)), places_(places) {}

  std::expected<void, pipeline::PublishError> Recover() override { return {}; }
  std::expected<std::vector<pipeline::Standing>, pipeline::PublishError>
  FetchProgress(std::span<const int32_t> partitions) override;
  std::expected<void, pipeline::PublishError> Publish(
      const pipeline::Transaction& transaction) override;

  /// After the pipeline has ended.
  std::expected<void, Error> Close();

 private:
  std::string DeadLetterLine(const pipeline::OutputMessage& message);

  Files files_;
  InputPlaces& places_;
  pipeline::Progress progress_;
};

}  // namespace newsmill::files
