// What the elements of NewsML-G2 and NITF mean.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsmill::input {

/// What an element outside the story's text says.
enum class WireField : uint8_t {
  kNone,
  kSection,    // holds fields, says nothing itself
  kItem,       // a news item
  kPackage,    // refers to items
  kReference,  // an item that is elsewhere
  kOtherItem,  // a concept, a planned event: nothing to read
  kNitf,       // an item of its own, or an item's text
  // Their text.
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
  // Their attributes.
  kItemClass,
  kStatus,
  kLanguage,
  kIssued,  // NITF's dates
  kHolder,  // of NITF's copyright
  kTopic,   // NITF's subject
  kPublication,
  kDocument,  // NITF's docdata, with its status
  // An identifier and names.
  kProvider,
  kCreator,
  kSource,
  kSubject,
  // The story's text.
  kInlineMarkup,
  kInlineText,
  kBody,
};

struct WireMeaning {
  WireField field = WireField::kNone;
  int rank = 0;  // 0 says it best
};

/// Of an element that is within fields.
WireMeaning WireMeaningOf(std::string_view local);

/// How an element of NITF's text is written in HTML. "" leaves it out, with all
/// in it: pictures, notes to editors.
std::string_view HtmlNameOf(std::string_view nitf_name);

/// What parts an element from the text before it in a line: a blank for "br",
/// a stroke for the lower half of a fraction; "" for most.
std::string_view SeparatorOf(std::string_view local);

/// Elements that a story in XHTML begins with.
bool IsHtmlName(std::string_view local);

}  // namespace newsmill::input
