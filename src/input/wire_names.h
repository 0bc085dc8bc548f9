// Finds the meaning of an element of NewsML-G2 or NITF from its name.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsmill::input {

/// The meaning of an element.
enum class WireField : uint8_t {
  kNone,
  kSection,    // contains fields
  kItem,       // a news item
  kPackage,    // refers to items
  kReference,  // refers to an item that is elsewhere
  kOtherItem,  // a concept or a planned event, which is ignored
  kNitf,       // the root of NITF: an item, or the text of an item
  // The value of the next elements is their text.
  kHeadline,
  kHeadline2,
  kByline,
  kCredit,
  kRights,
  kSummary,
  kTag,
  kPublished,
  kModified,
  kEmbargo,
  // The value of the next elements is in their attributes.
  kItemClass,
  kStatus,
  kLanguage,
  kIssued,  // a date of NITF
  kHolder,  // the holder in NITF's copyright element
  kTopic,   // a subject of NITF
  kPublication,
  kDocument,  // NITF's docdata, with its status
  // The value of the next elements is an identifier and names.
  kProvider,
  kCreator,
  kSource,
  kSubject,
  // The next elements belong to the text of the story.
  kInlineMarkup,
  kInlineText,
  kBody,
};

struct WireMeaning {
  WireField field = WireField::kNone;
  int rank = 0;  // rank for the field; 0 is the best
};

/// Returns the meaning of an element inside a section.
WireMeaning WireMeaningOf(std::string_view local);

/// Returns the HTML element for an element of NITF's text. Returns "" if the
/// element is dropped together with its contents, as a note to editors is.
std::string_view HtmlNameOf(std::string_view nitf_name);

/// Returns the text to insert before the contents of an element in a line: a
/// blank for "br", a slash for the denominator of a fraction, and "" for most
/// elements.
std::string_view SeparatorOf(std::string_view local);

/// Returns true if a story in XHTML may begin with the element `local`, such as
/// "p".
bool IsHtmlName(std::string_view local);

}  // namespace newsmill::input
