// What of a URL identifies an article and its publisher.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// An http or https URL with scheme and host in lower case, without user,
/// default port, fragment and tracking parameters; the order of the rest is
/// kept. Empty for what is no such URL.
std::string CanonicalUrl(std::string_view url);

/// "example.co.uk" of "https://news.example.co.uk/x" by the Public Suffix List
/// (https://publicsuffix.org); the host itself where it has no such part.
std::string RegistrableDomain(std::string_view url);

}  // namespace newsmill::extract::text
