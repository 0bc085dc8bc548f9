// Makes the article of one item of a feed.
#pragma once

#include <expected>

#include "newsmill/extract/evidence.h"
#include "newsmill/extract/options.h"
#include "newsmill/model/article.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"

namespace newsmill::extract::items {

/// Returns the article without its ids, or a rejection if a limit is exceeded.
/// A feed names its fields, so nothing is searched for. Markup becomes text. If
/// the item has only a description, its completeness is kExcerpt.
std::expected<model::Article, model::Rejection> ReadFeedItem(
    const model::Document& document, const Options& options,
    Evidence& evidence);

}  // namespace newsmill::extract::items
