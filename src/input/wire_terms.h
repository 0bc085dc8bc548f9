// Terms of IPTC's vocabularies (https://cv.iptc.org/newscodes/) that matter
// here, whichever format writes them.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace newsmill::input {

/// What a ninjs document has one of at its root.
std::span<const std::string_view> NinjsKeys();

/// The code of "medtop:20000822" or "http://cv.iptc.org/newscodes/x/20000822".
std::string_view CodeOf(std::string_view concept_id);

/// Why an item of that class is no article: "not text but picture"; "" where it
/// may be one.
std::string WhyNotText(std::string_view item_class);
/// Why nobody shall publish an item of that status; "" where one may.
std::string WhyWithdrawn(std::string_view status);

/// The role of a headline below the headline.
bool IsSubtitleRole(std::string_view role);

/// The role of the headline or body itself, said or not: no teaser, no short
/// version of it.
bool IsMainRole(std::string_view role);

/// The role of who wrote the text: false only for those that are another's.
bool IsAuthorRole(std::string_view role);

/// One of the seventeen subjects at the top: "04000000", economy.
bool IsTopSubject(std::string_view code);

/// The host in "urn:newsml:news.example:20240123:a" (RFC 3085) and
/// "tag:news.example,2024:a" (RFC 4151), as a URL; "" for none.
std::string UrlOfAuthority(std::string_view guid);

/// "web:www.news.example" names a publisher by its host: its URL, else "".
std::string UrlOfHost(std::string_view code);

}  // namespace newsmill::input
