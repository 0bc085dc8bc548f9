// Makes an article from a document: metadata, body, dates, publisher.
#pragma once

#include <expected>

#include "newsmill/extract/evidence.h"
#include "newsmill/extract/options.h"
#include "newsmill/model/article.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"

namespace newsmill::extract {

/// Returns the article of a document, with every field that the document gives
/// and with its `article_id`. The error is the reason why there is no article.
/// Pure: any thread may call it. Takes time linear in the size of the document.
std::expected<model::Article, model::Rejection> Extract(
    const model::Document& document, const Options& options);

struct Explanation {
  std::expected<model::Article, model::Rejection> article;
  Evidence evidence;
};

/// Returns the result of Extract and the evidence for each field. Slower than
/// Extract. Any thread may call it.
Explanation Explain(const model::Document& document, const Options& options);

}  // namespace newsmill::extract
