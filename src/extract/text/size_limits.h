// The parts of a document within the limits of Options: what passes one is
// refused whole, never cut.
#pragma once

#include <expected>
#include <vector>

#include "blocks.h"
#include "newsmill/extract/options.h"
#include "newsmill/html/document.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"

namespace newsmill::extract::text {

/// The tree of the content. `document` must outlive it.
std::expected<html::Document, model::Rejection> ParseWithin(
    const Options& options, const model::Document& document);

/// The lines of the content, which must outlive them.
std::expected<std::vector<Block>, model::Rejection> LinesWithin(
    const Options& options, const model::Document& document);

/// For a page whose outline was cut at `max_blocks`.
model::Rejection TooManyBlocks(const Options& options,
                               const model::Document& document);

}  // namespace newsmill::extract::text
