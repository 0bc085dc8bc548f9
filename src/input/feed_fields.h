// Sets the fields of a feed and of its items from the text of XML elements.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "feed_entry.h"
#include "feed_names.h"
#include "feed_text.h"
#include "markup_capture.h"

namespace newsmill::input {

/// The values that an element inherits from the elements around it.
struct FeedPlace {
  std::string base_url;  // "" in a feed without xml:base
  std::string language;
  bool holds_image = false;  // true: captions inside belong to the last image
  // True if xml:base is relative, and no base of it is known.
  bool base_is_unknown = false;
};

/// Returns the values for an element inside `parent`. The attributes xml:base
/// and xml:lang override those of `parent`. A relative xml:base without another
/// base around it is resolved against `fetched_url`. Ignores attributes with a
/// long value, because each item gets a copy of it.
FeedPlace PlaceWithin(const FeedPlace& parent, const XmlAttributes& attributes,
                      std::string_view fetched_url = "");

/// Returns `reference` as an absolute URL. If no base is known, returns a
/// relative reference unchanged. Removes line breaks and indentation within the
/// reference, and writes a single blank as "%20". Returns "" for an empty
/// reference, which would mean the feed itself, and for a text that is not a
/// URL.
std::string UrlIn(std::string_view reference, const FeedPlace& place);

// The rank of a category whose attributes contain its name. Its text is another
// form of the name, such as a path.
constexpr int kNamedByAttributeRank = 1;

/// Whether a guid is the URL of the item's page.
enum class Permalink : uint8_t { kNo, kIfUrl, kYes };

/// An element whose end tag has been read, so its text is complete.
struct ReadField {
  Meaning meaning;
  FeedTextType type;
  Permalink permalink = Permalink::kIfUrl;
  MarkupCapture capture;
};

void SetItemField(const ReadField& field, const FeedPlace& place,
                  EntryBuilder& entry);
void SetFeedField(const ReadField& field, const FeedPlace& place,
                  FeedDefaults& defaults);

}  // namespace newsmill::input
