// The article of one item of a feed.
#pragma once

#include <expected>

#include "newsmill/extract/evidence.h"
#include "newsmill/extract/options.h"
#include "newsmill/model/article.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"

namespace newsmill::extract::items {

/// Everything but the identities. A feed says what is what, so nothing is
/// searched for; of markup, the text is kept. Where the item has a description
/// only, completeness says excerpt. Refuses what passes a limit.
std::expected<model::Article, model::Rejection> ReadFeedItem(
    const model::Document& document, const Options& options,
    Evidence& evidence);

}  // namespace newsmill::extract::items
