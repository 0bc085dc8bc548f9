// The meanings of the elements of feeds.
#pragma once

#include <cstdint>
#include <string_view>

#include "xml_parser.h"

namespace newsmill::input {

/// The known vocabularies.
enum class Vocabulary : uint8_t {
  kRss,   // no namespace, or one of the namespaces of RSS
  kAtom,  // 0.3 and 1.0
  kDublinCore,
  kDublinCoreTerms,
  kContent,
  kMedia,
  kItunes,
  kXhtml,
  kFeedburner,
  kOther,
};

/// Returns the vocabulary by the URI of the namespace. Ignores case, the
/// difference of http and https, and a final slash. If the URI is unknown,
/// returns the vocabulary by the usual prefix.
Vocabulary VocabularyOf(const XmlName& name);

/// The field that an element of a channel, feed or item states.
enum class Field : uint8_t {
  kNone,
  kTitle,
  kLink,      // the URL as text
  kAtomLink,  // in attributes
  kGuid,
  kPublished,
  kModified,
  kAuthor,  // a name or address as text
  kPerson,  // Atom: an element with a name
  kSummary,
  kContent,
  kCategory,
  kLanguage,
  kImage,      // an element with a url
  kImageHref,  // in an attribute
  kEnclosure,
  kMediaContent,  // in attributes; it may contain captions
  kMediaGroup,
  kThumbnail,
  kCaption,
  kCredit,
  kSource,      // the name of the feed that the item was copied from
  kSourceFeed,  // Atom: an element that contains the source
};

/// A field, and the rank of the element for this field. 0 is the best rank.
struct Meaning {
  Field field = Field::kNone;
  int rank = 0;
};

/// Returns the meaning of a child of an item. Ignores case.
Meaning ItemMeaning(Vocabulary vocabulary, std::string_view local);
/// Returns the meaning of a child of a channel or feed.
Meaning FeedMeaning(Vocabulary vocabulary, std::string_view local);

}  // namespace newsmill::input
