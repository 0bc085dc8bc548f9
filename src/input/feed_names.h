// What the elements of feeds mean.
#pragma once

#include <cstdint>
#include <string_view>

#include "xml_parser.h"

namespace newsmill::input {

/// The vocabularies that are read.
enum class Vocabulary : uint8_t {
  kRss,   // no namespace, or one of the many that RSS has had
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

/// By the namespace's URI, whatever its case, its scheme's "s" or its last
/// slash; without one that is known, by the usual prefix.
Vocabulary VocabularyOf(const XmlName& name);

/// What an element of a channel, feed or item says.
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
  kMediaContent,  // in attributes, with captions in it
  kMediaGroup,
  kThumbnail,
  kCaption,
  kCredit,
};

/// A field, and how well this element says it: 0 is best.
struct Meaning {
  Field field = Field::kNone;
  int rank = 0;
};

/// Of an item's child, in any case.
Meaning ItemMeaning(Vocabulary vocabulary, std::string_view local);
/// Of a channel's or feed's child.
Meaning FeedMeaning(Vocabulary vocabulary, std::string_view local);

}  // namespace newsmill::input
