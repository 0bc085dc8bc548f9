// The canonical URL and the publisher of a page.
#pragma once

#include <string>
#include <string_view>

#include "extract/bylines/site_names.h"
#include "json_ld.h"
#include "newsmill/extract/evidence.h"
#include "newsmill/model/article.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Returns the base address of the references in the page. This is the href of
/// its base element, resolved with `url`, or else `url`.
/// https://html.spec.whatwg.org/#document-base-url
std::string BaseUrl(const PageScan& scan, std::string_view url);

/// Adds rel=canonical, og:url and `url` as candidates, without tracking
/// parameters. A URL from the page is trusted only if it has the registrable
/// domain of `url`. The root of a site is trusted only if `url` is a root, too.
void ReadCanonicalUrls(const PageScan& scan, std::string_view url,
                       Evidence& evidence);

/// Returns the names of the site. These names are needed to recognise the site
/// in titles and authors.
bylines::SiteNames SiteNamesOf(const PageScan& scan, const LinkedData& data,
                               std::string_view url,
                               std::string_view given_name);

/// Adds the names of the publisher.
void ReadPublishers(const PageScan& scan, const LinkedData& data,
                    std::string_view given_name, Evidence& evidence);

/// Returns the domain and the country of a page's publisher, without its name.
model::Publisher PublisherAt(std::string_view url);

/// Returns the absolute URL of `reference` on the page at `base`. Returns "" if
/// the result is not an http or https URL.
std::string AbsoluteUrl(std::string_view reference, std::string_view base);

}  // namespace newsmill::extract::metadata
