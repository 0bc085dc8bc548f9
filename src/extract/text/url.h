// Normalises URLs, so that they identify articles and publishers.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// The parts of an http or https URL.
struct UrlParts {
  std::string scheme;  // in lower case; empty if the URL is not valid
  std::string host;    // in lower case, without a final dot
  std::string_view port;
  std::string_view path;   // "" or "/a/b"
  std::string_view query;  // without "?"
};

/// Splits an http or https URL into its parts. Drops the user name and the
/// fragment. Decodes the percent escapes of the host (RFC 3986, section 3.2.2).
/// `url` has no blanks around it. It must remain live while the parts are used.
UrlParts SplitUrl(std::string_view url);

/// Returns the canonical form of the URL that has these parts.
std::string JoinedUrl(const UrlParts& parts);

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
