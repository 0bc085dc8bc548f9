#include "examination.h"

#include <cstdint>
#include <cstring>
#include <utility>

namespace newsmill::app {
namespace {

// Encodes texts and numbers. Numbers have the byte order of this machine,
// because the parent process and the child process run on the same machine.
class Writer {
 public:
  void Add(int64_t number) {
    char bytes[sizeof(number)];
    std::memcpy(bytes, &number, sizeof(number));
    bytes_.append(bytes, sizeof(number));
  }
  void Add(std::string_view text) {
    Add(static_cast<int64_t>(text.size()));
    bytes_.append(text);
  }
  void Add(const std::optional<std::string>& text) {
    Add(int64_t{text.has_value()});
    if (text) Add(std::string_view(*text));
  }
  std::string Take() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Decodes the texts and numbers that Writer has encoded. If a value is
/// incomplete, this value and all later values are empty or 0, and whole()
/// returns false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  int64_t Number() {
    int64_t number = 0;
    const std::string_view bytes = Bytes(sizeof(number));
    if (whole_) std::memcpy(&number, bytes.data(), sizeof(number));
    return number;
  }
  std::string Text() { return std::string(Bytes(Number())); }
  std::optional<std::string> OptionalText() {
    if (Number() == 0) return std::nullopt;
    return Text();
  }
  bool whole() const { return whole_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view Bytes(int64_t size) {
    if (size < 0 || static_cast<uint64_t>(size) > bytes_.size()) {
      whole_ = false;
      bytes_ = {};
    }
    if (!whole_) return {};
    const std::string_view taken = bytes_.substr(0, static_cast<size_t>(size));
    bytes_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view bytes_;
  bool whole_ = true;
};

}  // namespace

std::string Encode(const Examination& examination) {
  const model::RawMessage& message = examination.message;
  Writer writer;
  writer.Add(std::string_view(examination.config));
  writer.Add(std::string_view(message.topic));
  writer.Add(int64_t{message.partition});
  writer.Add(message.offset);
  writer.Add(message.timestamp_ms);
  writer.Add(message.key);
  writer.Add(message.value);
  writer.Add(static_cast<int64_t>(message.headers.size()));
  for (const model::Header& header : message.headers) {
    writer.Add(std::string_view(header.name));
    writer.Add(header.value);
  }
  return std::move(writer).Take();
}

std::optional<Examination> DecodeExamination(std::string_view bytes) {
  Reader reader(bytes);
  Examination examination;
  examination.config = reader.Text();
  model::RawMessage& message = examination.message;
  message.topic = reader.Text();
  message.partition = static_cast<int32_t>(reader.Number());
  message.offset = reader.Number();
  message.timestamp_ms = reader.Number();
  message.key = reader.OptionalText();
  message.value = reader.OptionalText();
  for (int64_t left = reader.Number(); left > 0 && reader.whole(); --left) {
    std::string name = reader.Text();
    message.headers.push_back({std::move(name), reader.OptionalText()});
  }
  if (!reader.whole() || !reader.at_end()) return std::nullopt;
  return examination;
}

}  // namespace newsmill::app
