// Bytes and what is said of them to UTF-8: which hint wins.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// What decided.
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
  size_t mark_bytes = 0;  // of the byte-order mark, which is no text
};

/// Empty: nothing is said. Views of the caller's.
struct Hints {
  std::string_view label{};     // of the content type; ignored when unknown
  std::string_view language{};  // BCP 47; the page's <html lang> comes first
};

/// An HTML page's encoding, in the order of
/// https://html.spec.whatwg.org/#determining-the-character-encoding: byte-order
/// mark, label, <meta> in the first 1,024 bytes, <meta> in the next 64 KiB
/// ("changing the encoding while parsing"); then valid UTF-8, the language's
/// legacy default, windows-1252.
Sniffed SniffHtml(std::string_view bytes, const Hints& hints);

/// SniffHtml for pages that come from a crawler or an archive, which may have
/// re-encoded them: a legacy <meta> is not believed where the bytes are UTF-8
/// beyond doubt. No browser could have shown such a page.
Sniffed SniffStoredHtml(std::string_view bytes, const Hints& hints);

/// A feed's or another XML document's (RFC 7303, section 3, and XML 1.0,
/// appendix F): byte-order mark, label, zero bytes of a UTF-16 declaration, the
/// declaration, valid UTF-8, windows-1252. A label or declaration that the
/// bytes contradict (UTF-8 that is invalid, a legacy set for valid UTF-8 with
/// characters beyond ASCII, an unknown label) counts as not given, as feed
/// readers have it.
Sniffed SniffXml(std::string_view bytes, std::string_view label);

/// Plain text's: byte-order mark, label, valid UTF-8, windows-1252. Nothing:
/// a label that is unknown, on bytes that are not UTF-8.
std::optional<Sniffed> SniffText(std::string_view bytes,
                                 std::string_view label);

/// What the page itself says: <meta charset> or an XML declaration, by
/// https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
/// on 1,024 bytes.
std::optional<Encoding> PrescannedEncoding(std::string_view bytes);

/// The text behind the byte-order mark, in valid UTF-8. Valid UTF-8 without a
/// mark is not copied.
std::string ToUtf8(std::string bytes, const Sniffed& sniffed);

/// A byte-order mark, a label or a declaration of an encoding that writes zero
/// bytes into plain text.
bool MayHoldZeros(std::string_view bytes, std::string_view label);

}  // namespace newsmill::charset
