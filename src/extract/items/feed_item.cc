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
#include "wire_item.h"

namespace newsmill::extract::items {
namespace {

using model::Markup;

using Paragraphs = std::expected<std::vector<std::string>, model::Rejection>;

/// In a figure, unless what it shows is text: a table, a quotation.
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

constexpr std::string_view kStated = "the item says what is what";

/// Nothing where the item says nothing.
void Stated(Trace* trace, std::string_view field, std::string_view value,
            std::string_view origin) {
  if (!value.empty()) Win(trace, field, value, origin, kStated);
}

Paragraphs ParagraphsOf(const model::Document& document, const Options& options,
                        Trace* trace) {
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
        Lose(trace, "paragraphs", text, "content", "hidden");
      } else if (IsCaption(outline, block.element)) {
        Lose(trace, "paragraphs", text, "content", "says what a picture shows");
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

std::string DateOf(const std::string& written, std::string_view field,
                   Trace* trace) {
  const auto date =
      dates::ReadTimestamp(text::Tidy(written), dates::DayOrder::kUnknown);
  if (!date && !written.empty()) {
    Lose(trace, field, written, "item", "no date that can be read");
  }
  return date.value_or("");
}

model::Publisher PublisherOf(const model::Document& document, Trace* trace) {
  const model::FeedItem& feed = document.feed;
  model::Publisher publisher;
  Offer(publisher.name, text::Tidy(document.source), "source",
        "envelope source", trace);
  Offer(publisher.name, ProviderOf(feed), "source", "provider", trace);
  Offer(publisher.name, text::PlainText(feed.feed_title), "source",
        "title of the feed", trace);
  for (const std::string* url :
       {&document.url, &feed.feed_link, &feed.feed_url}) {
    if (publisher.domain.empty())
      publisher.domain = text::RegistrableDomain(*url);
  }
  return publisher;
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

void TraceStated(const model::Article& article, Trace* trace) {
  if (trace == nullptr) return;
  for (const std::string& paragraph : article.paragraphs) {
    Stated(trace, "paragraphs", paragraph, "content");
  }
  Stated(trace, "published_at", article.published_at, "item");
  Stated(trace, "modified_at", article.modified_at, "item");
  Stated(trace, "title", article.title, "item");
  Stated(trace, "subtitle", article.subtitle, "item");
  Stated(trace, "summary", article.summary, "item");
  Stated(trace, "section", article.section, "item");
  Stated(trace, "canonical_url", article.canonical_url, "link of the item");
  Stated(trace, "credit", article.credit, "credit line, byline or dateline");
  for (const std::string& name : article.authors) {
    Stated(trace, "authors", name, "item");
  }
  for (const std::string& tag : article.tags) {
    Stated(trace, "tags", tag, "categories of the item");
  }
}

}  // namespace

std::expected<model::Article, model::Rejection> ReadFeedItem(
    const model::Document& document, const Options& options, Trace* trace) {
  auto paragraphs = ParagraphsOf(document, options, trace);
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
  article.credit = std::move(byline.agency);
  article.published_at = DateOf(feed.published, "published_at", trace);
  article.modified_at = DateOf(feed.modified, "modified_at", trace);
  article.tags = TagsOf(feed.categories);
  article.language = text::ChosenLanguage(
      feed.language, text::LanguageOfTexts(article.paragraphs));
  article.canonical_url = text::CanonicalUrl(document.url);
  article.source = PublisherOf(document, trace);
  for (const model::FeedImage& image : feed.images) {
    if (!IsAbsoluteUrl(image.url)) {
      Lose(trace, "images", image.url, "item", "no absolute URL");
      continue;
    }
    Win(trace, "images", image.url, "item", kStated);
    article.images.push_back(
        {image.url, text::Tidy(image.caption), text::Tidy(image.credit)});
  }
  if (IsWire(document.kind)) SetWireFields(document, article, trace);
  TraceStated(article, trace);
  return article;
}

}  // namespace newsmill::extract::items
