#include "newsmill/extract/extract.h"

#include <utility>

#include "article_text.h"
#include "html_text.h"
#include "language.h"
#include "names.h"
#include "newsmill/model/identity.h"
#include "url.h"

namespace newsmill::extract {
namespace {

using model::Article;
using model::Document;
using model::Reason;
using model::Rejection;

// A page of fifty thousand lines is a table or a log.
constexpr size_t kMaxLines = 50'000;

struct Reading {
  std::string html_text;  // what the blocks of an HTML page view into
  std::string title_hint;
  std::vector<Block> blocks;
  std::string method;
};

bool IsHtml(const Document& document) {
  return document.kind == model::DocumentKind::kHtml ||
         document.content_markup == model::Markup::kHtml;
}

Reading ReadBlocks(const Document& document) {
  Reading reading;
  reading.title_hint = document.feed.title;
  if (!IsHtml(document)) {
    reading.blocks = LinesOf(document.content, kMaxLines + 1);
    reading.method = "text_blocks";
    return reading;
  }
  HtmlText html = HtmlTextOf(document.content);
  reading.html_text = std::move(html.text);
  if (reading.title_hint.empty()) reading.title_hint = std::move(html.title);
  reading.blocks = LinesOf(reading.html_text, kMaxLines + 1);
  reading.method = "html_lines";
  return reading;
}

/// Of the longest lines from the start: furniture is short.
std::string LanguageOfBlocks(const std::vector<Block>& blocks) {
  constexpr size_t kEnough = 1 << 10;
  std::string sample;
  for (const Block& block : blocks) {
    if (block.columns() < 40) continue;
    sample += block.text;
    sample += '\n';
    if (sample.size() >= kEnough) break;
  }
  return LanguageOf(sample);
}

/// Where English is written, 3/4/2024 is either; elsewhere the day is first.
DayOrder DayOrderOf(std::string_view language) {
  return language.empty() || language == "en" ? DayOrder::kUnknown
                                              : DayOrder::kDayFirst;
}

void SetText(ArticleText text, const std::string& title_hint,
             Article& article) {
  article.title = std::move(text.title);
  if (article.title.empty()) article.title = title_hint;
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
  article.source.name = std::move(text.publisher);
}

/// What the envelope says, where the document says nothing; of the publisher's
/// name, it knows better.
void SetFromEnvelope(const Document& document, Article& article) {
  article.url = document.url;
  article.canonical_url = CanonicalUrl(document.url);
  article.source.domain = RegistrableDomain(document.url);
  if (!document.source.empty()) article.source.name = Tidy(document.source);
  if (article.source.name.empty()) {
    article.source.name = Tidy(document.feed.feed_title);
  }
  if (article.authors.empty()) {
    Byline byline = BylineOfFeed(document.feed.authors);
    article.authors = std::move(byline.authors);
    if (article.credit.empty()) article.credit = std::move(byline.agency);
  }
  if (article.published_at.empty() && !document.feed.published.empty()) {
    const auto date =
        FindDate(Tidy(document.feed.published), DayOrder::kUnknown);
    if (date) article.published_at = date->written;
  }
  article.summary = Tidy(document.feed.summary);
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

std::unexpected<Rejection> Reject(Reason reason, std::string detail,
                                  const Document& document) {
  return std::unexpected(
      Rejection{reason, std::move(detail), document.input_id});
}

}  // namespace

std::expected<Article, Rejection> Extract(const Document& document,
                                          const Options& options) {
  Reading reading = ReadBlocks(document);
  if (reading.blocks.size() > kMaxLines) {
    return Reject(Reason::kLimit,
                  "more than " + std::to_string(kMaxLines) + " lines of text",
                  document);
  }
  if (!IsHtml(document)) {
    reading.blocks = WithoutHardWraps(std::move(reading.blocks));
  }
  Article article;
  article.id = document.id;
  article.input_id = document.input_id;
  article.item = document.item;
  article.extraction.kind = document.kind;
  article.extraction.method = std::move(reading.method);
  article.language = LanguageOfBlocks(reading.blocks);
  const std::string hint = Tidy(reading.title_hint);
  ArticleText text = ArticleTextOf(std::move(reading.blocks), hint,
                                   DayOrderOf(article.language));
  const int64_t letters = text.letters;
  if (letters < options.min_text_characters) {
    return Reject(Reason::kNoText,
                  "the body has " + std::to_string(letters) +
                      " letters and digits, " +
                      std::to_string(options.min_text_characters) +
                      " are asked for (extract.min_text_characters)",
                  document);
  }
  SetText(std::move(text), hint, article);
  SetFromEnvelope(document, article);
  article.article_id = ArticleIdOf(article);
  return article;
}

}  // namespace newsmill::extract
