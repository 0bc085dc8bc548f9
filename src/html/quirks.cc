#include "quirks.h"

#include <algorithm>
#include <array>

#include "newsmill/base/ascii.h"

namespace newsmill::html {
namespace {

constexpr std::array<std::string_view, 3> kQuirkyPublicIds = {
    "-//w3o//dtd w3 html strict 3.0//en//",
    "-/w3c/dtd html 4.0 transitional/en", "html"};

constexpr std::string_view kQuirkySystemId =
    "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd";

constexpr auto kQuirkyPublicPrefixes = std::to_array<std::string_view>({
    "+//silmaril//dtd html pro v0r11 19970101//",
    "-//as//dtd html 3.0 aswedit + extensions//",
    "-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
    "-//ietf//dtd html 2.0 level 1//",
    "-//ietf//dtd html 2.0 level 2//",
    "-//ietf//dtd html 2.0 strict level 1//",
    "-//ietf//dtd html 2.0 strict level 2//",
    "-//ietf//dtd html 2.0 strict//",
    "-//ietf//dtd html 2.0//",
    "-//ietf//dtd html 2.1e//",
    "-//ietf//dtd html 3.0//",
    "-//ietf//dtd html 3.2 final//",
    "-//ietf//dtd html 3.2//",
    "-//ietf//dtd html 3//",
    "-//ietf//dtd html level 0//",
    "-//ietf//dtd html level 1//",
    "-//ietf//dtd html level 2//",
    "-//ietf//dtd html level 3//",
    "-//ietf//dtd html strict level 0//",
    "-//ietf//dtd html strict level 1//",
    "-//ietf//dtd html strict level 2//",
    "-//ietf//dtd html strict level 3//",
    "-//ietf//dtd html strict//",
    "-//ietf//dtd html//",
    "-//metrius//dtd metrius presentational//",
    "-//microsoft//dtd internet explorer 2.0 html strict//",
    "-//microsoft//dtd internet explorer 2.0 html//",
    "-//microsoft//dtd internet explorer 2.0 tables//",
    "-//microsoft//dtd internet explorer 3.0 html strict//",
    "-//microsoft//dtd internet explorer 3.0 html//",
    "-//microsoft//dtd internet explorer 3.0 tables//",
    "-//netscape comm. corp.//dtd html//",
    "-//netscape comm. corp.//dtd strict html//",
    "-//o'reilly and associates//dtd html 2.0//",
    "-//o'reilly and associates//dtd html extended 1.0//",
    "-//o'reilly and associates//dtd html extended relaxed 1.0//",
    "-//sq//dtd html 2.0 hotmetal + extensions//",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html "
    "4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
    "-//spyglass//dtd html 2.0 extended//",
    "-//sun microsystems corp.//dtd hotjava html//",
    "-//sun microsystems corp.//dtd hotjava strict html//",
    "-//w3c//dtd html 3 1995-03-24//",
    "-//w3c//dtd html 3.2 draft//",
    "-//w3c//dtd html 3.2 final//",
    "-//w3c//dtd html 3.2//",
    "-//w3c//dtd html 3.2s draft//",
    "-//w3c//dtd html 4.0 frameset//",
    "-//w3c//dtd html 4.0 transitional//",
    "-//w3c//dtd html experimental 19960712//",
    "-//w3c//dtd html experimental 970421//",
    "-//w3c//dtd w3 html//",
    "-//w3o//dtd w3 html 3.0//",
    "-//webtechs//dtd mozilla html 2.0//",
    "-//webtechs//dtd mozilla html//",
});

// If a public identifier begins with one of these prefixes, the mode depends on
// the system identifier. With a system identifier, the page is in limited
// quirks mode. Without a system identifier, the page is in quirks mode.
constexpr std::array<std::string_view, 2> kHtml401Prefixes = {
    "-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//"};

constexpr std::array<std::string_view, 2> kXhtml1Prefixes = {
    "-//w3c//dtd xhtml 1.0 frameset//", "-//w3c//dtd xhtml 1.0 transitional//"};

bool StartsWithOneOf(std::string_view id, const auto& prefixes) {
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) {
    return StartsWithIgnoringCase(id, prefix);
  });
}

}  // namespace

QuirksMode QuirksModeOf(const Token& doctype, const TextStore& text) {
  const auto public_id = text.View(doctype.public_id.value_or(TextSpan()));
  const auto system_id = text.View(doctype.system_id.value_or(TextSpan()));
  const bool is_html401 = StartsWithOneOf(public_id, kHtml401Prefixes);
  const bool quirks =
      doctype.force_quirks || text.View(doctype.text) != "html" ||
      std::ranges::any_of(kQuirkyPublicIds,
                          [&](std::string_view id) {
                            return EqualsIgnoringCase(public_id, id);
                          }) ||
      EqualsIgnoringCase(system_id, kQuirkySystemId) ||
      StartsWithOneOf(public_id, kQuirkyPublicPrefixes) ||
      (is_html401 && !doctype.system_id);
  if (quirks) return QuirksMode::kQuirks;
  if (is_html401 || StartsWithOneOf(public_id, kXhtml1Prefixes)) {
    return QuirksMode::kLimitedQuirks;
  }
  return QuirksMode::kNoQuirks;
}

}  // namespace newsmill::html
