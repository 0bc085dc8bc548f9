// Decides which URLs identify the same article.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns the normal form of a canonical URL (CanonicalUrl in url.h). URLs
/// with the same normal form identify the same article. The normal form is only
/// compared. Records have the canonical URL.
///
/// RFC 3986 (https://www.rfc-editor.org/rfc/rfc3986):
/// - 6.2.2.1: the digits of percent escapes are in upper case;
/// - 6.2.2.2: unreserved characters have no percent escapes. All other escapes
///   stay, so "%2F" is not "/", and "%FF" is not a character;
/// - 6.2.2.3: there are no dot segments;
/// - 6.2.3: there is no default port, the port has no leading zeros, and the
///   path is not empty.
/// RFC 3987 (https://www.rfc-editor.org/rfc/rfc3987):
/// - 3.1: characters beyond ASCII become the percent escapes of their UTF-8
///   bytes. So do blanks, controls and the printable characters that no URI
///   has;
/// - 5.3.2.2: characters are not changed to NFC. This section forbids it for a
///   comparison, and servers have different documents for the two forms;
/// - 5.3.3: the host is in Punycode (NormalHost in host.h).
/// The URL Standard (https://url.spec.whatwg.org), for what browsers request:
/// - a tab or a line break does not count, and "\" in a path is "/";
/// - "'" in a query becomes "%27".
///
/// By RFC 3986, an empty query is not the same as no query. CanonicalUrl drops
/// an empty query, because tracking parameters leave one. So the two are the
/// same article. "%" without two hexadecimal digits stays. If the host is
/// invalid, the URL does not change.
std::string UrlIdentity(std::string_view canonical_url);

}  // namespace newsmill::extract::text
