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
  kLabel,           // the label of the transport or of the producer
  kMeta,            // <meta charset>, within the first 1,024 bytes or later
  kXmlDeclaration,  // <?xml encoding="…"?>
  kValidUtf8,
  kBytes,     // mostly UTF-8, or detected by the frequency of characters
  kLanguage,  // the default legacy encoding of the page's language
  kDefault,   // windows-1252
};

struct Sniffed {
  Encoding encoding = Encoding::kWindows1252;
  Evidence evidence = Evidence::kDefault;
  size_t mark_bytes = 0;  // size of the byte-order mark
};

/// The sender's statements about a text. A field is empty if the sender does
/// not state it. The caller owns the strings to which the fields refer.
struct Hints {
  std::string_view label{};     // from the content type; ignored if unknown
  std::string_view language{};  // BCP 47; the page's <html lang> overrides it
};

/// Returns the encoding of an HTML page. Uses the first of these that exists,
/// as https://html.spec.whatwg.org/#determining-the-character-encoding defines:
/// byte-order mark; label; <meta> in the first 1,024 bytes; <meta> in the next
/// 64 KiB ("changing the encoding while parsing"); UTF-8, if the bytes are
/// valid UTF-8; the default legacy encoding of the language; windows-1252.
Sniffed SniffHtml(std::string_view bytes, const Hints& hints);

/// Returns the encoding of an HTML page from a crawler or an archive. Applies
/// the rules of SniffHtml with two exceptions:
/// - Ignores a label or <meta> that names a legacy encoding if the bytes are
///   valid UTF-8 with characters beyond ASCII. Archives convert pages to UTF-8
///   and do not change the <meta>. HTTP clients state ISO-8859-1 for each page
///   whose server states no encoding.
/// - Detects the encoding from the bytes before it uses the default of the
///   language.
Sniffed SniffStoredHtml(std::string_view bytes, const Hints& hints);

/// Returns the encoding of a feed or another XML document (RFC 7303, section 3,
/// and XML 1.0, appendix F). Uses the first of these that exists: byte-order
/// mark; label; the zero bytes that an XML declaration in UTF-16 contains; the
/// encoding that the XML declaration names; UTF-8, if the bytes are valid
/// UTF-8; the encoding that is detected from the bytes; windows-1252. Ignores
/// an unknown label. Like feed readers, also ignores a label or declaration
/// that the bytes contradict: UTF-8 if the bytes are invalid UTF-8, or a legacy
/// encoding if the bytes are valid UTF-8 with characters beyond ASCII.
Sniffed SniffXml(std::string_view bytes, std::string_view label);

/// Returns the encoding of plain text. Uses the first of these that exists:
/// byte-order mark; label; UTF-8, if the bytes are valid UTF-8; the encoding
/// that is detected from the bytes; windows-1252. Ignores a label that names a
/// legacy encoding if the bytes are valid UTF-8 with characters beyond ASCII.
/// Returns nothing if the label is unknown and the bytes are not UTF-8.
std::optional<Sniffed> SniffText(std::string_view bytes,
                                 std::string_view label);

/// Returns the encoding that the page declares by <meta charset> or an XML
/// declaration. Applies
/// https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
/// to the first 1,024 bytes.
std::optional<Encoding> PrescannedEncoding(std::string_view bytes);

/// Returns the text without its byte-order mark, in valid UTF-8. Does not copy
/// valid UTF-8 that has no mark.
std::string ToUtf8(std::string bytes, const Sniffed& sniffed);

/// Returns true if a byte-order mark, the label or a declaration names an
/// encoding in which the bytes of ordinary text include zeros.
bool MayHoldZeros(std::string_view bytes, std::string_view label);

}  // namespace newsmill::charset
