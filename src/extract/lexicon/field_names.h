// What the class, id, itemprop or rel of an element says that it holds.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsmill::extract::lexicon {

/// Bits; an element may have several.
enum Cue : uint32_t {
  kCueDate = 1U << 0U,
  kCuePublished = 1U << 1U,  // a date, and which
  kCueModified = 1U << 2U,
  kCueAuthor = 1U << 3U,
  kCueName = 1U << 4U,  // inside of an author
  kCueSide = 1U << 5U,  // other articles, comments, menus
  kCueTags = 1U << 6U,
  kCueSection = 1U << 7U,
  kCueSubtitle = 1U << 8U,
  kCueHeadline = 1U << 9U,
  kCueBreadcrumb = 1U << 10U,
  kCueBio = 1U << 11U,  // what is said of an author, or a picture of one
};

/// Of the words in a class or an id: "article__byline", "postDate".
uint32_t CuesOfWords(std::string_view names);

/// Of an itemprop or RDFa property: "datePublished", "schema:author".
uint32_t CuesOfProperty(std::string_view property);

}  // namespace newsmill::extract::lexicon
