// Determines the encoding of a text from its bytes and from hints.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// The evidence that determined the encoding.
enum class Evidence : uint8_t {
  kByteOrderMark,
  kLabel,           // the label from the content type
  kMeta,            // <meta charset>, within the first 1,024 bytes or later
  kXmlDeclaration,  // <?xml encoding="…"?>
  kValidUtf8,
  kBytes,     // almost valid UTF-8, or detected by character frequency
  kLanguage,  // the default legacy encoding of the page's language
  kDefault,   // windows-1252
};

struct Sniffed {
  Encoding encoding = Encoding::kWindows1252;
  Evidence evidence = Evidence::kDefault;
  size_t mark_bytes = 0;  // size of the byte-order mark
};

/// The facts that the sender of a text states about the text. A field is empty
/// if the sender does not state the fact. The caller owns the strings to which
/// the fields refer.
struct Hints {
  std::string_view label{};     // from the content type
  std::string_view language{};  // BCP 47; the page's <html lang> overrides it
};

/// Returns the encoding of an HTML page, as
/// https://html.spec.whatwg.org/#determining-the-character-encoding defines.
/// Uses the first of these that exists:
/// 1. the byte-order mark
/// 2. the label; an unknown label is ignored
/// 3. a <meta> in the first 1,024 bytes
/// 4. a <meta> in the next 64 KiB ("changing the encoding while parsing")
/// 5. UTF-8, if the bytes are valid UTF-8
/// 6. the default legacy encoding of the language
/// 7. windows-1252
Sniffed SniffHtml(std::string_view bytes, const Hints& hints);

/// Returns the encoding of an HTML page from a crawler or an archive. Applies
/// the rules of SniffHtml with two exceptions:
/// - If the bytes are valid UTF-8 with characters beyond ASCII, ignores a label
///   or a <meta> that names a legacy encoding. Such a <meta> is often wrong,
///   because archives convert pages to UTF-8 and do not change the <meta>. Such
///   a label is often wrong, because HTTP clients state ISO-8859-1 if the
///   server states no encoding.
/// - Tries to detect the encoding from the bytes. Uses the default of the
///   language only if the encoding cannot be detected.
Sniffed SniffStoredHtml(std::string_view bytes, const Hints& hints);

/// Returns the encoding of a feed or another XML document (RFC 7303, section 3,
/// and XML 1.0, appendix F). Uses the first of these that exists:
/// 1. the byte-order mark
/// 2. the label; an unknown label is ignored
/// 3. UTF-16, if the XML declaration contains the zero bytes of UTF-16
/// 4. the encoding that the XML declaration names
/// 5. UTF-8, if the bytes are valid UTF-8
/// 6. the encoding that is detected from the bytes
/// 7. windows-1252 Like feed readers, SniffXml ignores a label or a declaration
///    that is clearly wrong. "UTF-8" is wrong if the bytes are not valid UTF-8.
///    A legacy encoding is wrong if the bytes are valid UTF-8 with characters
///    beyond ASCII.
Sniffed SniffXml(std::string_view bytes, std::string_view label);

/// Returns the encoding of plain text. Uses the first of these that exists:
/// 1. the byte-order mark
/// 2. the label
/// 3. UTF-8, if the bytes are valid UTF-8
/// 4. the encoding that is detected from the bytes
/// 5. windows-1252
/// If the bytes are valid UTF-8 with characters beyond ASCII, ignores a label
/// that names a legacy encoding. Returns nothing if the label is unknown and
/// the bytes are not valid UTF-8.
std::optional<Sniffed> SniffText(std::string_view bytes,
                                 std::string_view label);

/// Returns the encoding of JSON, which must be UTF-8 (RFC 8259, section 8.1).
/// Applies the rules of SniffText. But if the bytes have at least as many valid
/// or cut sequences of UTF-8 as other broken ones, they are UTF-8, also if the
/// label names a single-byte encoding or is unknown.
std::optional<Sniffed> SniffJson(std::string_view bytes,
                                 std::string_view label);

/// Returns the encoding that the page declares by <meta charset> or an XML
/// declaration. Applies
/// https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
/// to the first 1,024 bytes.
std::optional<Encoding> PrescannedEncoding(std::string_view bytes);

/// Removes the byte-order mark, converts the bytes to valid UTF-8, and returns
/// the result. Does not copy valid UTF-8 without a mark.
std::string ToUtf8(std::string bytes, const Sniffed& sniffed);

/// Returns true if a byte-order mark, the label or a declaration names an
/// encoding in which ordinary text contains zero bytes, such as UTF-16.
bool MayHoldZeros(std::string_view bytes, std::string_view label);

}  // namespace newsmill::charset
