#include "xml_encoding.h"

#include "newsmill/base/ascii.h"

namespace newsmill::charset {
namespace {

constexpr size_t kMaxDeclarationBytes = 1024;

}  // namespace

std::string_view XmlDeclaredLabel(std::string_view bytes) {
  bytes = TrimBlanks(bytes.substr(0, 2 * kMaxDeclarationBytes));
  if (!bytes.starts_with("<?xml")) return "";
  bytes = bytes.substr(0, kMaxDeclarationBytes);
  bytes = bytes.substr(0, bytes.find('>'));
  constexpr std::string_view kKey = "encoding";
  const size_t at = bytes.find(kKey);
  if (at == bytes.npos) return "";
  bytes = TrimBlanks(bytes.substr(at + kKey.size()));
  if (!bytes.starts_with('=')) return "";
  bytes = TrimBlanks(bytes.substr(1));
  if (bytes.empty() || (bytes[0] != '"' && bytes[0] != '\'')) return "";
  const size_t end = bytes.find(bytes[0], 1);
  if (end == bytes.npos) return "";
  return bytes.substr(1, end - 1);
}

std::optional<Encoding> Utf16OfXmlDeclaration(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("<\0?\0x\0", 6))) {
    return Encoding::kUtf16Le;
  }
  if (bytes.starts_with(std::string_view("\0<\0?\0x", 6))) {
    return Encoding::kUtf16Be;
  }
  return std::nullopt;
}

}  // namespace newsmill::charset
