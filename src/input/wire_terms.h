// Interprets the codes of IPTC's vocabularies (https://cv.iptc.org/newscodes/).
// All formats of news agencies use these codes.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace newsmill::input {

/// Returns keys of ninjs. The root object of every ninjs document has at least
/// one of them.
std::span<const std::string_view> NinjsKeys();

/// Returns "20000822" for "medtop:20000822" and for
/// "http://cv.iptc.org/newscodes/x/20000822".
std::string_view CodeOf(std::string_view concept_id);

/// Returns why an item of this class is not an article, such as "not text but
/// picture". Returns "" if the item may be an article.
std::string WhyNotText(std::string_view item_class);
/// Returns why an item with this status must not be published. Returns "" if
/// the item may be published.
std::string WhyWithdrawn(std::string_view status);

/// Returns true if a headline with this role is a subtitle.
bool IsSubtitleRole(std::string_view role);

/// Returns true if `role` is empty or means the full headline or body. Returns
/// false for other roles, such as a teaser or a short version.
bool IsMainRole(std::string_view role);

/// Returns false if a person with this role is not an author of the text, such
/// as a photographer.
bool IsAuthorRole(std::string_view role);

/// Returns true for the codes of the seventeen top subjects, such as "04000000"
/// (economy).
bool IsTopSubject(std::string_view code);

/// Returns the host in "urn:newsml:news.example:20240123:a" (RFC 3085) or
/// "tag:news.example,2024:a" (RFC 4151) as a URL, or "" for other texts.
std::string UrlOfAuthority(std::string_view guid);

/// Returns the URL of the host in "web:www.news.example", or "" for other
/// codes.
std::string UrlOfHost(std::string_view code);

}  // namespace newsmill::input
