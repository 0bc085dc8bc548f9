#include "wire_terms.h"

#include <algorithm>
#include <array>

#include "newsmill/base/ascii.h"

namespace newsmill::input {
namespace {

/// Names for items without text. They are item classes
/// (https://cv.iptc.org/newscodes/ninature/) and values of `type` in ninjs.
constexpr std::array<std::string_view, 11> kNoText = {
    "animation", "audio",    "component", "event",    "graphic", "icon",
    "image",     "newsroom", "picture",   "planning", "video"};

constexpr std::array<std::string_view, 6> kWithdrawn = {
    "canceled", "cancelled", "killed", "recalled", "withdrawn", "withheld"};

constexpr std::array<std::string_view, 5> kSubtitle = {
    "sub", "subhead", "subheadline", "subtitle", "deck"};

/// In ninjs, a role or the end of a key may name the form of the text, such as
/// "richtext" or "html5". Such a name contains one of these words.
constexpr std::array<std::string_view, 3> kForms = {"html", "nitf", "text"};

constexpr auto kNotAuthor = std::to_array<std::string_view>(
    {"artist", "camera", "cameraman", "contact", "contributor", "copyeditor",
     "designer", "editor", "graphic", "illustrator", "photo", "photographer",
     "producer", "publisher", "source", "sub-editor", "subeditor", "translator",
     "videographer"});

constexpr auto kNinjsKeys = std::to_array<std::string_view>(
    {"associations", "bodies", "body_html", "body_text", "body_xhtml",
     "description_text", "descriptions", "eventDetails", "headline",
     "headlines", "pubStatus", "pubstatus", "renditions", "standard",
     "versionCreated", "versioncreated"});

constexpr bool IsHostCharacter(char c) {
  return IsAsciiLetterOrDigit(c) || c == '-' || c == '.';
}

}  // namespace

std::span<const std::string_view> NinjsKeys() { return kNinjsKeys; }

std::string_view CodeOf(std::string_view concept_id) {
  concept_id = TrimBlanks(concept_id);
  const size_t at = concept_id.find_last_of(":/#");
  return at == concept_id.npos ? concept_id : concept_id.substr(at + 1);
}

std::string WhyNotText(std::string_view item_class) {
  const std::string_view code = CodeOf(item_class);
  if (!IsOneOfIgnoringCase(code, kNoText)) return "";
  return "not text but " + LowerAscii(code);
}

std::string WhyWithdrawn(std::string_view status) {
  const std::string_view code = CodeOf(status);
  return IsOneOfIgnoringCase(code, kWithdrawn)
             ? LowerAscii(code) + " by its publisher"
             : "";
}

bool IsSubtitleRole(std::string_view role) {
  return IsOneOfIgnoringCase(CodeOf(role), kSubtitle);
}

bool IsMainRole(std::string_view role) {
  const std::string code = LowerAscii(CodeOf(role));
  return code.empty() || code == "main" ||
         std::ranges::any_of(kForms, [&](std::string_view form) {
           return code.find(form) != code.npos;
         });
}

bool IsAuthorRole(std::string_view role) {
  return !IsOneOfIgnoringCase(CodeOf(role), kNotAuthor);
}

bool IsTopSubject(std::string_view code) {
  return code.size() == 8 && code.ends_with("000000") &&
         (code[0] == '0' || code[0] == '1') && code != "00000000";
}

std::string UrlOfAuthority(std::string_view guid) {
  for (const std::string_view scheme : {"urn:newsml:", "tag:"}) {
    if (!StartsWithIgnoringCase(guid, scheme)) continue;
    guid.remove_prefix(scheme.size());
    return UrlOfHost(guid.substr(0, guid.find_first_of(":,")));
  }
  return "";
}

std::string UrlOfHost(std::string_view code) {
  code = CodeOf(code);
  const bool is_host =
      code.size() < 254 && std::ranges::all_of(code, IsHostCharacter) &&
      code.find('.') != code.npos && code.front() != '.' && code.back() != '.';
  return is_host ? "http://" + std::string(code) + "/" : "";
}

}  // namespace newsmill::input
