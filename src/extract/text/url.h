// Normalises URLs, so that they identify articles and publishers.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns the canonical form of an http or https URL. In this form, the scheme
/// and the host are in lower case. The user name, the default port, the
/// fragment and tracking parameters are removed. The other parameters keep
/// their order. Returns "" for other URLs.
std::string CanonicalUrl(std::string_view url);

/// Returns the registrable domain of a URL according to the Public Suffix List
/// (https://publicsuffix.org): "example.co.uk" for
/// "https://news.example.co.uk/x". Returns the whole host if the host has no
/// registrable domain.
std::string RegistrableDomain(std::string_view url);

}  // namespace newsmill::extract::text
