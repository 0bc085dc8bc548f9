// Determines the kind of a document from its content type and its bytes.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::input {

/// The essence and the charset of a content type, in lower case ("text/html",
/// "utf-8").
struct MediaType {
  std::string essence;  // "text/html"; empty if none was given
  std::string charset;  // from the parameter, without quotes
};
MediaType ParseMediaType(std::string_view content_type);

/// Returns true for "application/json" and other JSON types.
bool IsJson(const MediaType& type);
/// Returns true if the type is missing or says nothing about the kind:
/// "application/octet-stream".
bool IsUnspecific(const MediaType& type);

enum class Form { kHtml, kText, kFeed, kWire, kJson, kXml, kBinary };

/// Returns the name of the binary format of `bytes`, by a signature or by too
/// many NUL bytes. Returns "" for text. Use it for bytes with a charset that is
/// not known yet.
std::string_view BinaryFormat(std::string_view bytes, bool may_hold_nul);

/// Returns the form by the type, or by the first bytes if the type does not
/// determine it. A doctype or an XML root at the beginning overrides
/// text/plain, because no article begins with these.
Form FormOf(const MediaType& type, std::string_view text);

/// Returns true for a JSON object with the root keys of JSON Feed or ninjs.
bool LooksLikeJsonDocument(std::string_view json);

}  // namespace newsmill::input
