// Any bytes in any encoding become valid UTF-8 of a bounded size. The fast
// check of UTF-8 agrees with the definition, and labels name their encoding.
// The first byte chooses the encoding.
#include <cstdint>

#include "../support/naive_utf8.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/check.h"
#include "newsmill/base/utf8.h"
#include "newsmill/charset/decode.h"
#include "newsmill/charset/text.h"

namespace newsmill::charset {
namespace {

void CheckText(const std::string& text, size_t bytes) {
  NEWSMILL_CHECK(test::IsUtf8(text));
  NEWSMILL_CHECK(IsValidUtf8(text));
  NEWSMILL_CHECK(text.size() <= 3 * bytes + 3);
}

void DecodesToText(Encoding encoding, const std::string& bytes) {
  const std::string text = Decode(encoding, bytes);
  CheckText(text, bytes.size());
  if (encoding == Encoding::kUtf8 && test::IsUtf8(bytes)) {
    NEWSMILL_CHECK(text == bytes);
  }
  // Decoding is idempotent: decoded text has nothing to repair.
  NEWSMILL_CHECK(Decode(Encoding::kUtf8, text) == text);
}

void SniffsToText(std::string_view label, const std::string& bytes) {
  const Hints hints{.label = label, .language = label};
  CheckText(ToUtf8(bytes, SniffHtml(bytes, hints)), bytes.size());
  CheckText(ToUtf8(bytes, SniffStoredHtml(bytes, hints)), bytes.size());
  CheckText(ToUtf8(bytes, SniffXml(bytes, label)), bytes.size());
  const auto text = SniffText(bytes, label);
  if (text) CheckText(ToUtf8(bytes, *text), bytes.size());
  NEWSMILL_CHECK(text || !EncodingOf(label));
}

void LabelsGoRound(std::string_view label) {
  const auto encoding = EncodingOf(label);
  NEWSMILL_CHECK(encoding == EncodingOf(LowerAscii(label)));
  if (encoding) NEWSMILL_CHECK(EncodingOf(Name(*encoding)) == encoding);
}

void CheckAll(Encoding encoding, const std::string& bytes) {
  NEWSMILL_CHECK(IsValidUtf8(bytes) == test::IsUtf8(bytes));
  DecodesToText(encoding, bytes);
  SniffsToText("", bytes);
  SniffsToText(bytes.substr(0, bytes.find('\n')), bytes);
  LabelsGoRound(bytes);
}

}  // namespace
}  // namespace newsmill::charset

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using newsmill::charset::Encoding;
  if (size == 0) return 0;
  newsmill::charset::CheckAll(
      static_cast<Encoding>(data[0] % newsmill::charset::kEncodingCount),
      {reinterpret_cast<const char*>(data) + 1, size - 1});
  return 0;
}
