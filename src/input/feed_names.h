// Finds the meaning of an element of a feed from its name.
#pragma once

#include <cstdint>
#include <string_view>

#include "xml_parser.h"

namespace newsmill::input {

/// The known sets of element names. Each has its own XML namespaces.
enum class Vocabulary : uint8_t {
  kRss,   // no namespace, or a namespace of RSS
  kAtom,  // Atom 0.3 and 1.0
  kDublinCore,
  kDublinCoreTerms,
  kContent,
  kMedia,
  kItunes,
  kXhtml,
  kFeedburner,
  kOther,
};

/// Returns the vocabulary of a name, by the URI of its namespace. Ignores case,
/// the difference between http and https, and a final slash. If the URI is
/// unknown, returns the vocabulary that usually has this prefix.
Vocabulary VocabularyOf(const XmlName& name);

/// The field that an element contains. It is a field of a feed or of an item.
enum class Field : uint8_t {
  kNone,
  kTitle,
  kLink,          // the URL is the text of the element
  kOriginalLink,  // the text is an absolute URL, or no URL at all
  kAtomLink,      // the URL is in an attribute
  kGuid,
  kPublished,
  kModified,
  kAuthor,  // the text or a child element is a name or an e-mail address
  kSummary,
  kContent,
  kCategory,
  kLanguage,
  kImage,  // the URL is in an attribute, in a child element or the text
  kEnclosure,
  kMediaContent,  // the URL is in an attribute; children may be captions
  kMediaGroup,
  kThumbnail,
  kCaption,
  kCredit,
  kSource,      // the name of the feed that the item was copied from
  kSourceFeed,  // Atom: child elements describe that feed
};

/// The field that an element contains. If several elements contain the same
/// field, the element with the best rank is used. Rank 0 is the best.
struct Meaning {
  Field field = Field::kNone;
  int rank = 0;
};

/// Returns the meaning of an element that is a child of an item. Ignores the
/// case of `local`.
Meaning ItemMeaning(Vocabulary vocabulary, std::string_view local);
/// Returns the meaning of an element that is a child of a channel or feed.
Meaning FeedMeaning(Vocabulary vocabulary, std::string_view local);

}  // namespace newsmill::input
