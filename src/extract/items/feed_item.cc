#include "feed_item.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/bylines/names.h"
#include "extract/dates/timestamps.h"
#include "extract/metadata/page_images.h"
#include "extract/text/characters.h"
#include "extract/text/language.h"
#include "extract/text/markup_text.h"
#include "extract/text/url.h"
#include "item_body.h"
#include "item_tail.h"
#include "newsmill/base/url_reference.h"
#include "newsmill/model/identity.h"
#include "wire_item.h"

namespace newsmill::extract::items {
namespace {

using model::Markup;

std::string LineOf(const std::string& text, Markup markup) {
  return markup == Markup::kHtml ? text::PlainText(text) : text::Tidy(text);
}

std::string TitleOf(const model::FeedItem& feed) {
  return feed.title_markup == Markup::kHtml ? text::PlainTitle(feed.title)
                                            : text::Tidy(feed.title);
}

/// Returns the authors without the name of the publisher. If there is no other
/// author, returns all of them.
std::vector<std::string> WithoutSite(std::vector<std::string> authors,
                                     const model::Document& document) {
  const std::string source = model::NormalisedText(document.source);
  const std::string feed =
      model::NormalisedText(text::PlainText(document.feed.feed_title));
  const auto site = std::ranges::remove_if(authors, [&](const auto& author) {
    const std::string name = model::NormalisedText(author);
    return name == source || name == feed;
  });
  if (site.begin() != authors.begin()) authors.erase(site.begin(), site.end());
  return authors;
}

void AddPublishers(const model::Document& document, Evidence& evidence) {
  evidence.Add(Field::kSource, text::Tidy(document.source), "envelope source");
  evidence.Add(Field::kSource, ProviderOf(document.feed), "provider");
  evidence.Add(Field::kSource, text::PlainText(document.feed.feed_title),
               "title of the feed");
}

/// Adds the source of the item and `agency` as candidates for the credit.
/// `agency` is the agency in the byline of the item.
void AddCredits(const model::FeedItem& feed, std::string agency,
                Evidence& evidence) {
  std::string source = text::PlainText(feed.credit);
  const bool is_feed = model::NormalisedText(source) ==
                       model::NormalisedText(text::PlainText(feed.feed_title));
  evidence.Add(Field::kCredit, std::move(source), "source of the item",
               is_feed ? "the feed itself" : "");
  evidence.Add(Field::kCredit, std::move(agency), "byline");
}

std::string DomainOf(const model::Document& document) {
  const model::FeedItem& feed = document.feed;
  std::string domain;
  for (const std::string* url :
       {&document.url, &feed.feed_link, &feed.feed_url}) {
    if (domain.empty()) domain = text::RegistrableDomain(*url);
  }
  return domain;
}

std::vector<std::string> TagsOf(const std::vector<std::string>& categories) {
  std::vector<std::string> tags;
  for (const std::string& category : categories) {
    std::string tag = text::PlainText(category);
    if (!tag.empty() && std::ranges::find(tags, tag) == tags.end()) {
      tags.push_back(std::move(tag));
    }
  }
  return tags;
}

/// Adds the pictures that the feed states as candidates: either thumbnails or
/// all other pictures.
void AddStatedImages(const model::FeedItem& feed, bool thumbnails,
                     std::vector<metadata::ImageCandidate>& images,
                     Evidence& evidence) {
  for (const model::FeedImage& image : feed.images) {
    if (image.is_thumbnail != thumbnails) continue;
    const bool absolute = IsAbsoluteUrl(image.url);
    // Publishing systems add the portrait of the author to each item.
    const bool portrait = image.url.find("gravatar.com/") != std::string::npos;
    if (!absolute || portrait) {
      evidence.Add(Field::kImages, image.url, "item",
                   absolute ? "a portrait" : "no absolute URL");
      continue;
    }
    metadata::ImageCandidate candidate;
    candidate.value = image.url;
    candidate.origin = "item";
    candidate.place = metadata::ImageCandidate::Place::kStated;
    candidate.width = image.width;
    candidate.caption = text::Tidy(image.caption);
    candidate.credit = text::Tidy(image.credit);
    images.push_back(std::move(candidate));
  }
}

/// Returns the pictures of the item. Thumbnails are last, because they are
/// small copies of other pictures. If a wire item states its pictures, those in
/// its HTML are copies and are left out.
std::vector<model::Image> ImagesOf(
    const model::Document& document,
    const std::vector<metadata::ImageCandidate>& in_content,
    Evidence& evidence) {
  const model::FeedItem& feed = document.feed;
  std::vector<metadata::ImageCandidate> images;
  AddStatedImages(feed, /*thumbnails=*/false, images, evidence);
  if (!IsWire(document.kind) || images.empty()) {
    images.insert(images.end(), in_content.begin(), in_content.end());
  }
  AddStatedImages(feed, /*thumbnails=*/true, images, evidence);
  std::vector<model::Image> chosen = metadata::ChooseImages(images);
  std::vector<Candidate>& all = evidence[Field::kImages];
  all.insert(all.end(), images.begin(), images.end());
  return chosen;
}

/// Sets the paragraphs and the summary of the article. Removes the tail of both
/// texts, and a heading that repeats the title.
void SetTexts(const model::Document& document,
              std::vector<ItemParagraph> paragraphs, model::Article& article,
              Evidence& evidence) {
  const model::FeedItem& feed = document.feed;
  bool is_cut = false;
  if (!IsWire(document.kind)) {
    const std::string site = text::PlainText(feed.feed_title);
    const ItemNames names = {article.title, site};
    is_cut = RemoveTail(names, paragraphs, evidence);
    RemoveTail(names, /*is_link=*/false, article.summary);
    if (paragraphs.size() > 1 && paragraphs.front().text == article.title) {
      paragraphs.erase(paragraphs.begin());
    }
  }
  for (ItemParagraph& paragraph : paragraphs) {
    article.paragraphs.push_back(std::move(paragraph.text));
  }
  if (is_cut || feed.content_is_summary) {
    article.extraction.completeness = model::Completeness::kExcerpt;
  }
}

/// Adds the fields that the item states to the evidence, and marks these
/// candidates as taken.
void AddStated(const model::Article& article, Evidence& evidence) {
  const auto add = [&evidence](Field field, const std::string& value,
                               std::string_view origin) {
    evidence.Add(field, value, origin);
    evidence.TakeFirst(field);
  };
  add(Field::kTitle, article.title, "item");
  add(Field::kSubtitle, article.subtitle, "item");
  add(Field::kSummary, article.summary, "item");
  add(Field::kSection, article.section, "item");
  add(Field::kCanonicalUrl, article.canonical_url, "link of the item");
  for (const std::string& name : article.authors) {
    evidence.Add(Field::kAuthors, name, "item");
  }
  evidence.TakeAll(Field::kAuthors);
  for (const std::string& tag : article.tags) {
    evidence.Add(Field::kTags, tag, "categories of the item");
  }
  evidence.TakeAll(Field::kTags);
}

}  // namespace

void AddDate(Field field, std::string_view written, std::string_view origin,
             std::string_view latest, Evidence& evidence) {
  const auto date = dates::ReadTimestamp(text::Tidy(written),
                                         {.is_feed = true, .language = "en"});
  evidence.Add(field, date.value_or(std::string(written)), origin,
               !date ? "no date that can be read"
               : dates::IsSane(*date, dates::kFirstDayOfFeeds, latest)
                   ? ""
                   : "not between 1970 and the time of the fetch");
}

std::expected<model::Article, model::Rejection> ReadFeedItem(
    const model::Document& document, const Options& options,
    Evidence& evidence) {
  auto body = ReadItemBody(document, options, evidence);
  if (!body) return std::unexpected(std::move(body.error()));
  const model::FeedItem& feed = document.feed;
  model::Article article;
  article.extraction.method =
      feed.content_is_summary ? "feed_summary" : "feed_content";
  article.extraction.confidence = 1.0;
  article.title = TitleOf(feed);
  article.summary = LineOf(feed.summary, feed.summary_markup);
  SetTexts(document, std::move(body->paragraphs), article, evidence);
  bylines::Byline byline = bylines::BylineOfFeed(feed.authors);
  article.authors = WithoutSite(std::move(byline.authors), document);
  AddDate(Field::kPublishedAt, feed.published, "item", document.fetched_at,
          evidence);
  AddDate(Field::kModifiedAt, feed.modified, "item", document.fetched_at,
          evidence);
  article.published_at = evidence.TakeFirst(Field::kPublishedAt);
  article.modified_at = evidence.TakeFirst(Field::kModifiedAt);
  article.tags = TagsOf(feed.categories);
  article.language = text::TakeLanguage(
      feed.language, text::LanguageOfTexts(article.paragraphs, feed.language),
      evidence);
  article.canonical_url = text::CanonicalUrl(document.url);
  AddPublishers(document, evidence);
  article.source.name = evidence.TakeFirst(Field::kSource);
  article.source.domain = DomainOf(document);
  article.images = ImagesOf(document, body->images, evidence);
  if (IsWire(document.kind)) {
    SetWireFields(document, article, evidence);
    evidence.Add(Field::kCredit, article.credit,
                 "credit line, byline or dateline");
  } else {
    AddCredits(feed, std::move(byline.agency), evidence);
  }
  article.credit = evidence.TakeFirst(Field::kCredit);
  if (feed.is_recovered) article.extraction.method += "_recovered";
  AddStated(article, evidence);
  return article;
}

}  // namespace newsmill::extract::items
