// Reads JSON Feed 1.0 and 1.1: https://www.jsonfeed.org/version/1.1/
#include <algorithm>
#include <optional>

#include "control_characters.h"
#include "feed.h"
#include "feed_entry.h"
#include "feed_limits.h"
#include "feed_text.h"
#include "json_text.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"

namespace newsmill::input {
namespace {

using json::Type;
using json::Value;
using model::Markup;
using model::Reason;
using model::Rejection;

std::unexpected<Rejection> Reject(Reason reason, std::string detail) {
  return std::unexpected(Rejection{reason, std::move(detail), ""});
}

/// Calls `read` for each element of the array in the member `key`.
template <typename Read>
void ForEach(const Value& object, std::string_view key, Read read) {
  const auto array = object.Find(key);
  if (!array || array->type() != Type::kArray) return;
  for (auto element = array->first(); element; element = element->next()) {
    read(*element);
  }
}

/// Returns the names in `authors` (version 1.1). If there are none, returns the
/// name in `author` (version 1.0).
std::vector<std::string> AuthorsOf(const Value& object) {
  for (const std::string_view key : {"authors", "author"}) {
    const auto member = object.Find(key);
    if (!member) continue;
    std::vector<std::string> names = NamesIn(*member);
    if (!names.empty()) return names;
  }
  return {};
}

bool HasOneOf(const Value& object,
              std::initializer_list<std::string_view> keys) {
  return std::ranges::any_of(
      keys, [&](std::string_view key) { return object.Find(key).has_value(); });
}

/// Returns true if an object in the array has a key that only an item of a
/// feed has.
bool HoldsFeedItems(const Value& items) {
  for (auto item = items.first(); item; item = item->next()) {
    if (HasOneOf(*item, {"content_html", "content_text", "date_published"}) ||
        (HasOneOf(*item, {"summary"}) && HasOneOf(*item, {"url"}))) {
      return true;
    }
  }
  return false;
}

class ItemReader {
 public:
  ItemReader(const Value& item, std::string_view base_url, int32_t max_names)
      : item_(item), base_url_(base_url), entry_(max_names) {}

  FeedEntry Read() {
    const std::string id = MemberText(item_, "id");
    entry_.Guid(0, id, /*may_be_link=*/true);
    entry_.Link(0, Url(item_, "url"));
    entry_.Link(1, Url(item_, "external_url"));
    entry_.Title(0, Text("title", Markup::kText));
    entry_.Content(0, Text("content_html", Markup::kHtml));
    entry_.Content(1, Text("content_text", Markup::kText));
    entry_.Summary(0, Text("summary", Markup::kText));
    entry_.Date(Field::kPublished, 0, MemberText(item_, "date_published"));
    entry_.Date(Field::kModified, 0, MemberText(item_, "date_modified"));
    entry_.Language(MemberText(item_, "language"));
    for (std::string& author : AuthorsOf(item_)) {
      entry_.Author(0, std::move(author));
    }
    ReadTags();
    ReadImages();
    return entry_.Build(base_url_, "");
  }
  bool HasTooManyNames() const { return entry_.HasTooManyNames(); }

 private:
  std::string Url(const Value& object, std::string_view key) const {
    const std::string url = MemberText(object, key);
    return url.empty() ? "" : ResolvedUrl(url, base_url_);
  }
  FeedText Text(std::string_view key, Markup markup) const {
    return {MemberText(item_, key), markup, "", ""};
  }
  void AddTag(std::string_view tag) {
    entry_.Category(WithoutControlCharacters(std::string(TrimBlanks(tag))));
  }
  /// Reads the tags. Some producers write them as one string with commas.
  void ReadTags() {
    const std::string list = MemberText(item_, "tags");
    for (const std::string_view tag : Split(list, ",")) AddTag(tag);
    ForEach(item_, "tags", [&](const Value& tag) {
      if (tag.IsString()) AddTag(tag.string());
    });
  }
  void ReadImages() {
    entry_.Image({Url(item_, "image"), "", ""});
    entry_.Image({Url(item_, "banner_image"), "", ""});
    ForEach(item_, "attachments", [&](const Value& attachment) {
      if (MemberText(attachment, "mime_type").starts_with("image/")) {
        entry_.Image(
            {Url(attachment, "url"), MemberText(attachment, "title"), ""});
      }
    });
  }

  const Value& item_;
  std::string_view base_url_;
  EntryBuilder entry_;
};

FeedDefaults DefaultsOf(const Value& root) {
  return {MemberText(root, "title"), MemberText(root, "feed_url"),
          MemberText(root, "home_page_url"), MemberText(root, "language"),
          AuthorsOf(root)};
}

}  // namespace

bool IsJsonFeed(const Value& root) {
  const std::string version = MemberText(root, "version");
  if (version.find("jsonfeed.org/version/") != version.npos) return true;
  const auto items = root.Find("items");
  if (!items || items->type() != Type::kArray) return false;
  return HasOneOf(root, {"home_page_url", "feed_url"}) ||
         (HasOneOf(root, {"version", "title"}) && HoldsFeedItems(*items));
}

FeedResult ReadJsonFeed(const Value& root, std::string_view base_url,
                        const Options& options) {
  Feed feed;
  feed.kind = model::DocumentKind::kJsonFeed;
  const auto items = root.Find("items");
  // PHP writes an array with gaps as an object.
  const bool holds_items =
      items && (items->type() == Type::kArray || items->first());
  if (items && !holds_items) {
    return Reject(Reason::kMalformed,
                  items->WrongType(Type::kArray).Sentence());
  }
  const FeedDefaults defaults = DefaultsOf(root);
  const std::string_view base =
      BaseUrlOf(base_url.empty() ? defaults.url : base_url);
  for (auto item = items ? items->first() : std::nullopt; item;
       item = item->next()) {
    if (!item->IsObject()) continue;
    if (static_cast<int64_t>(feed.entries.size()) == options.max_items) {
      return std::unexpected(TooManyItems(options));
    }
    ItemReader reader(*item, base, options.max_names);
    feed.entries.push_back(reader.Read());
    if (reader.HasTooManyNames()) return std::unexpected(TooManyNames(options));
  }
  if (feed.entries.empty()) {
    return Reject(Reason::kEmptyFeed, "the feed has no items");
  }
  if (auto refusal = AddDefaults(defaults, options, feed)) {
    return std::unexpected(*std::move(refusal));
  }
  return feed;
}

}  // namespace newsmill::input
