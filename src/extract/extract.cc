#include "newsmill/extract/extract.h"

#include <optional>
#include <ranges>
#include <utility>

#include "extract/body/body.h"
#include "extract/bylines/names.h"
#include "extract/items/feed_item.h"
#include "extract/metadata/metadata.h"
#include "extract/plain/article_text.h"
#include "extract/text/language.h"
#include "extract/text/size_limits.h"
#include "extract/text/url.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract {
namespace {

using model::Article;
using model::Document;
using model::Reason;
using model::Rejection;

/// Of the longer lines: furniture is short.
std::string LanguageOfBlocks(const std::vector<text::Block>& blocks) {
  constexpr int32_t kMinColumns = 40;
  const auto is_long = [](const text::Block& block) {
    return block.columns() >= kMinColumns;
  };
  return LanguageOfTexts(blocks | std::views::filter(is_long) |
                         std::views::transform(&text::Block::text));
}

/// Where English is written, 3/4/2024 is either; elsewhere the day is first.
dates::DayOrder DayOrderOf(std::string_view language) {
  return language.empty() || language == "en" ? dates::DayOrder::kUnknown
                                              : dates::DayOrder::kDayFirst;
}

void SetText(plain::ArticleText text, const std::string& title_hint,
             Article& article, Trace* trace) {
  article.title = std::move(text.title);
  if (article.title.empty()) {
    Offer(article.title, title_hint, "title", "envelope feed title", trace);
  }
  article.subtitle = std::move(text.subtitle);
  article.section = std::move(text.section);
  article.published_at = std::move(text.meta.published_at);
  article.modified_at = std::move(text.meta.modified_at);
  article.credit = std::move(text.meta.credit);
  article.authors = std::move(text.meta.authors);
  article.tags = std::move(text.tags);
  article.paragraphs = std::move(text.paragraphs);
  article.extraction.confidence = text.confidence;
  if (text.truncated) {
    article.extraction.completeness = model::Completeness::kExcerpt;
  }
}

/// The envelope knows better than a line on whose rights these are.
void SetSource(const Document& document, std::string publisher,
               Article& article, Trace* trace) {
  std::string& name = article.source.name;
  Offer(name, text::Tidy(document.source), "source", "envelope source", trace);
  Offer(name, std::move(publisher), "source", "copyright line", trace);
  Offer(name, text::Tidy(document.feed.feed_title), "source",
        "envelope feed title", trace);
  article.source.domain = text::RegistrableDomain(document.url);
}

/// What the envelope says, where the document says nothing.
void SetFromEnvelope(const Document& document, Article& article, Trace* trace) {
  const auto fill = [trace](std::string& field, std::string value,
                            std::string_view name) {
    if (field.empty()) {
      Offer(field, std::move(value), name, "envelope", trace);
    }
  };
  fill(article.canonical_url, text::CanonicalUrl(document.url),
       "canonical_url");
  if (article.authors.empty()) {
    bylines::Byline byline = bylines::BylineOfFeed(document.feed.authors);
    for (const std::string& name : byline.authors) {
      Win(trace, "authors", name, "envelope", "the text names nobody");
    }
    article.authors = std::move(byline.authors);
    fill(article.credit, std::move(byline.agency), "credit");
  }
  if (const auto date = FindDate(text::Tidy(document.feed.published),
                                 dates::DayOrder::kUnknown)) {
    fill(article.published_at, date->written, "published_at");
  }
  fill(article.summary, text::Tidy(document.feed.summary), "summary");
}

std::string ArticleIdOf(const Article& article) {
  model::FieldHash hash;
  if (!article.canonical_url.empty()) {
    hash.Add("url").Add(article.canonical_url);
    return model::ToHex(hash.Digest());
  }
  std::string text;
  for (const std::string& paragraph : article.paragraphs) {
    text += paragraph;
    text += '\n';
  }
  hash.Add("text")
      .Add(model::NormalisedText(article.title))
      .Add(model::NormalisedText(text));
  return model::ToHex(hash.Digest());
}

using Result = std::expected<Article, Rejection>;

void SetIdentity(const Document& document, Article& article) {
  article.id = document.id;
  article.input_id = document.input_id;
  article.item = document.item;
  article.url = document.url;
  article.extraction.kind = document.kind;
}

Article Blank(const Document& document) {
  Article article;
  SetIdentity(document, article);
  return article;
}

int64_t LettersOf(const std::vector<std::string>& paragraphs) {
  int64_t letters = 0;
  for (const std::string& paragraph : paragraphs) {
    letters += text::MeasureOf(paragraph).letters;
  }
  return letters;
}

std::optional<Rejection> TooShort(int64_t letters, const Options& options,
                                  const Document& document) {
  if (letters >= options.min_text_characters) return std::nullopt;
  return Rejection{Reason::kNoText,
                   "the body has " + std::to_string(letters) +
                       " letters and digits, " +
                       std::to_string(options.min_text_characters) +
                       " are asked for (extract.min_text_characters)",
                   document.input_id};
}

Result ExtractText(const Document& document, const Options& options,
                   Trace* trace) {
  auto lines = text::LinesWithin(options, document);
  if (!lines) return std::unexpected(std::move(lines.error()));
  std::vector<text::Block> blocks = text::WithoutHardWraps(*std::move(lines));
  Article article = Blank(document);
  article.extraction.method = "text_blocks";
  article.language = text::ChosenLanguage("", LanguageOfBlocks(blocks));
  const std::string hint = text::Tidy(document.feed.title);
  plain::ArticleText text = plain::ArticleTextOf(
      std::move(blocks), hint, DayOrderOf(article.language), trace);
  if (auto rejection = TooShort(text.letters, options, document)) {
    return std::unexpected(*std::move(rejection));
  }
  SetSource(document, std::move(text.publisher), article, trace);
  SetText(std::move(text), hint, article, trace);
  SetFromEnvelope(document, article, trace);
  article.article_id = ArticleIdOf(article);
  return article;
}

void SetMetadata(metadata::PageMetadata metadata, Article& article) {
  article.title = std::move(metadata.title);
  article.subtitle = std::move(metadata.subtitle);
  article.summary = std::move(metadata.summary);
  article.authors = std::move(metadata.authors);
  article.published_at = std::move(metadata.published_at);
  article.modified_at = std::move(metadata.modified_at);
  article.section = std::move(metadata.section);
  article.tags = std::move(metadata.tags);
  article.language = std::move(metadata.language);
  article.canonical_url = std::move(metadata.canonical_url);
  article.source = std::move(metadata.source);
  article.credit = std::move(metadata.credit);
  article.images = std::move(metadata.images);
}

void AddBlocks(const body::BodyTrace& body_trace, Trace* trace) {
  for (const body::BodyTrace::Line& line : body_trace.blocks) {
    const std::string reason = "score " + std::to_string(line.score);
    if (line.chosen) {
      Win(trace, "paragraphs", line.text, "block", reason);
    } else {
      Lose(trace, "paragraphs", line.text, "block", reason);
    }
  }
}

Result ExtractItem(const Document& document, const Options& options,
                   Trace* trace) {
  if (!document.feed.not_an_article.empty()) {
    return std::unexpected(Rejection{
        Reason::kNotAnArticle, "the item is " + document.feed.not_an_article,
        document.input_id});
  }
  Result article = items::ReadFeedItem(document, options, trace);
  if (!article) return article;
  const int64_t letters = LettersOf(article->paragraphs);
  if (auto rejection = TooShort(letters, options, document)) {
    return std::unexpected(*std::move(rejection));
  }
  SetIdentity(document, *article);
  article->article_id = ArticleIdOf(*article);
  return article;
}

Result ExtractPage(const Document& document, const Options& options,
                   Trace* trace) {
  const auto page = text::ParseWithin(options, document);
  if (!page) return std::unexpected(page.error());
  metadata::PageMetadata metadata =
      metadata::ReadMetadata(*page, document, trace);
  body::BodyTrace body_trace;
  body::Body body = body::ExtractBody(*page, metadata::HintsOf(metadata),
                                      static_cast<size_t>(options.max_blocks),
                                      trace == nullptr ? nullptr : &body_trace);
  if (body.cut) return std::unexpected(text::TooManyBlocks(options, document));
  AddBlocks(body_trace, trace);
  const bool shows_text = body.root != html::kNoNode;
  if (shows_text && !body.looks_like_article) {
    return std::unexpected(Rejection{
        Reason::kNotAnArticle, std::move(body.why_not), document.input_id});
  }
  const int64_t letters = LettersOf(body.paragraphs);
  if (auto rejection = TooShort(letters, options, document)) {
    return std::unexpected(*std::move(rejection));
  }
  CompleteMetadata(metadata, *page, document, body, trace);
  Article article = Blank(document);
  article.extraction.method = std::move(body.method);
  article.extraction.confidence = body.confidence;
  article.extraction.completeness = body.completeness;
  SetMetadata(std::move(metadata), article);
  article.paragraphs = std::move(body.paragraphs);
  article.article_id = ArticleIdOf(article);
  return article;
}

}  // namespace

Result Extract(const Document& document, const Options& options, Trace* trace) {
  switch (document.kind) {
    case model::DocumentKind::kHtml:
      return ExtractPage(document, options, trace);
    case model::DocumentKind::kRss:
    case model::DocumentKind::kAtom:
    case model::DocumentKind::kJsonFeed:
    case model::DocumentKind::kNewsml:
    case model::DocumentKind::kNitf:
    case model::DocumentKind::kNinjs:
      return ExtractItem(document, options, trace);
    case model::DocumentKind::kText:
      break;
  }
  return ExtractText(document, options, trace);
}

}  // namespace newsmill::extract
