// The meanings of the elements of NewsML-G2 and NITF.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsmill::input {

/// The meaning of an element outside the story's text.
enum class WireField : uint8_t {
  kNone,
  kSection,    // contains fields
  kItem,       // a news item
  kPackage,    // refers to items
  kReference,  // refers to an item that is elsewhere
  kOtherItem,  // a concept or a planned event, which is ignored
  kNitf,       // an item, or the text of an item
  // The value of these elements is their text.
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
  // The value of these elements is in attributes.
  kItemClass,
  kStatus,
  kLanguage,
  kIssued,  // NITF's dates
  kHolder,  // from NITF's copyright
  kTopic,   // NITF's subject
  kPublication,
  kDocument,  // NITF's docdata, with its status
  // The value of these elements is an identifier and names.
  kProvider,
  kCreator,
  kSource,
  kSubject,
  // Elements of the story's text.
  kInlineMarkup,
  kInlineText,
  kBody,
};

struct WireMeaning {
  WireField field = WireField::kNone;
  int rank = 0;  // 0 is the best
};

/// Returns the meaning of an element inside a section.
WireMeaning WireMeaningOf(std::string_view local);

/// Returns the HTML element for an element of NITF's text. Returns "" if the
/// element is dropped with its contents, for example a picture or a note to
/// editors.
std::string_view HtmlNameOf(std::string_view nitf_name);

/// Returns the separator between an element and the text before it in a line: a
/// blank for "br", a slash for the denominator of a fraction, and "" for most
/// elements.
std::string_view SeparatorOf(std::string_view local);

/// Returns true for the elements with which a story in XHTML may begin.
bool IsHtmlName(std::string_view local);

}  // namespace newsmill::input
