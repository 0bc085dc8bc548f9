// Where a page says that it lives, and who publishes it.
#pragma once

#include <string>
#include <string_view>

#include "extract/bylines/site_names.h"
#include "json_ld.h"
#include "newsmill/extract/evidence.h"
#include "newsmill/model/article.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Adds rel=canonical, og:url and `url`, without tracking parameters. The page
/// is believed only on the registrable domain of `url`, and never when it names
/// a site's root, unless `url` is that.
void ReadCanonicalUrls(const PageScan& scan, std::string_view url,
                       Evidence& evidence);

/// The names under which the site goes, to tell them from titles and authors.
bylines::SiteNames SiteNamesOf(const PageScan& scan, const LinkedData& data,
                               std::string_view url,
                               std::string_view given_name);

/// Adds the names of the publisher.
void ReadPublishers(const PageScan& scan, const LinkedData& data,
                    std::string_view given_name, Evidence& evidence);

/// Returns the domain and the country of a page's publisher, without its name.
model::Publisher PublisherAt(std::string_view url);

/// `reference` as the page at `base` means it; "" for what is no http URL.
std::string AbsoluteUrl(std::string_view reference, std::string_view base);

}  // namespace newsmill::extract::metadata
