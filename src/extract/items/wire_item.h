// Sets the fields that only items of wire formats (NewsML-G2, NITF, ninjs)
// have.
#pragma once

#include <string>

#include "newsmill/extract/evidence.h"
#include "newsmill/model/article.h"
#include "newsmill/model/document.h"

namespace newsmill::extract::items {

bool IsWire(model::DocumentKind kind);

/// Returns the provider of the item. If the item names no provider, returns the
/// copyright holder. If the item also names no copyright holder, returns "".
std::string ProviderOf(const model::FeedItem& item);

/// Sets the fields that only items of wire formats have. Removes lines at the
/// start of the body that repeat the title or these fields. If the byline does
/// not look like a list of names, sets no author, because such a byline is
/// often the name of an agency. The credit is the first of these values that is
/// not empty: the credit line, the agency of the byline, the agency of the
/// dateline, the provider. REQUIRES: `article` already has the fields that
/// items of all feeds have.
void SetWireFields(const model::Document& document, model::Article& article,
                   Evidence& evidence);

}  // namespace newsmill::extract::items
