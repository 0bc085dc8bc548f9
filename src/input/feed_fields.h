// From the text of a feed's element to the field that it stands for.
#pragma once

#include <string>
#include <string_view>

#include "feed_entry.h"
#include "feed_names.h"
#include "feed_text.h"
#include "markup_capture.h"

namespace newsmill::input {

/// What an element inherits from those around it.
struct FeedPlace {
  std::string base_url;
  std::string language;
  bool holds_image = false;  // captions here belong to the last image
};

/// Of an element in `parent` with these attributes: xml:base and xml:lang.
/// What is too long for a URL or a language is none: each item has a copy.
FeedPlace PlaceWithin(const FeedPlace& parent, const XmlAttributes& attributes);

/// A reference made absolute; "" for none, which would mean the feed itself.
std::string UrlIn(std::string_view reference, const FeedPlace& place);

/// An element whose text has been read.
struct ReadField {
  Meaning meaning;
  FeedTextType type;
  bool may_be_link = false;  // of a guid
  MarkupCapture capture;
};

void SetItemField(const ReadField& field, const FeedPlace& place,
                  EntryBuilder& entry);
void SetFeedField(const ReadField& field, const FeedPlace& place,
                  FeedDefaults& defaults);

}  // namespace newsmill::input
