// Any bytes are a log entry, known or unknown. A known entry is written as the
// same bytes, and read again as the same entry.
#include <cstdint>

#include "newsmill/base/check.h"
#include "newsmill/output/log_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using newsmill::output::DecodeLogEntry;
  using newsmill::output::EncodeLogEntry;
  const std::string_view view(reinterpret_cast<const char*>(bytes), size);
  const newsmill::model::LogEntry entry = DecodeLogEntry(view);
  const std::string written = EncodeLogEntry(entry);
  NEWSMILL_CHECK(DecodeLogEntry(written) == entry);
  if (entry.content.index() != 0) NEWSMILL_CHECK(written == view);
  return 0;
}
