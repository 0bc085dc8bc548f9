// Terms of IPTC's vocabularies (https://cv.iptc.org/newscodes/), for all
// formats.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace newsmill::input {

/// Returns root keys. Every ninjs document has at least one of them.
std::span<const std::string_view> NinjsKeys();

/// Returns "20000822" for "medtop:20000822" and for
/// "http://cv.iptc.org/newscodes/x/20000822".
std::string_view CodeOf(std::string_view concept_id);

/// Returns why an item of that class is not an article: "not text but picture".
/// Returns "" if it may be an article.
std::string WhyNotText(std::string_view item_class);
/// Returns why an item with that status must not be published. Returns "" if it
/// may be published.
std::string WhyWithdrawn(std::string_view status);

/// Returns true for the role of a second headline.
bool IsSubtitleRole(std::string_view role);

/// Returns true for the role of the full headline or body, and if there is no
/// role. Returns false for a teaser or a short version.
bool IsMainRole(std::string_view role);

/// Returns false for a role of somebody other than the author, such as
/// photographer.
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
