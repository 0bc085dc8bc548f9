#include "newsmill/pipeline/offset_metadata.h"

#include <charconv>
#include <map>

#include "fmt/format.h"

namespace newsmill::pipeline {
namespace {

constexpr std::string_view kVersion = "newsmill/1";
constexpr size_t kHashDigits = 32;

/// Reads `text` as a number and sets `number`. Returns false if the text
/// contains anything but digits of `base`, if the number is below `least`, or
/// if it is too large for the type.
template <typename Number>
bool Read(std::string_view text, int base, Number least, Number& number) {
  const auto [stop, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, base);
  const bool whole = stop == text.data() + text.size();
  return error == std::errc() && whole && number >= least;
}

bool Read(std::string_view text, model::Hash128& hash) {
  return text.size() == kHashDigits &&
         Read<uint64_t>(text.substr(0, kHashDigits / 2), 16, 0, hash.high) &&
         Read<uint64_t>(text.substr(kHashDigits / 2), 16, 0, hash.low);
}

/// Returns the values of the fields `name=value` in `text`, by name. Returns
/// nothing if a field has another form.
std::optional<std::map<std::string_view, std::string_view>> FieldsOf(
    std::string_view text) {
  std::map<std::string_view, std::string_view> fields;
  while (!text.empty()) {
    if (text.front() != ' ') return std::nullopt;
    text.remove_prefix(1);
    const std::string_view field = text.substr(0, text.find(' '));
    text.remove_prefix(field.size());
    const size_t sign = field.find('=');
    if (sign == std::string_view::npos) return std::nullopt;
    fields[field.substr(0, sign)] = field.substr(sign + 1);
  }
  return fields;
}

}  // namespace

std::optional<OffsetMetadata> OffsetMetadata::Parse(std::string_view text) {
  if (!text.starts_with(kVersion)) return std::nullopt;
  auto fields = FieldsOf(text.substr(kVersion.size()));
  if (!fields) return std::nullopt;
  OffsetMetadata metadata;
  const bool whole =
      Read((*fields)["log"], metadata.log_id) &&
      Read<int64_t>((*fields)["read"], 10, 0, metadata.log_read) &&
      Read<int32_t>((*fields)["starts"], 10, 0, metadata.starts) &&
      Read<int32_t>((*fields)["partitions"], 10, 0,
                    metadata.first_partitions) &&
      Read<int64_t>((*fields)["expired"], 10, 0, metadata.expired);
  if (!whole) return std::nullopt;
  return metadata;
}

std::string OffsetMetadata::ToString() const {
  return fmt::format("{} log={} read={} starts={} partitions={} expired={}",
                     kVersion, model::ToHex(log_id), log_read, starts,
                     first_partitions, expired);
}

}  // namespace newsmill::pipeline
