// From a document to an article: metadata, body, dates, publisher.
#pragma once

#include <expected>

#include "newsmill/extract/evidence.h"
#include "newsmill/extract/options.h"
#include "newsmill/model/article.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"

namespace newsmill::extract {

/// Returns the article of a document with every field that the document gives
/// and with its `article_id`, or the reason why there is none. Pure, so any
/// thread may call it; linear in the size of the document.
std::expected<model::Article, model::Rejection> Extract(
    const model::Document& document, const Options& options);

struct Explanation {
  std::expected<model::Article, model::Rejection> article;
  Evidence evidence;
};

/// Returns what Extract returns, and what was seen for each field. Slower.
Explanation Explain(const model::Document& document, const Options& options);

}  // namespace newsmill::extract
