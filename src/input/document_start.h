// Finds a feed behind other output of its server.
#pragma once

#include <cstddef>
#include <string_view>

#include "sniff.h"

namespace newsmill::input {

/// Returns the position of the feed or wire document in `text`, if a server
/// wrote a warning or another short text before the document. Otherwise returns
/// 0. If `type` is XML, the document may start with its root element. If `type`
/// is HTML or unknown, the document starts with an XML declaration, and only
/// comments are after its root: a page about feeds may contain such a document
/// as an example. Works before the charset is known.
size_t DocumentStart(const MediaType& type, std::string_view text);

}  // namespace newsmill::input
