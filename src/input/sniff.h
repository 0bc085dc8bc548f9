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

/// Returns the form of a document by its type. If the type does not determine
/// the form, looks at the start of the text. A doctype or an XML root at the
/// start overrides the type text/plain, because no plain-text article begins
/// with these.
Form FormOf(const MediaType& type, std::string_view text);

/// Returns true for a JSON object with the root keys of JSON Feed or ninjs.
bool LooksLikeJsonDocument(std::string_view json);

}  // namespace newsmill::input
