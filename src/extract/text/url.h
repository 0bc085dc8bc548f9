// Normalises URLs, to identify articles and publishers.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns an http or https URL with its scheme and host in lower case, without
/// user, default port, fragment and tracking parameters. The other parts keep
/// their order. Returns "" for other URLs.
std::string CanonicalUrl(std::string_view url);

/// Returns the registrable domain by the Public Suffix List
/// (https://publicsuffix.org): "example.co.uk" for
/// "https://news.example.co.uk/x". Returns the host if it has no registrable
/// domain.
std::string RegistrableDomain(std::string_view url);

}  // namespace newsmill::extract::text
