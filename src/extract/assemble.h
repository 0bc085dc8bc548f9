// Decides every field of a page's article.
#pragma once

#include "extract/body/body.h"
#include "extract/body/hints.h"
#include "extract/metadata/page_evidence.h"
#include "newsmill/extract/evidence.h"
#include "newsmill/html/document.h"
#include "newsmill/model/article.h"
#include "newsmill/model/document.h"

namespace newsmill::extract {

/// Decides all fields that do not need the body. Call it once.
void AssembleMetadata(metadata::PageEvidence& evidence,
                      const model::Document& envelope, model::Article& article);

/// Returns the decided fields that help to find the body.
body::BodyHints HintsOf(const metadata::PageEvidence& evidence,
                        const model::Article& article);

/// Adds the candidates that need the body, and decides the remaining fields.
/// Moves the paragraphs into the article. Call it once, after AssembleMetadata.
void AssembleBody(metadata::PageEvidence& evidence, const html::Document& page,
                  body::Body& body, model::Article& article);

}  // namespace newsmill::extract
