#include "feed_entry.h"

#include <algorithm>

#include "feed_limits.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"

namespace newsmill::input {
namespace {

void AddOnce(std::string name, std::vector<std::string>& names) {
  if (name.empty() || std::ranges::find(names, name) != names.end()) return;
  names.push_back(std::move(name));
}

/// Returns the primary language of a language tag: "en" for "en-GB".
std::string_view PrimaryOf(std::string_view language) {
  return language.substr(0, language.find_first_of("-_"));
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

void TextByLanguage::Offer(int rank, FeedText text) {
  if (text.value.empty()) return;
  const auto known = std::ranges::find_if(texts_, [&](const auto& each) {
    return PrimaryOf(each.second.language) == PrimaryOf(text.language);
  });
  if (known == texts_.end()) {
    texts_.emplace_back(rank, std::move(text));
  } else if (rank < known->first) {
    *known = {rank, std::move(text)};
  }
}

const FeedText& TextByLanguage::In(std::string_view language) const {
  static const FeedText kNone;
  const auto cost = [&](const std::pair<int, FeedText>& each) {
    const std::string_view stated = PrimaryOf(each.second.language);
    const bool is_other = !stated.empty() && !language.empty() &&
                          !EqualsIgnoringCase(stated, PrimaryOf(language));
    return std::pair(is_other, each.first);
  };
  const auto best = std::ranges::min_element(texts_, {}, cost);
  return best == texts_.end() ? kNone : best->second;
}

void EntryBuilder::Title(int rank, FeedText text) {
  title_.Offer(rank, std::move(text));
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
  if (Counts(name)) authors_.Offer(rank, std::move(name));
}

void EntryBuilder::Summary(int rank, FeedText text) {
  OfferText(summary_, rank, std::move(text));
}

void EntryBuilder::Content(int rank, FeedText text) {
  OfferText(content_, rank, std::move(text));
}

void EntryBuilder::Category(std::string name) {
  if (Counts(name)) AddOnce(std::move(name), categories_);
}

void EntryBuilder::Language(std::string language) {
  if (language_.empty()) language_ = std::move(language);
}

void EntryBuilder::Image(model::FeedImage image) {
  if (!Counts(image.url)) return;
  const auto same = [&](const model::FeedImage& other) {
    return other.url == image.url;
  };
  if (std::ranges::any_of(images_, same)) return;
  images_.push_back(std::move(image));
}

model::FeedImage* EntryBuilder::LastImage() {
  return images_.empty() ? nullptr : &images_.back();
}

void EntryBuilder::Subtitle(int rank, std::string line) {
  OfferText(subtitle_, rank, std::move(line));
}

void EntryBuilder::Section(int rank, std::string name) {
  OfferText(section_, rank, std::move(name));
}

void EntryBuilder::Byline(int rank, std::string line) {
  if (Counts(line)) bylines_.Offer(rank, std::move(line));
}

void EntryBuilder::StoryCredit(int rank, std::string name) {
  OfferText(credit_line_, rank, std::move(name));
}

void EntryBuilder::Provider(int rank, std::string name) {
  OfferText(provider_, rank, std::move(name));
}

void EntryBuilder::ProviderLink(int rank, std::string url) {
  OfferText(provider_link_, rank, std::move(url));
}

void EntryBuilder::Rights(std::string line) {
  if (rights_.empty()) rights_ = std::move(line);
}

void EntryBuilder::Embargo(std::string date) {
  if (embargo_.empty()) embargo_ = std::move(date);
}

bool EntryBuilder::Counts(std::string_view name) {
  return !name.empty() && ++names_ <= max_names_;
}

void EntryBuilder::NotAnArticle(std::string why) {
  if (not_an_article_.empty()) not_an_article_ = std::move(why);
}

void EntryBuilder::SetWireFields(model::FeedItem& item) {
  item.subtitle = subtitle_.value();
  item.section = section_.value();
  for (const std::string& line : bylines_.names()) {
    if (!item.byline.empty()) item.byline += "; ";
    item.byline += line;
  }
  item.credit = credit_line_.value();
  item.provider = provider_.value();
  item.feed_link = provider_link_.value();
  item.rights = std::move(rights_);
  item.not_an_article = std::move(not_an_article_);
  if (embargo_.empty()) return;
  item.published = std::move(embargo_);
  item.modified.clear();
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
  const FeedText& title = title_.In(language_.empty() ? language : language_);
  item.title = title.value;
  item.title_markup = title.markup;
  entry.url = link_.empty() ? guid_link_ : link_.value();
  item.guid = guid_.value();
  item.published = published_.value();
  item.modified = modified_.value();
  item.authors = authors_.names();
  item.categories = std::move(categories_);
  item.language = content.language.empty() ? language_ : content.language;
  // A producer may state that the language of a content is unknown
  // (xml:lang=""). So the language of the item's element is used only if there
  // is no content.
  if (item.language.empty() && content.value.empty()) item.language = language;
  std::ranges::replace(item.language, '_', '-');
  SetWireFields(item);
  item.images = std::move(images_);
  for (model::FeedImage& image : item.images) {
    if (image.caption.empty() && item.images.size() == 1) {
      image.caption = caption_;
    }
    if (image.credit.empty()) image.credit = credit_;
  }
  return entry;
}

std::optional<model::Rejection> AddDefaults(const FeedDefaults& defaults,
                                            const Options& options,
                                            Feed& feed) {
  size_t bytes = defaults.title.size() + defaults.url.size() +
                 defaults.link.size() + defaults.language.size();
  for (const std::string& author : defaults.authors) bytes += author.size();
  if (auto refusal = TooMuchCopied(bytes, feed.entries.size(), options)) {
    return refusal;
  }
  for (FeedEntry& entry : feed.entries) {
    model::FeedItem& item = entry.item;
    item.feed_title = defaults.title;
    item.feed_url = defaults.url;
    item.feed_link = defaults.link;
    if (item.language.empty()) item.language = defaults.language;
    if (item.authors.empty()) item.authors = defaults.authors;
  }
  return std::nullopt;
}

}  // namespace newsmill::input
