// What kind of document some bytes are.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::input {

/// The parts of a content type that matter here, in lower case.
struct MediaType {
  std::string essence;  // "text/html"; empty when none was given
  std::string charset;  // of the parameter, without quotes
};
MediaType ParseMediaType(std::string_view content_type);

/// "application/json" and its like. False for none.
bool IsJson(const MediaType& type);
/// None, or one that says nothing: "application/octet-stream".
bool IsUnspecific(const MediaType& type);

enum class Form { kHtml, kText, kFeed, kWire, kJson, kXml, kBinary };

/// For bytes before their charset is known: a signature of a format that is no
/// text, or too many NUL bytes. An empty view: not binary.
std::string_view BinaryFormat(std::string_view bytes, bool may_hold_nul);

/// What the type does not tell, the first bytes of the text do; a signature
/// that no article begins with (a doctype, an XML root) wins over text/plain.
Form FormOf(const MediaType& type, std::string_view text);

/// A JSON object with what JSON Feed or ninjs ask for at its root.
bool LooksLikeJsonDocument(std::string_view json);

}  // namespace newsmill::input
