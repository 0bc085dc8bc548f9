#include "feed_fields.h"

#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"

namespace newsmill::input {
namespace {

// The rank of media:description in feed_names.cc. The text of media:description
// is a summary. It is also the caption if the item has one image.
constexpr int kMediaDescriptionRank = 5;

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

void SetLine(const ReadField& field, const FeedPlace& place,
             EntryBuilder& entry) {
  std::string line = LineOf(field.capture);
  const int rank = field.meaning.rank;
  switch (field.meaning.field) {
    case Field::kLink:
      return entry.Link(rank, UrlIn(line, place));
    case Field::kGuid:
      return entry.Guid(rank, std::move(line), field.may_be_link);
    case Field::kPublished:
    case Field::kModified:
      return entry.Date(field.meaning.field, rank, std::move(line));
    case Field::kAuthor:
      return entry.Author(rank, std::move(line));
    case Field::kSource:
      return entry.StoryCredit(rank, IsHttpUrl(line) ? "" : std::move(line));
    case Field::kCategory:
      return entry.Category(std::move(line));
    case Field::kLanguage:
      return entry.Language(std::move(line));
    case Field::kImage:
      return entry.Image({UrlIn(line, place), "", ""});
    case Field::kCaption:
      return SetCaption(rank, std::move(line), entry);
    case Field::kCredit:
      return SetCredit(std::move(line), place, entry);
    default:
      break;
  }
}

}  // namespace

FeedPlace PlaceWithin(const FeedPlace& parent,
                      const XmlAttributes& attributes) {
  constexpr size_t kMaxLanguageBytes = 64;
  FeedPlace place;
  const auto base = XmlAttributeOf(attributes, "base").value_or("");
  place.base_url = BaseUrlOf(ResolvedUrl(base, parent.base_url));
  place.language = XmlAttributeOf(attributes, "lang").value_or(parent.language);
  if (place.language.size() > kMaxLanguageBytes) place.language.clear();
  return place;
}

std::string UrlIn(std::string_view reference, const FeedPlace& place) {
  reference = TrimBlanks(reference);
  return reference.empty() ? "" : ResolvedUrl(reference, place.base_url);
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
      return entry.Title(rank, text());
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
      return set(defaults.link, UrlIn(line, place));
    case Field::kLanguage:
      return set(defaults.language, std::move(line));
    default:
      break;
  }
}

}  // namespace newsmill::input
