#include <algorithm>

#include "decoders.h"
#include "detect.h"
#include "language_default.h"
#include "meta_prescan.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "newsmill/charset/decode.h"
#include "newsmill/charset/text.h"
#include "xml_encoding.h"

namespace newsmill::charset {
namespace {

constexpr size_t kPrescanBytes = 1024;
constexpr size_t kLatePrescanBytes = size_t{64} << 10;

/// https://encoding.spec.whatwg.org/#bom-sniff
std::optional<Sniffed> ByteOrderMark(std::string_view bytes) {
  const auto found = [](Encoding encoding, size_t size) {
    return Sniffed{encoding, Evidence::kByteOrderMark, size};
  };
  if (bytes.starts_with("\xEF\xBB\xBF")) return found(Encoding::kUtf8, 3);
  if (bytes.starts_with("\xFE\xFF")) return found(Encoding::kUtf16Be, 2);
  if (bytes.starts_with("\xFF\xFE")) return found(Encoding::kUtf16Le, 2);
  return std::nullopt;
}

Sniffed Utf8OrDefault(bool is_utf8) {
  return is_utf8 ? Sniffed{Encoding::kUtf8, Evidence::kValidUtf8}
                 : Sniffed{Encoding::kWindows1252, Evidence::kDefault};
}

/// Returns the encoding and the language that the page declares in its first
/// 1,024 bytes. According to the HTML standard, the declaration must be within
/// these bytes.
Prescan Prescanned(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kPrescanBytes);
  Prescan prescan = PrescanHtml(head, RawText::kRead);
  if (!prescan.encoding) {
    if (const auto utf16 = Utf16OfXmlDeclaration(bytes)) {
      prescan.encoding = utf16;
    } else {
      prescan.encoding = EncodingOf(XmlDeclaredLabel(head));
      if (prescan.encoding && IsUtf16(*prescan.encoding)) {
        prescan.encoding = Encoding::kUtf8;
      }
    }
  }
  return prescan;
}

/// Returns whether the bytes are certainly UTF-8. A few bytes of a legacy
/// double-byte encoding can be valid UTF-8 by chance, so kEnough bytes beyond
/// ASCII are required.
bool IsSurelyUtf8(std::string_view bytes) {
  constexpr int64_t kEnough = 24;
  return IsValidUtf8(bytes) && std::ranges::count_if(bytes, [](char c) {
                                 return (c & 0x80) != 0;
                               }) >= kEnough;
}

bool IsDoubleByte(Encoding encoding) {
  return encoding >= Encoding::kGbk && encoding <= Encoding::kEucKr;
}

/// Returns whether the bytes can be in the claimed encoding. A few broken
/// characters do not contradict UTF-8. Text in another encoding has nearly no
/// valid sequence.
bool IsPlausible(Encoding encoding, std::string_view bytes) {
  if (encoding == Encoding::kUtf8) {
    return IsValidUtf8(bytes) || IsPartlyUtf8(bytes);
  }
  if (encoding == Encoding::kReplacement) return false;
  if (IsUtf16(encoding)) {
    return bytes.substr(0, kPrescanBytes).find('\0') != bytes.npos;
  }
  if (encoding == Encoding::kIso2022Jp) return true;  // its bytes are ASCII
  if (IsDoubleByte(encoding)) return !IsSurelyUtf8(bytes);
  return IsAscii(bytes) || !IsValidUtf8(bytes);
}

/// Returns the detected encoding of bytes that have no declared encoding and
/// are not valid UTF-8. Returns `otherwise` if detection fails. `otherwise` is
/// the default of the language, or windows-1252.
Sniffed Detected(std::string_view bytes, const Sniffed& otherwise) {
  if (IsMostlyUtf8(bytes)) return {Encoding::kUtf8, Evidence::kBytes};
  if (const auto found = DetectedEncoding(bytes)) {
    return {*found, Evidence::kBytes};
  }
  return otherwise;
}

/// Returns UTF-8 or ISO-2022-JP for bytes that are valid UTF-8 and have no
/// declared encoding. ISO-2022-JP text consists of ASCII bytes, so it is always
/// valid UTF-8.
Sniffed Utf8OrEscapes(std::string_view bytes) {
  return IsIso2022Jp(bytes) ? Sniffed{Encoding::kIso2022Jp, Evidence::kBytes}
                            : Utf8OrDefault(true);
}

/// Detects the encoding of bytes whose label and declaration are wrong or
/// absent.
Sniffed SniffUndeclared(std::string_view bytes) {
  return IsValidUtf8(bytes) ? Utf8OrEscapes(bytes)
                            : Detected(bytes, Utf8OrDefault(false));
}

}  // namespace

