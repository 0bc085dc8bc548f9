// Determines the form of a document from its content type and its bytes.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::input {

/// The parts of a content type, in lower case: type and subtype ("text/html"),
/// and the charset ("utf-8").
struct MediaType {
  std::string essence;  // "text/html"; empty if none was given
  std::string charset;  // value of the parameter `charset`, without quotes
};
MediaType ParseMediaType(std::string_view content_type);

/// Returns true for "application/json" and other JSON types.
bool IsJson(const MediaType& type);
/// Returns true if the type is missing or does not determine the form, like
/// "application/octet-stream".
bool IsUnspecific(const MediaType& type);

enum class Form {
  kHtml,
  kText,
  kFeed,
  kWire,
  kNewsml1,
  kIptc7901,
  kJson,
  kXml,
  kEmail,
  kBinary
};

/// Returns the name of the binary format of `bytes`, or "" for text. Recognizes
/// binary data by a signature or by many NUL bytes. `may_hold_nul` is true if
/// the text may contain NUL bytes, as in UTF-16. The charset of the bytes need
/// not be known.
std::string_view BinaryFormat(std::string_view bytes, bool may_hold_nul);

/// Returns `bytes` without the NUL bytes at their end, with which some tools
/// fill blocks. If there is nothing else, returns `bytes`.
std::string_view WithoutPadding(std::string_view bytes);

/// Returns `text` without the blanks and byte-order marks before it.
std::string_view WithoutBlanksBefore(std::string_view text);

/// Returns `text` without what servers write around JSON: blanks and marks, a
/// guard against scripts (")]}'"), and the call of a function (JSONP).
std::string_view JsonIn(std::string_view text);

/// Returns the form of a document by its type. If the type does not determine
/// the form, looks at the start of the text. Looks there also if the type may
/// be wrong: servers send feeds as HTML or text, HTML as XML, JSON as HTML or
/// text. JSON, and XML of an unknown kind, are never plain text.
Form FormOf(const MediaType& type, std::string_view text);

}  // namespace newsmill::input
