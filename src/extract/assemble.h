// Every decision about a field of a page's article.
#pragma once

#include "extract/body/body.h"
#include "extract/body/hints.h"
#include "extract/metadata/page_evidence.h"
#include "newsmill/extract/evidence.h"
#include "newsmill/html/document.h"
#include "newsmill/model/article.h"
#include "newsmill/model/document.h"

namespace newsmill::extract {

/// Decides all fields that do not need the body. To be called once.
void AssembleMetadata(metadata::PageEvidence& evidence,
                      const model::Document& envelope, model::Article& article);

/// Returns what is decided so far, as far as it tells the body from the rest.
body::BodyHints HintsOf(const metadata::PageEvidence& evidence,
                        const model::Article& article);

/// Adds what the body says, and decides the fields that need it. Moves the
/// paragraphs into the article. To be called once, after AssembleMetadata.
void AssembleBody(metadata::PageEvidence& evidence, const html::Document& page,
                  const model::Document& envelope, body::Body& body,
                  model::Article& article);

}  // namespace newsmill::extract
