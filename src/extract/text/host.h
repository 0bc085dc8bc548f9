// Reads the host of a URL: percent escapes, Unicode, IP addresses.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns `host` without its percent escapes (RFC 3986, section 3.2.2).
/// Returns `host` itself if the result is not valid UTF-8, or if it has a
/// character that no host can have, such as a slash.
std::string DecodedHost(std::string_view host);

/// Returns the normal form of a host in lower case.
/// - A name in Unicode becomes its Punycode form by UTS #46, non-transitional
///   (https://www.unicode.org/reports/tr46/). A name that UTS #46 rejects does
///   not change.
/// - An IPv4 address has four decimal numbers
///   (https://url.spec.whatwg.org/#concept-ipv4-parser).
/// - An IPv6 address has the form of RFC 5952, section 4.
/// - There is no final dot.
/// Returns nullopt if `host` is not a name or an address.
std::optional<std::string> NormalHost(std::string_view host);

/// Returns whether the last label of `host` begins with a digit, as in every
/// IPv4 address.
bool MayBeIpv4(std::string_view host);

}  // namespace newsmill::extract::text
