#include "feed_fields.h"

#include <algorithm>
#include <array>

#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"

namespace newsmill::input {
namespace {

// The rank of media:description in feed_names.cc. The text of media:description
// is a summary. It is also the caption if the item has one image.
constexpr int kMediaDescriptionRank = 5;

/// Texts that programs write for a link that an item does not have.
constexpr auto kNoLinks = std::to_array<std::string_view>(
    {"none", "null", "nil", "undefined", "n/a", "false", "-"});

constexpr std::string_view kBlanks = " \t\r\n\f";

bool BeginsAsWebUrl(std::string_view text) {
  return StartsWithIgnoringCase(text, "http://") ||
         StartsWithIgnoringCase(text, "https://");
}

/// Appends a part of a URL. Decodes "&amp;" in it, because some producers
/// escape URLs twice.
void AppendUnescaped(std::string_view part, std::string& url) {
  constexpr std::string_view kEscaped = "&amp;";
  for (size_t at = part.find(kEscaped); at != part.npos;
       at = part.find(kEscaped)) {
    url += part.substr(0, at + 1);
    part.remove_prefix(at + kEscaped.size());
  }
  url += part;
}

/// Returns the reference without its line breaks and indentation. A single
/// blank is a part of the reference. If the text has several URLs, returns the
/// first.
std::string WithoutBreaks(std::string_view text) {
  std::string url;
  while (!text.empty()) {
    const size_t blanks =
        std::min(text.find_first_not_of(kBlanks), text.size());
    const bool is_part = blanks == 1 && text[0] == ' ';
    text.remove_prefix(blanks);
    if (blanks > 0 && BeginsAsWebUrl(text)) {
      if (BeginsAsWebUrl(url)) break;
      url.clear();  // the text before a URL
    } else if (is_part) {
      url += "%20";
    }
    const size_t end = std::min(text.find_first_of(kBlanks), text.size());
    AppendUnescaped(text.substr(0, end), url);
    text.remove_prefix(end);
  }
  return url;
}

/// Returns whether the text is a URL with an incomplete scheme, such as
/// "https//post.example". It would be read as a path.
bool HasBrokenScheme(std::string_view url) {
  const size_t slashes = url.find("//");
  if (slashes == url.npos || slashes == 0 || IsAbsoluteUrl(url)) return false;
  const std::string_view scheme = url.substr(0, slashes);
  return scheme == "http" || scheme == "https" ||
         (scheme.ends_with(':') && scheme.find('/') == scheme.npos);
}

/// Returns the reference that a producer meant, or "" if the text is not one.
std::string ReferenceOf(std::string_view text) {
  text = TrimBlanks(text);
  std::string url = WithoutBreaks(text);
  const bool is_prose =
      url.find('/') == url.npos && text.find(' ') != text.npos;
  const bool is_none =
      std::ranges::find(kNoLinks, LowerAscii(url)) != kNoLinks.end();
  if (is_prose || is_none || url.find('<') != url.npos ||
      url.starts_with('#') || HasBrokenScheme(url)) {
    return "";
  }
  // A browser reads a host without a scheme in the same way.
  if (StartsWithIgnoringCase(url, "www.")) url.insert(0, "//");
  return url;
}

void SetCaption(int rank, std::string line, EntryBuilder& entry) {
  model::FeedImage* image = entry.LastImage();
  if (image != nullptr && (rank == 0 || image->caption.empty())) {
    image->caption = std::move(line);
  }
}

void SetCredit(std::string line, const FeedPlace& place, EntryBuilder& entry) {
  model::FeedImage* image = entry.LastImage();
  if (place.holds_image && image != nullptr) {
    image->credit = std::move(line);
  } else {
    entry.Credit(std::move(line));
  }
}

void SetGuid(const ReadField& field, const FeedPlace& place,
             EntryBuilder& entry) {
  std::string guid = LineOf(field.capture);
  const bool is_link =
      field.permalink == Permalink::kYes ||
      (field.permalink == Permalink::kIfUrl && IsHttpUrl(guid));
  std::string url = is_link ? UrlIn(field.capture.text(), place) : "";
  entry.Guid(field.meaning.rank, std::move(guid), std::move(url));
}

void SetLine(const ReadField& field, const FeedPlace& place,
             EntryBuilder& entry) {
  std::string line = LineOf(field.capture);
  const int rank = field.meaning.rank;
  switch (field.meaning.field) {
    case Field::kLink:
      return entry.Link(rank, UrlIn(field.capture.text(), place));
    case Field::kOriginalLink:
      return entry.Link(
          rank, IsHttpUrl(line) ? UrlIn(field.capture.text(), place) : "");
    case Field::kGuid:
      return SetGuid(field, place, entry);
    case Field::kPublished:
    case Field::kModified:
      return entry.Date(field.meaning.field, rank, std::move(line));
    case Field::kSource:
      return entry.StoryCredit(rank, IsHttpUrl(line) ? "" : std::move(line));
    case Field::kCategory:
      return entry.Category(rank == kNamedByAttributeRank ? ""
                                                          : std::move(line));
    case Field::kLanguage:
      return entry.Language(std::move(line));
    case Field::kImage:
      return entry.Image({UrlIn(field.capture.text(), place), "", ""});
    case Field::kCaption:
      return SetCaption(rank, std::move(line), entry);
    case Field::kCredit:
      return SetCredit(std::move(line), place, entry);
    default:
      break;
  }
}

}  // namespace

FeedPlace PlaceWithin(const FeedPlace& parent, const XmlAttributes& attributes,
                      std::string_view fetched_url) {
  constexpr size_t kMaxLanguageBytes = 64;
  FeedPlace place;
  place.base_url = parent.base_url;
  place.base_is_unknown = parent.base_is_unknown;
  const auto base = XmlAttributeOf(attributes, "base").value_or("");
  if (!base.empty()) {
    place.base_url = BaseUrlOf(ResolvedUrl(
        base, parent.base_url.empty() ? fetched_url : parent.base_url));
    place.base_is_unknown = place.base_url.empty();
  }
  place.language = XmlAttributeOf(attributes, "lang").value_or(parent.language);
  if (place.language.size() > kMaxLanguageBytes) place.language.clear();
  return place;
}

std::string UrlIn(std::string_view reference, const FeedPlace& place) {
  const std::string url = ReferenceOf(reference);
  if (url.empty() || (place.base_is_unknown && !IsAbsoluteUrl(url))) return "";
  return ResolvedUrl(url, place.base_url);
}

void SetItemField(const ReadField& field, const FeedPlace& place,
                  EntryBuilder& entry) {
  const auto text = [&] {
    return FeedText{TextIn(field.capture, field.type),
                    MarkupIn(field.capture, field.type), place.base_url,
                    place.language};
  };
  const int rank = field.meaning.rank;
  switch (field.meaning.field) {
    case Field::kTitle:
      return entry.Title(
          rank, {TitleIn(field.capture, field.type),
                 MarkupOfTitle(field.capture, field.type), "", place.language});
    case Field::kSummary:
      if (rank == kMediaDescriptionRank) entry.Caption(LineOf(field.capture));
      return entry.Summary(rank, text());
    case Field::kContent:
      return entry.Content(rank, text());
    default:
      SetLine(field, place, entry);
  }
}

void SetFeedField(const ReadField& field, const FeedPlace& place,
                  FeedDefaults& defaults) {
  const auto set = [](std::string& target, std::string value) {
    if (target.empty()) target = std::move(value);
  };
  std::string line = LineOf(field.capture);
  switch (field.meaning.field) {
    case Field::kTitle:
      return set(defaults.title, std::move(line));
    case Field::kLink:
      return set(defaults.link, UrlIn(field.capture.text(), place));
    case Field::kLanguage:
      return set(defaults.language, std::move(line));
    default:
      break;
  }
}

}  // namespace newsmill::input
