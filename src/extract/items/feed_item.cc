#include "feed_item.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/body/outline.h"
#include "extract/bylines/names.h"
#include "extract/dates/timestamps.h"
#include "extract/text/blocks.h"
#include "extract/text/language.h"
#include "extract/text/markup_text.h"
#include "extract/text/size_limits.h"
#include "extract/text/url.h"
#include "newsmill/base/url_reference.h"
#include "newsmill/model/identity.h"
#include "wire_item.h"

namespace newsmill::extract::items {
namespace {

using model::Markup;

using Paragraphs = std::expected<std::vector<std::string>, model::Rejection>;

/// Returns whether the text of the element is a caption. The text of a figure
/// is a caption. Exceptions are tables, quotations and `pre` elements in a
/// figure, because their text belongs to the article.
bool IsCaption(const body::Outline& outline, uint32_t element) {
  for (; element != 0; element = outline.elements[element].parent) {
    switch (outline.elements[element].tag) {
      case html::Tag::kFigure:
      case html::Tag::kFigcaption:
        return true;
      case html::Tag::kTable:
      case html::Tag::kBlockquote:
      case html::Tag::kPre:
        return false;
      default:
        break;
    }
  }
  return false;
}

Paragraphs ParagraphsOf(const model::Document& document, const Options& options,
                        Evidence& evidence) {
  std::vector<std::string> paragraphs;
  if (document.content_markup == Markup::kHtml) {
    const auto fragment = text::ParseWithin(options, document);
    if (!fragment) return std::unexpected(fragment.error());
    const body::Outline outline =
        body::OutlineOf(*fragment, static_cast<size_t>(options.max_blocks),
                        body::Noscript::kRead);
    if (outline.cut)
      return std::unexpected(text::TooManyBlocks(options, document));
    for (const body::TextBlock& block : outline.blocks) {
      const std::string_view text = outline.TextOf(block);
      if (outline.elements[block.element].hidden) {
        evidence.Add(Field::kParagraphs, std::string(text), "content",
                     "hidden");
      } else if (IsCaption(outline, block.element)) {
        evidence.Add(Field::kParagraphs, std::string(text), "content",
                     "a caption");
      } else {
        paragraphs.emplace_back(text);
      }
    }
    return paragraphs;
  }
  auto read = text::LinesWithin(options, document);
  if (!read) return std::unexpected(std::move(read.error()));
  std::vector<text::Block> lines = *std::move(read);
  if (IsWire(document.kind)) lines = text::WithoutHardWraps(std::move(lines));
  for (const text::Block& line : lines) {
    std::string text = text::Tidy(line.text);
    if (!text.empty()) paragraphs.push_back(std::move(text));
  }
  return paragraphs;
}

std::string LineOf(const std::string& text, Markup markup) {
  return markup == Markup::kHtml ? text::PlainText(text) : text::Tidy(text);
}

/// Adds a date of the item to the evidence. `latest` is the time of the fetch,
/// or "" if the time of the fetch is not known.
void AddDate(Field field, const std::string& written, std::string_view latest,
             Evidence& evidence) {
  const auto date = dates::ReadTimestamp(
      text::Tidy(written), {.rfc822_zones = true, .language = "en"});
  evidence.Add(field, date.value_or(written), "item",
               !date ? "no date that can be read"
               : dates::IsSane(*date, latest)
                   ? ""
                   : "not between 1995 and the time of the fetch");
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

std::vector<model::Image> ImagesOf(const model::FeedItem& feed,
                                   Evidence& evidence) {
  std::vector<model::Image> images;
  for (const model::FeedImage& image : feed.images) {
    const bool absolute = IsAbsoluteUrl(image.url);
    evidence.Add(Field::kImages, image.url, "item",
                 absolute ? "" : "no absolute URL");
    if (!absolute) continue;
    images.push_back(
        {image.url, text::Tidy(image.caption), text::Tidy(image.credit)});
  }
  evidence.TakeAll(Field::kImages);
  return images;
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

std::expected<model::Article, model::Rejection> ReadFeedItem(
    const model::Document& document, const Options& options,
    Evidence& evidence) {
  auto paragraphs = ParagraphsOf(document, options, evidence);
  if (!paragraphs) return std::unexpected(std::move(paragraphs.error()));
  const model::FeedItem& feed = document.feed;
  model::Article article;
  article.paragraphs = *std::move(paragraphs);
  article.extraction.method =
      feed.content_is_summary ? "feed_summary" : "feed_content";
  article.extraction.confidence = 1.0;
  if (feed.content_is_summary) {
    article.extraction.completeness = model::Completeness::kExcerpt;
  }
  article.title = LineOf(feed.title, feed.title_markup);
  article.summary = LineOf(feed.summary, feed.summary_markup);
  bylines::Byline byline = bylines::BylineOfFeed(feed.authors);
  article.authors = std::move(byline.authors);
  AddDate(Field::kPublishedAt, feed.published, document.fetched_at, evidence);
  AddDate(Field::kModifiedAt, feed.modified, document.fetched_at, evidence);
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
  article.images = ImagesOf(feed, evidence);
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
