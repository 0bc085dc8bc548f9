// Chooses the value of each field of the article on an HTML page.
#pragma once

#include "extract/body/body.h"
#include "extract/body/hints.h"
#include "extract/metadata/page_evidence.h"
#include "newsmill/extract/evidence.h"
#include "newsmill/html/document.h"
#include "newsmill/model/article.h"
#include "newsmill/model/document.h"

namespace newsmill::extract {

/// Chooses the fields that do not depend on the body: the title, the authors,
/// the dates and others. Call this function once for each page.
void AssembleMetadata(metadata::PageEvidence& evidence,
                      const model::Document& envelope, model::Article& article);

/// Returns the metadata that ChooseBody uses to find the body. Call
/// AssembleMetadata first, because it sets the fields of `article`.
body::BodyHints HintsOf(const metadata::PageEvidence& evidence,
                        const model::Article& article);

/// Adds the candidates that depend on the body to the evidence, and chooses the
/// remaining fields. Moves the paragraphs of the body into the article. Call
/// this function once for each page, after AssembleMetadata.
void AssembleBody(metadata::PageEvidence& evidence, const html::Document& page,
                  body::Body& body, model::Article& article);

}  // namespace newsmill::extract
