// Reads the content of an item: its paragraphs, and the pictures in its HTML.
#pragma once

#include <expected>
#include <vector>

#include "extract/metadata/page_evidence.h"
#include "item_tail.h"
#include "newsmill/extract/evidence.h"
#include "newsmill/extract/options.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"

namespace newsmill::extract::items {

struct ItemBody {
  std::vector<ItemParagraph> paragraphs;
  std::vector<metadata::ImageCandidate> images;
};

/// Returns the body of the item, or a rejection if the item exceeds a limit.
/// Adds texts that are not paragraphs to the evidence. If the item consists
/// only of captions, its longer captions are the paragraphs.
std::expected<ItemBody, model::Rejection> ReadItemBody(
    const model::Document& document, const Options& options,
    Evidence& evidence);

}  // namespace newsmill::extract::items
