// Where a page says that it lives, and who publishes it.
#pragma once

#include <string>
#include <string_view>

#include "extract/bylines/site_names.h"
#include "json_ld.h"
#include "newsmill/extract/trace.h"
#include "newsmill/model/article.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// rel=canonical, og:url or the URL as given, without tracking parameters. The
/// page is believed only on the registrable domain of `url`, and never when it
/// names a site's root, unless `url` is that.
std::string ReadCanonicalUrl(const PageScan& scan, std::string_view url,
                             Trace* trace);

/// The names under which the site goes, to tell them from titles and authors.
bylines::SiteNames SiteNamesOf(const PageScan& scan, const LinkedData& data,
                               std::string_view url,
                               std::string_view given_name);

model::Publisher ReadPublisher(const PageScan& scan, const LinkedData& data,
                               std::string_view url,
                               std::string_view given_name, Trace* trace);

/// `reference` as the page at `base` means it; "" for what is no http URL.
std::string AbsoluteUrl(std::string_view reference, std::string_view base);

}  // namespace newsmill::extract::metadata
