// The article of one item of a feed.
#pragma once

#include "newsmill/model/article.h"
#include "newsmill/model/document.h"

namespace newsmill::extract {

/// Everything but the identities. A feed says what is what, so nothing is
/// searched for; of markup, the text is kept. Where the item has a description
/// only, completeness says excerpt.
/// At most `max_paragraphs` of the body are read.
model::Article ReadFeedItem(const model::Document& document,
                            size_t max_paragraphs);

}  // namespace newsmill::extract
