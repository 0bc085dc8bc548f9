// Determines the encoding of bytes from the bytes and from hints.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// The evidence that decided.
enum class Evidence : uint8_t {
  kByteOrderMark,
  kLabel,           // of the transport, or of the producer
  kMeta,            // <meta charset>, within the first 1,024 bytes or later
  kXmlDeclaration,  // <?xml encoding="…"?>
  kValidUtf8,
  kLanguage,  // the legacy default of the page's language
  kDefault,   // windows-1252
};

struct Sniffed {
  Encoding encoding = Encoding::kWindows1252;
  Evidence evidence = Evidence::kDefault;
  size_t mark_bytes = 0;  // size of the byte-order mark
};

/// What the sender states about the bytes; empty if it states nothing. The
/// caller owns the texts.
struct Hints {
  std::string_view label{};     // of the content type; ignored if unknown
  std::string_view language{};  // BCP 47; the page's <html lang> comes first
};

/// Returns the encoding of an HTML page, in the order of
/// https://html.spec.whatwg.org/#determining-the-character-encoding: byte-order
/// mark, label, <meta> in the first 1,024 bytes, <meta> in the next 64 KiB
/// ("changing the encoding while parsing"); then valid UTF-8, the language's
/// legacy default, windows-1252.
Sniffed SniffHtml(std::string_view bytes, const Hints& hints);

/// As SniffHtml, for pages of a crawler or an archive, which may have encoded
/// them again: ignores a <meta> of a legacy encoding if the bytes are valid
/// UTF-8 with several characters beyond ASCII.
Sniffed SniffStoredHtml(std::string_view bytes, const Hints& hints);

/// Returns the encoding of a feed or another XML document (RFC 7303, section 3,
/// and XML 1.0, appendix F): byte-order mark, label, zero bytes of a UTF-16
/// declaration, the declaration, valid UTF-8, windows-1252. A label or
/// declaration that the bytes contradict (UTF-8 that is invalid, a legacy set
/// for valid UTF-8 with characters beyond ASCII, an unknown label) counts as
/// not given, as feed readers have it.
Sniffed SniffXml(std::string_view bytes, std::string_view label);

/// Returns the encoding of plain text: byte-order mark, label, valid UTF-8,
/// windows-1252. Nothing if the label is unknown and the bytes are not UTF-8.
std::optional<Sniffed> SniffText(std::string_view bytes,
                                 std::string_view label);

/// Returns the encoding that the page declares by <meta charset> or an XML
/// declaration, by
/// https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
/// on 1,024 bytes.
std::optional<Encoding> PrescannedEncoding(std::string_view bytes);

/// Returns the text after the byte-order mark, in valid UTF-8. Does not copy
/// valid UTF-8 without a mark.
std::string ToUtf8(std::string bytes, const Sniffed& sniffed);

/// Returns true if a byte-order mark, the label or a declaration names an
/// encoding whose plain text contains zero bytes.
bool MayHoldZeros(std::string_view bytes, std::string_view label);

}  // namespace newsmill::charset
