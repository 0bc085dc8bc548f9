// Any bytes are a mark or none. A mark is written as the same bytes, and read
// again as the same mark, from parts in any order.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/base/check.h"
#include "newsmill/model/identity.h"
#include "newsmill/output/log_entry.h"
#include "newsmill/output/mark.h"

namespace {

using newsmill::model::LogEntry;
using newsmill::model::MarkPartEntry;
using Parts = std::vector<MarkPartEntry>;

uint64_t NumberAt(std::string_view bytes, size_t begin) {
  uint64_t number = 0;
  for (size_t i = 0; i < 8; ++i) {
    number |= uint64_t{static_cast<uint8_t>(bytes[begin + i])} << (8 * i);
  }
  return number;
}

/// Cuts `bytes`, an encoded mark, into parts of at most `size` bytes that agree
/// with the place and the digest in the bytes.
Parts PartsWith(std::string_view bytes, size_t size) {
  MarkPartEntry part;
  part.nonce = 5;
  part.hash = newsmill::model::HashOf(bytes);
  if (bytes.size() >= 25) {
    part.place = static_cast<int64_t>(NumberAt(bytes, 1));
    part.digest = {NumberAt(bytes, bytes.size() - 16),
                   NumberAt(bytes, bytes.size() - 8)};
  }
  part.count = static_cast<uint32_t>((bytes.size() + size - 1) / size);
  Parts parts;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(size, bytes.size()))) {
    const std::string_view piece = bytes.substr(0, size);
    part.bytes.assign(piece.begin(), piece.end());
    parts.push_back(part);
    ++part.number;
  }
  return parts;
}

std::string Join(const Parts& parts) {
  std::string bytes;
  for (const MarkPartEntry& part : parts) {
    bytes.append(part.bytes.begin(), part.bytes.end());
  }
  return bytes;
}

/// Reads `bytes` as a list of encoded parts, each after its size (u16).
Parts PartsIn(std::string_view bytes) {
  Parts parts;
  while (bytes.size() >= 2) {
    const size_t size = static_cast<uint8_t>(bytes[0]) +
                        size_t{256} * static_cast<uint8_t>(bytes[1]);
    const LogEntry entry =
        newsmill::output::DecodeLogEntry(bytes.substr(2, size));
    const auto* part = std::get_if<MarkPartEntry>(&entry.content);
    if (part != nullptr) parts.push_back(*part);
    bytes.remove_prefix(std::min(bytes.size(), size + 2));
  }
  return parts;
}

void CheckRelations(std::string_view bytes, size_t size) {
  using newsmill::output::MarkFrom;
  using newsmill::output::PartsOf;
  Parts parts = PartsWith(bytes, size);
  const auto mark = MarkFrom(parts);
  if (!mark) return;
  const Parts written = PartsOf(*mark, 9, size);
  NEWSMILL_CHECK(Join(written) == bytes);
  NEWSMILL_CHECK(written.size() == parts.size());
  NEWSMILL_CHECK(MarkFrom(written) == mark);
  std::ranges::reverse(parts);
  parts.push_back(parts[parts.size() / 2]);
  NEWSMILL_CHECK(MarkFrom(parts) == mark);
  if (parts.front().count > 1) {
    std::erase_if(parts, [](const auto& part) { return part.number == 1; });
    NEWSMILL_CHECK(!MarkFrom(parts));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const std::string_view view(reinterpret_cast<const char*>(bytes), size);
  if (view.empty()) return 0;
  CheckRelations(view.substr(1), 1 + size_t{bytes[0]} * 8);
  (void)newsmill::output::MarkFrom(PartsIn(view));
  return 0;
}
