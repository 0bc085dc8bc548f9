// What a page says about who may read all of its article.
#pragma once

#include "json_ld.h"
#include "newsmill/extract/evidence.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Adds "free", "metered" or "locked" as linked data, meta elements and named
/// elements state it, the surest first.
/// https://developers.google.com/search/docs/appearance/structured-data/paywalled-content
void ReadAccess(const PageScan& scan, const LinkedData& data,
                Evidence& evidence);

}  // namespace newsmill::extract::metadata
