// Reads a document within the limits of Options. A document that exceeds a
// limit is rejected, never cut.
#pragma once

#include <expected>
#include <vector>

#include "blocks.h"
#include "newsmill/extract/options.h"
#include "newsmill/html/document.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"

namespace newsmill::extract::text {

/// Returns the HTML tree of the content, or a rejection. `document` must
/// outlive the tree.
std::expected<html::Document, model::Rejection> ParseWithin(
    const Options& options, const model::Document& document);

/// Returns the lines of the content, or a rejection. `document` must outlive
/// the lines.
std::expected<std::vector<Block>, model::Rejection> LinesWithin(
    const Options& options, const model::Document& document);

/// Returns the rejection for a page that has more than `max_blocks` blocks.
model::Rejection TooManyBlocks(const Options& options,
                               const model::Document& document);

}  // namespace newsmill::extract::text
