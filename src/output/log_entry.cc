#include "newsmill/output/log_entry.h"

#include <cstddef>
#include <cstdint>
#include <variant>

#include "fields.h"

namespace newsmill::output {
namespace {

constexpr std::string_view kMagic = "nm";
constexpr uint8_t kLayout = 1;

using Content = decltype(model::LogEntry::content);

/// Reads the content of an entry of the kind `kind`. `kind` is an index in the
/// variant Content. New kinds must be added at the end of the variant, so that
/// the numbers in existing entries stay valid.
template <size_t kKind = 0>
bool TakeContent(size_t kind, FieldReader& reader, Content& content) {
  if constexpr (kKind == std::variant_size_v<Content>) {
    return false;
  } else {
    if (kind != kKind) return TakeContent<kKind + 1>(kind, reader, content);
    reader(content.emplace<kKind>());
    return reader.AtEnd();
  }
}

}  // namespace

std::string EncodeLogEntry(const model::LogEntry& entry) {
  std::string bytes;
  bytes.reserve(512);
  bytes += kMagic;
  FieldWriter writer(bytes);
  writer(kLayout, static_cast<uint8_t>(entry.content.index()), entry.anchor);
  std::visit(writer, entry.content);
  return bytes;
}

model::LogEntry DecodeLogEntry(std::string_view bytes) {
  model::LogEntry entry;
  // If the layout is unknown, the anchor cannot be read, because its position
  // is unknown.
  if (!bytes.starts_with(kMagic)) return entry;
  FieldReader reader(bytes.substr(kMagic.size()));
  uint8_t layout = 0;
  uint8_t kind = 0;
  reader(layout, kind);
  if (!reader.ok() || layout != kLayout) return entry;
  model::Anchor anchor;
  reader(anchor);
  if (!reader.ok()) return entry;
  entry.anchor = anchor;
  if (!TakeContent(kind, reader, entry.content)) {
    entry.content = model::UnknownEntry{};
  }
  return entry;
}

}  // namespace newsmill::output
