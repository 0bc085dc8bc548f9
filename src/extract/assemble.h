// Decides the value of each field of the article on a page.
#pragma once

#include "extract/body/body.h"
#include "extract/body/hints.h"
#include "extract/metadata/page_evidence.h"
#include "newsmill/extract/evidence.h"
#include "newsmill/html/document.h"
#include "newsmill/model/article.h"
#include "newsmill/model/document.h"

namespace newsmill::extract {

/// Decides all fields that can be decided without the body. Call the function
/// once for each page.
void AssembleMetadata(metadata::PageEvidence& evidence,
                      const model::Document& envelope, model::Article& article);

/// Returns the metadata that help to find the body. Call AssembleMetadata
/// first.
body::BodyHints HintsOf(const metadata::PageEvidence& evidence,
                        const model::Article& article);

/// Adds the candidates that depend on the body, and decides the remaining
/// fields. Moves the paragraphs of the body into the article. Call the function
/// once for each page, after AssembleMetadata.
void AssembleBody(metadata::PageEvidence& evidence, const html::Document& page,
                  body::Body& body, model::Article& article);

}  // namespace newsmill::extract
