// Makes an article from a document. The article contains the metadata and the
// body of the document.
#pragma once

#include <expected>

#include "newsmill/extract/evidence.h"
#include "newsmill/extract/options.h"
#include "newsmill/model/article.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"

namespace newsmill::extract {

/// Returns the article of a document. The article has an `article_id` and every
/// field that the document contains. If the document has no article, returns
/// the reason. Pure: any thread may call Extract. Takes time linear in the size
/// of the document.
std::expected<model::Article, model::Rejection> Extract(
    const model::Document& document, const Options& options);

struct Explanation {
  std::expected<model::Article, model::Rejection> article;
  Evidence evidence;
};

/// Returns the result of Extract and the evidence for each field. Slower than
/// Extract. Any thread may call Explain.
Explanation Explain(const model::Document& document, const Options& options);

}  // namespace newsmill::extract
