// Terms of IPTC's vocabularies (https://cv.iptc.org/newscodes/), in all
// formats.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace newsmill::input {

/// Returns the keys of which a ninjs document has at least one at its root.
std::span<const std::string_view> NinjsKeys();

/// Returns "20000822" for "medtop:20000822" and for
/// "http://cv.iptc.org/newscodes/x/20000822".
std::string_view CodeOf(std::string_view concept_id);

/// Returns why an item of that class is not an article: "not text but picture".
/// Returns "" if it may be one.
std::string WhyNotText(std::string_view item_class);
/// Returns why an item of that status must not be published, "" if it may be.
std::string WhyWithdrawn(std::string_view status);

/// Returns true for the role of a second headline.
bool IsSubtitleRole(std::string_view role);

/// Returns true for the role of the full headline or body, and for no role.
/// Returns false for a teaser or a short version.
bool IsMainRole(std::string_view role);

/// Returns false for roles that are not the author's, such as photographer.
bool IsAuthorRole(std::string_view role);

/// Returns true for the seventeen top subjects, such as "04000000", economy.
bool IsTopSubject(std::string_view code);

/// Returns the host in "urn:newsml:news.example:20240123:a" (RFC 3085) or
/// "tag:news.example,2024:a" (RFC 4151) as a URL; "" for other texts.
std::string UrlOfAuthority(std::string_view guid);

/// Returns the URL of the host in "web:www.news.example"; "" for other codes.
std::string UrlOfHost(std::string_view code);

}  // namespace newsmill::input
