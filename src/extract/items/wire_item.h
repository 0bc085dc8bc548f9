// What only the items of wires say: NewsML-G2, NITF, ninjs.
#pragma once

#include <string>

#include "newsmill/extract/evidence.h"
#include "newsmill/model/article.h"
#include "newsmill/model/document.h"

namespace newsmill::extract::items {

bool IsWire(model::DocumentKind kind);

/// Who hands the item out, else who holds the rights in it; "" for nobody.
std::string ProviderOf(const model::FeedItem& item);

/// REQUIRES: `article` is what the item says as an item of any feed. Sets what
/// wires say besides and removes from the body what they repeat there. Wires
/// sign with agencies as often as with names, so a byline that does not read
/// like names names nobody; the credit is the credit line, else the byline's
/// agency, the dateline's, or the provider.
void SetWireFields(const model::Document& document, model::Article& article,
                   Evidence& evidence);

}  // namespace newsmill::extract::items
