// Sets the fields of a feed and its items from the text of elements.
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
  bool holds_image = false;  // captions in it belong to the last image
};

/// Returns the place of an element in `parent` with these attributes (xml:base
/// and xml:lang). Ignores values that are too long, because each item holds a
/// copy.
FeedPlace PlaceWithin(const FeedPlace& parent, const XmlAttributes& attributes);

/// Returns `reference` as an absolute URL. Returns "" for an empty reference,
/// which would mean the feed itself.
std::string UrlIn(std::string_view reference, const FeedPlace& place);

/// An element that has been read to its end.
struct ReadField {
  Meaning meaning;
  FeedTextType type;
  bool may_be_link = false;  // for a guid
  MarkupCapture capture;
};

void SetItemField(const ReadField& field, const FeedPlace& place,
                  EntryBuilder& entry);
void SetFeedField(const ReadField& field, const FeedPlace& place,
                  FeedDefaults& defaults);

}  // namespace newsmill::input
