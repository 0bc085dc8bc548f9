#include "feed_entry.h"

#include <algorithm>

#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"

namespace newsmill::input {
namespace {

void AddOnce(std::string name, std::vector<std::string>& names) {
  if (name.empty() || std::ranges::find(names, name) != names.end()) return;
  names.push_back(std::move(name));
}

void OfferText(Best<std::string>& best, int rank, std::string text) {
  if (!text.empty()) best.Offer(rank, std::move(text));
}

void OfferText(Best<FeedText>& best, int rank, FeedText text) {
  if (!text.value.empty()) best.Offer(rank, std::move(text));
}

}  // namespace

void BestNames::Offer(int rank, std::string name) {
  if (name.empty() || rank > rank_) return;
  if (rank < rank_) names_.clear();
  rank_ = rank;
  AddOnce(std::move(name), names_);
}

void EntryBuilder::Title(int rank, FeedText text) {
  OfferText(title_, rank, std::move(text));
}

void EntryBuilder::Link(int rank, std::string url) {
  OfferText(link_, rank, std::move(url));
}

void EntryBuilder::Guid(int rank, std::string guid, bool may_be_link) {
  const bool is_url = StartsWithIgnoringCase(guid, "http://") ||
                      StartsWithIgnoringCase(guid, "https://");
  if (may_be_link && is_url && guid_link_.empty()) guid_link_ = guid;
  OfferText(guid_, rank, std::move(guid));
}

void EntryBuilder::Date(Field field, int rank, std::string date) {
  OfferText(field == Field::kModified ? modified_ : published_, rank,
            std::move(date));
}

void EntryBuilder::Author(int rank, std::string name) {
  authors_.Offer(rank, std::move(name));
}

void EntryBuilder::Summary(int rank, FeedText text) {
  OfferText(summary_, rank, std::move(text));
}

void EntryBuilder::Content(int rank, FeedText text) {
  OfferText(content_, rank, std::move(text));
}

void EntryBuilder::Category(std::string name) {
  AddOnce(std::move(name), categories_);
}

void EntryBuilder::Language(std::string language) {
  if (language_.empty()) language_ = std::move(language);
}

void EntryBuilder::Image(model::FeedImage image) {
  if (image.url.empty()) return;
  const auto same = [&](const model::FeedImage& other) {
    return other.url == image.url;
  };
  if (std::ranges::any_of(images_, same)) return;
  images_.push_back(std::move(image));
}

model::FeedImage* EntryBuilder::LastImage() {
  return images_.empty() ? nullptr : &images_.back();
}

FeedEntry EntryBuilder::Build(std::string_view base_url,
                              std::string_view language) {
  FeedEntry entry;
  model::FeedItem& item = entry.item;
  const bool has_content = !content_.empty();
  const FeedText& content = has_content ? content_.value() : summary_.value();
  entry.content = content.value;
  entry.content_markup = content.markup;
  item.content_is_summary = !has_content && !entry.content.empty();
  if (has_content) {
    item.summary = summary_.value().value;
    item.summary_markup = summary_.value().markup;
  }
  item.base_url =
      content.base_url.empty() ? std::string(base_url) : content.base_url;
  item.title = title_.value().value;
  item.title_markup = title_.value().markup;
  entry.url = link_.empty() ? guid_link_ : link_.value();
  item.guid = guid_.value();
  item.published = published_.value();
  item.modified = modified_.value();
  item.authors = authors_.names();
  item.categories = std::move(categories_);
  item.language = !content.language.empty() ? content.language
                  : !language_.empty()      ? language_
                                            : std::string(language);
  item.images = std::move(images_);
  for (model::FeedImage& image : item.images) {
    if (image.caption.empty() && item.images.size() == 1) {
      image.caption = caption_;
    }
    if (image.credit.empty()) image.credit = credit_;
  }
  return entry;
}

void AddDefaults(const FeedDefaults& defaults, Feed& feed) {
  for (FeedEntry& entry : feed.entries) {
    model::FeedItem& item = entry.item;
    item.feed_title = defaults.title;
    item.feed_url = defaults.url;
    item.feed_link = defaults.link;
    if (item.language.empty()) item.language = defaults.language;
    if (item.authors.empty()) item.authors = defaults.authors;
  }
}

}  // namespace newsmill::input
