// From a document to an article: metadata, body, dates, publisher.
#pragma once

#include <expected>

#include "newsmill/extract/options.h"
#include "newsmill/extract/trace.h"
#include "newsmill/model/article.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"

namespace newsmill::extract {

/// Pure. Sets every field of the article that the document gives, and
/// `article_id`. `trace` records why, of an HTML page; null in production.
std::expected<model::Article, model::Rejection> Extract(
    const model::Document& document, const Options& options,
    Trace* trace = nullptr);

}  // namespace newsmill::extract
