#include "newsmill/files/file_sink.h"

#include <charconv>
#include <utility>

#include "newsmill/base/base64.h"
#include "newsmill/json/writer.h"

namespace newsmill::files {
namespace {

std::string_view HeaderOf(const pipeline::OutputMessage& message,
                          std::string_view name) {
  return model::FindHeader(message.headers, name).value_or("");
}

void WriteItem(std::string_view item, json::Writer& writer) {
  int64_t number = 0;
  const auto [rest, error] =
      std::from_chars(item.data(), item.data() + item.size(), number);
  if (error == std::errc()) writer.Key("item").Int(number);
}

pipeline::PublishError Stop(const Error& error) {
  return {.failure = pipeline::PublishFailure::kStop,
          .message = 0,
          .what = error.message};
}

}  // namespace

std::expected<std::vector<pipeline::CommittedPosition>, pipeline::PublishError>
FileSink::FetchProgress(std::span<const int32_t> partitions) {
  std::vector<pipeline::CommittedPosition> positions;
  for (const int32_t partition : partitions) {
    positions.push_back({.progress = progress_});
    positions.back().progress.partition = partition;
  }
  return positions;
}

std::expected<void, pipeline::PublishError> FileSink::Publish(
    const pipeline::Transaction& transaction) {
  std::string lines[pipeline::kOutputTopicCount];
  for (const pipeline::OutputMessage& message : transaction.messages) {
    std::string& out = lines[static_cast<size_t>(message.topic)];
    if (message.topic == pipeline::OutputTopic::kDeadLetters) {
      if (files_.dead_letters) out += DeadLetterLine(message);
    } else {
      out.append(message.value.value_or("")).append("\n");
    }
  }
  OutputFile* const files[pipeline::kOutputTopicCount] = {
      &files_.records, files_.duplicates ? &*files_.duplicates : nullptr,
      files_.dead_letters ? &*files_.dead_letters : nullptr};
  for (size_t i = 0; i < std::size(files); ++i) {
    if (files[i] == nullptr) continue;
    if (auto written = files[i]->Write(lines[i]); !written) {
      return std::unexpected(Stop(written.error()));
    }
  }
  for (const pipeline::Progress& progress : transaction.progress) {
    progress_ = progress;
    places_.ForgetBelow(progress.next_offset);
  }
  return {};
}

std::string FileSink::DeadLetterLine(const pipeline::OutputMessage& message) {
  const InputPlace place = places_.Find(message.input_offset);
  std::string line;
  json::Writer writer(line);
  writer.BeginObject();
  writer.Key("reason").String(HeaderOf(message, "newsmill-reason"));
  writer.Key("detail").String(HeaderOf(message, "newsmill-detail"));
  if (!message.input_id.empty()) {
    writer.Key("input_id").String(message.input_id);
  }
  writer.Key("file").String(place.file);
  if (place.line) writer.Key("line").Int(*place.line);
  WriteItem(HeaderOf(message, "newsmill-item"), writer);
  writer.Key("value").String(EncodeBase64(message.value.value_or("")));
  writer.EndObject();
  return line + "\n";
}

std::expected<void, Error> FileSink::Close() {
  std::expected<void, Error> result = files_.records.Close();
  for (auto* file : {&files_.duplicates, &files_.dead_letters}) {
    if (!*file) continue;
    if (auto closed = (*file)->Close(); !closed && result) result = closed;
  }
  return result;
}

}  // namespace newsmill::files
