#include "body_text.h"

#include "control_characters.h"
#include "document_start.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "newsmill/charset/decode.h"
#include "newsmill/charset/double_encoding.h"
#include "newsmill/charset/text.h"
#include "text_check.h"
#include "unpack.h"

namespace newsmill::input {
namespace {

using model::Reason;
using model::Rejection;

struct Decoding {
  std::string text;
  charset::Evidence evidence = charset::Evidence::kLabel;
};
using Text = std::expected<Decoding, Rejection>;

std::unexpected<Rejection> Reject(Reason reason, std::string detail) {
  return std::unexpected(Rejection{reason, std::move(detail), ""});
}

MediaType MediaTypeOf(const Body& body) {
  MediaType type = ParseMediaType(body.content_type);
  const MediaType http = ParseMediaType(HttpHeader(body, "content-type"));
  if (type.essence.empty()) type.essence = http.essence;
  if (type.charset.empty()) type.charset = http.charset;
  if (!body.charset.empty()) {
    type.charset = LowerAscii(TrimBlanks(body.charset));
  }
  return type;
}

std::expected<std::string, Rejection> Unpacked(std::string bytes,
                                               const Options& options) {
  if (!IsPacked(bytes)) return bytes;
  auto unpacked = Unpack(bytes, options.max_unpacked_bytes);
  if (unpacked && IsPacked(*unpacked)) {
    return Reject(Reason::kUnsupported, "the body is compressed twice");
  }
  return unpacked;
}

Decoding DecodingOf(std::string bytes, const charset::Sniffed& sniffed) {
  return {charset::ToUtf8(std::move(bytes), sniffed), sniffed.evidence};
}

Text PlainText(std::string bytes, std::string_view label, Form form) {
  const auto sniffed = form == Form::kJson ? charset::SniffJson(bytes, label)
                                           : charset::SniffText(bytes, label);
  if (sniffed) return DecodingOf(std::move(bytes), *sniffed);
  return Reject(Reason::kCharset, "unknown charset \"" +
                                      std::string(TruncateUtf8(label, 40)) +
                                      "\", and the bytes are not UTF-8");
}

bool IsXml(Form form) {
  return form == Form::kFeed || form == Form::kWire || form == Form::kNewsml1 ||
         form == Form::kXml;
}

/// Converts the bytes to UTF-8. First determines the form of the document
/// (HTML, XML or another form), because the form decides how to find the
/// encoding. The form can be determined first, because every encoding except
/// UTF-16 writes ASCII characters as ASCII bytes. UTF-16 is recognized by a
/// byte-order mark, a label, or a zero byte in the XML declaration.
Text Decoded(std::string bytes, const MediaType& type) {
  const std::string_view head = std::string_view(bytes).substr(0, 2);
  const bool wide_xml = head.find('\0') != head.npos;
  const Form form = wide_xml && type.essence != "text/html"
                        ? Form::kXml
                        : FormOf(type, bytes);
  if (form == Form::kHtml) {
    const auto sniffed =
        charset::SniffStoredHtml(bytes, {.label = type.charset});
    return DecodingOf(std::move(bytes), sniffed);
  }
  // The declared encoding may not be in the Encoding Standard of the web.
  // DecodeByOtherName knows some of the other encodings.
  if (!charset::EncodingOf(type.charset)) {
    if (auto text = charset::DecodeByOtherName(type.charset, bytes)) {
      return Decoding{*std::move(text)};
    }
  }
  if (!IsXml(form) && !(wide_xml && type.charset.empty())) {
    return PlainText(std::move(bytes), type.charset, form);
  }
  const auto sniffed = charset::SniffXml(bytes, type.charset);
  return DecodingOf(std::move(bytes), sniffed);
}

/// Removes what a server wrote before a feed.
std::string FromDocumentStart(std::string bytes, const MediaType& type) {
  bytes.erase(0, DocumentStart(type, bytes));
  return bytes;
}

Text Utf8Of(Body& body, const MediaType& type, const Options& options) {
  std::string bytes = std::move(body.bytes);
  if (body.is_text) {
    bytes.erase(0, bytes.size() - WithoutByteOrderMark(bytes).size());
    return Decoding{FromDocumentStart(std::move(bytes), type)};
  }
  auto unpacked = Unpacked(std::move(bytes), options);
  if (!unpacked) return std::unexpected(std::move(unpacked.error()));
  const bool may_hold_nul = charset::MayHoldZeros(*unpacked, type.charset);
  if (!may_hold_nul) unpacked->resize(WithoutPadding(*unpacked).size());
  const std::string_view format = BinaryFormat(*unpacked, may_hold_nul);
  if (!format.empty()) {
    return Reject(Reason::kUnsupported, "the body is " + std::string(format));
  }
  return Decoded(FromDocumentStart(*std::move(unpacked), type), type);
}

}  // namespace

std::string_view HttpHeader(const Body& body, std::string_view name) {
  std::string_view found;
  for (const auto& [key, value] : body.http_headers) {
    if (LowerAscii(key) == name) found = value;
  }
  return found;
}

std::expected<BodyText, Rejection> TextOf(Body& body, const Options& options) {
  BodyText result;
  result.type = MediaTypeOf(body);
  auto text = Utf8Of(body, result.type, options);
  if (!text) return std::unexpected(std::move(text.error()));
  result.text = charset::WithoutDoubleEncoding(std::move(text->text));
  result.form = FormOf(result.type, result.text);
  if (result.form == Form::kIptc7901) {
    // The control characters of IPTC 7901 are not part of the text.
    if (auto rejection = RejectionIfNotText(
            WithoutControlCharacters(result.text), text->evidence)) {
      return std::unexpected(*std::move(rejection));
    }
  }
  if (result.form == Form::kHtml || result.form == Form::kText) {
    if (auto rejection = RejectionIfNotText(result.text, text->evidence)) {
      return std::unexpected(*std::move(rejection));
    }
  }
  return result;
}

}  // namespace newsmill::input
