#include "encoded_text.h"

#include "control_characters.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/base64.h"
#include "newsmill/charset/text.h"
#include "sniff.h"

namespace newsmill::input {
namespace {

/// Returns true if the type may be one of a text. Bytes of another type may
/// look like text: some PDF documents contain only ASCII.
bool MayBeText(const MediaType& type) {
  return type.essence.empty() || type.essence.starts_with("text/") ||
         type.essence.ends_with("xml") || type.essence.ends_with("html");
}

}  // namespace

bool IsBase64(std::string_view encoding) {
  return LowerAscii(TrimBlanks(encoding)).ends_with("base64");
}

std::string TextInBase64(std::string_view base64,
                         std::string_view content_type) {
  const MediaType type = ParseMediaType(content_type);
  auto bytes = DecodeBase64(base64);
  if (!bytes || !MayBeText(type)) return "";
  const bool may_hold_nul = charset::MayHoldZeros(*bytes, type.charset);
  if (!BinaryFormat(*bytes, may_hold_nul).empty()) return "";
  const auto sniffed = charset::SniffText(*bytes, type.charset);
  if (!sniffed) return "";
  std::string text = charset::ToUtf8(*std::move(bytes), *sniffed);
  return std::string(TrimBlanks(WithoutControlCharacters(std::move(text))));
}

}  // namespace newsmill::input
