// Sets the fields that only items of wires have: NewsML-G2, NITF, ninjs.
#pragma once

#include <string>

#include "newsmill/extract/evidence.h"
#include "newsmill/model/article.h"
#include "newsmill/model/document.h"

namespace newsmill::extract::items {

bool IsWire(model::DocumentKind kind);

/// Returns the provider of the item, or else the holder of its rights, or "" if
/// there is none.
std::string ProviderOf(const model::FeedItem& item);

/// Sets the fields that only wires have, and removes their copies from the
/// body. Agencies often sign wires, so a byline that does not look like names
/// gives no author. The credit is the first of these that exists: the credit
/// line, the agency of the byline, the agency of the dateline, the provider.
/// REQUIRES: `article` has the fields that items of any feed have.
void SetWireFields(const model::Document& document, model::Article& article,
                   Evidence& evidence);

}  // namespace newsmill::extract::items