std::optional<Encoding> PrescannedEncoding(std::string_view bytes) {
  return Prescanned(bytes).encoding;
}

Sniffed SniffHtml(std::string_view bytes, const Hints& hints) {
  if (const auto mark = ByteOrderMark(bytes)) return *mark;
  if (const auto label = EncodingOf(hints.label)) {
    return {*label, Evidence::kLabel};
  }
  Prescan page = Prescanned(bytes);
  if (page.encoding) return {*page.encoding, Evidence::kMeta};
  const Prescan late =
      PrescanHtml(bytes.substr(0, kLatePrescanBytes), RawText::kSkip);
  if (late.encoding) return {*late.encoding, Evidence::kMeta};
  if (IsValidUtf8(bytes)) return Utf8OrDefault(true);
  for (const std::string_view language :
       {std::string_view(page.language), std::string_view(late.language),
        hints.language}) {
    if (const auto legacy = LegacyDefaultOf(language)) {
      return {*legacy, Evidence::kLanguage};
    }
  }
  return Utf8OrDefault(false);
}

Sniffed SniffStoredHtml(std::string_view bytes, const Hints& hints) {
  const Sniffed sniffed = SniffHtml(bytes, hints);
  switch (sniffed.evidence) {
    case Evidence::kLabel:
    case Evidence::kMeta:
      return sniffed.encoding == Encoding::kUtf8 ||
                     IsPlausible(sniffed.encoding, bytes)
                 ? sniffed
                 : SniffUndeclared(bytes);
    case Evidence::kLanguage:
    case Evidence::kDefault:
      return Detected(bytes, sniffed);
    case Evidence::kValidUtf8:
      return Utf8OrEscapes(bytes);
    default:
      return sniffed;
  }
}

Sniffed SniffXml(std::string_view bytes, std::string_view label) {
  if (const auto mark = ByteOrderMark(bytes)) return *mark;
  const auto transport = EncodingOf(label);
  if (transport && IsPlausible(*transport, bytes)) {
    return {*transport, Evidence::kLabel};
  }
  if (const auto utf16 = Utf16OfXmlDeclaration(bytes)) {
    return {*utf16, Evidence::kXmlDeclaration};
  }
  const auto declared = EncodingOf(XmlDeclaredLabel(bytes));
  if (declared && IsPlausible(*declared, bytes)) {
    return {*declared, Evidence::kXmlDeclaration};
  }
  return SniffUndeclared(bytes);
}

std::optional<Sniffed> SniffText(std::string_view bytes,
                                 std::string_view label) {
  if (const auto mark = ByteOrderMark(bytes)) return mark;
  const auto known = EncodingOf(label);
  if (known && (*known == Encoding::kUtf8 || IsPlausible(*known, bytes))) {
    return Sniffed{*known, Evidence::kLabel};
  }
  const bool is_usable = known || TrimBlanks(label).empty();
  if (!is_usable && !IsValidUtf8(bytes)) return std::nullopt;
  return SniffUndeclared(bytes);
}

std::optional<Sniffed> SniffJson(std::string_view bytes,
                                 std::string_view label) {
  const auto known = EncodingOf(label);
  const bool is_doubtful = !known || IsSingleByte(*known);
  if (is_doubtful && !ByteOrderMark(bytes) && !IsValidUtf8(bytes) &&
      IsPartlyUtf8(bytes)) {
    return Sniffed{Encoding::kUtf8, Evidence::kBytes};
  }
  return SniffText(bytes, label);
}

std::string ToUtf8(std::string bytes, const Sniffed& sniffed) {
  bytes.erase(0, sniffed.mark_bytes);
  return Decode(sniffed.encoding, std::move(bytes));
}

bool MayHoldZeros(std::string_view bytes, std::string_view label) {
  const auto mark = ByteOrderMark(bytes);
  if (mark && IsUtf16(mark->encoding)) return true;
  if (Utf16OfXmlDeclaration(bytes)) return true;
  const auto known = EncodingOf(label);
  if (known) return IsUtf16(*known);
  const std::string name = LowerAscii(TrimBlanks(label.substr(0, 64)));
  return name.starts_with("utf-16") || name.starts_with("utf16") ||
         name.starts_with("utf-32") || name.starts_with("utf32") ||
         name.starts_with("ucs-4") || name.starts_with("iso-10646-ucs-4");
}

}  // namespace newsmill::charset
