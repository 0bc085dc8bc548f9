// Reads the canonical URL and the publisher of a page.
#pragma once

#include <string>
#include <string_view>

#include "extract/bylines/site_names.h"
#include "json_ld.h"
#include "newsmill/extract/evidence.h"
#include "newsmill/model/article.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Returns the URL against which the relative URLs in the page are resolved.
/// This is the href of the base element, resolved against `url`. Returns `url`
/// if the page has no such href.
/// https://html.spec.whatwg.org/#document-base-url
std::string BaseUrl(const PageScan& scan, std::string_view url);

/// Adds the URL of rel=canonical, the URL of og:url and `url` as candidates for
/// the canonical URL. Removes tracking parameters. A URL that the page states
/// is trusted only if it has the same registrable domain as `url`. The URL of a
/// home page is trusted only if `url` is also the URL of a home page.
void ReadCanonicalUrls(const PageScan& scan, std::string_view url,
                       Evidence& evidence);

/// Returns the names of the site. Other code compares titles and authors with
/// these names, because many pages write the name of the site into the title or
/// the byline.
bylines::SiteNames SiteNamesOf(const PageScan& scan, const LinkedData& data,
                               std::string_view url,
                               std::string_view given_name);

/// Adds the names of the publisher as candidates.
void ReadPublishers(const PageScan& scan, const LinkedData& data,
                    std::string_view given_name, Evidence& evidence);

/// Returns the domain and the country of the publisher of the page at `url`.
/// The name of the publisher is not set.
model::Publisher PublisherAt(std::string_view url);

/// Returns the absolute URL of `reference` on the page at `base`. Returns "" if
/// the result is not an http or https URL.
std::string AbsoluteUrl(std::string_view reference, std::string_view base);

}  // namespace newsmill::extract::metadata
