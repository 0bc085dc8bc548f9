// Reads XML that is not well-formed. The only header that wraps libxml2.
#pragma once

#include <optional>
#include <string_view>

#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"
#include "xml_parser.h"

namespace newsmill::input {

/// Passes the parts of `document` that can be read to `handler`. Returns a
/// rejection if a limit is exceeded or the handler rejects the document, as
/// ParseXml, and otherwise nothing. `document` must be the
/// result of Balanced (xml_balance.h): it is UTF-8 and has no doctype. Reads no
/// file and no network address, and knows only the five entities of XML. Any
/// thread may call it.
std::optional<model::Rejection> RecoverXml(std::string_view document,
                                           const Options& options,
                                           XmlHandler& handler);

}  // namespace newsmill::input
