// Reads who may read the whole article, as the page states it.
#pragma once

#include "json_ld.h"
#include "newsmill/extract/evidence.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Adds the statements "free", "metered" and "locked" of linked data, meta
/// elements and paywall elements, in this order.
/// https://developers.google.com/search/docs/appearance/structured-data/paywalled-content
void ReadAccess(const PageScan& scan, const LinkedData& data,
                Evidence& evidence);

}  // namespace newsmill::extract::metadata
