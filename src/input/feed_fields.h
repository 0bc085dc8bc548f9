// Sets the fields of a feed and of its items from the text of XML elements.
#pragma once

#include <string>
#include <string_view>

#include "feed_entry.h"
#include "feed_names.h"
#include "feed_text.h"
#include "markup_capture.h"

namespace newsmill::input {

/// The values that an element inherits from the elements around it.
struct FeedPlace {
  std::string base_url;
  std::string language;
  bool holds_image = false;  // true: captions inside belong to the last image
};

/// Returns the values for an element inside `parent`. The attributes xml:base
/// and xml:lang override the values of `parent`. Ignores an attribute with a
/// long value, because each item gets a copy of the value.
FeedPlace PlaceWithin(const FeedPlace& parent, const XmlAttributes& attributes);

/// Returns `reference` as an absolute URL. Returns "" for an empty reference,
/// although an empty reference means the feed itself by the rules for URLs.
std::string UrlIn(std::string_view reference, const FeedPlace& place);

/// An element whose end tag has been read, so its text is complete.
struct ReadField {
  Meaning meaning;
  FeedTextType type;
  bool may_be_link = false;  // a guid that may be the item's URL
  MarkupCapture capture;
};

void SetItemField(const ReadField& field, const FeedPlace& place,
                  EntryBuilder& entry);
void SetFeedField(const ReadField& field, const FeedPlace& place,
                  FeedDefaults& defaults);

}  // namespace newsmill::input
