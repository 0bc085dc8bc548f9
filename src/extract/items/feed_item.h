// Converts one item of a feed to an article.
#pragma once

#include <expected>
#include <string_view>

#include "newsmill/extract/evidence.h"
#include "newsmill/extract/options.h"
#include "newsmill/model/article.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"

namespace newsmill::extract::items {

/// Adds a date that a feed states for an item to the evidence. `latest` is the
/// time of the fetch, or "" if that time is not known. A date that is not
/// plausible is only a rejected candidate.
void AddDate(Field field, std::string_view written, std::string_view origin,
             std::string_view latest, Evidence& evidence);

/// Returns the article without its ids, or a rejection if the item exceeds a
/// limit. Reads each field from the feed element for this field, and does not
/// search the text for fields. Converts markup to text. If the item has only a
/// description, the completeness of the article is kExcerpt.
std::expected<model::Article, model::Rejection> ReadFeedItem(
    const model::Document& document, const Options& options,
    Evidence& evidence);

}  // namespace newsmill::extract::items
