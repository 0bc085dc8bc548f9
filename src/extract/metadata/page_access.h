// Reads what a page states about access: whether everybody may read the whole
// article.
#pragma once

#include "json_ld.h"
#include "newsmill/extract/evidence.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Adds a candidate ("free", "metered" or "locked") for each statement about
/// access. Candidates from linked data come first, then candidates from meta
/// elements, then candidates from paywall elements.
/// https://developers.google.com/search/docs/appearance/structured-data/paywalled-content
void ReadAccess(const PageScan& scan, const LinkedData& data,
                Evidence& evidence);

}  // namespace newsmill::extract::metadata
