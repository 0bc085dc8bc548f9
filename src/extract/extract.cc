#include "newsmill/extract/extract.h"

#include <optional>
#include <ranges>
#include <utility>

#include "assemble.h"
#include "extract/body/body.h"
#include "extract/bylines/names.h"
#include "extract/items/feed_item.h"
#include "extract/metadata/page_evidence.h"
#include "extract/plain/article_text.h"
#include "extract/plain/dump_kind.h"
#include "extract/text/language.h"
#include "extract/text/language_tag.h"
#include "extract/text/size_limits.h"
#include "extract/text/url.h"
#include "extract/text/url_identity.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract {
namespace {

using model::Article;
using model::Document;
using model::Reason;
using model::Rejection;

/// Returns the language of the long lines. Ignores short lines, because short
/// lines may be boilerplate.
std::string LanguageOfBlocks(const std::vector<text::Block>& blocks) {
  constexpr int32_t kMinColumns = 40;
  const auto is_long = [](const text::Block& block) {
    return block.columns() >= kMinColumns;
  };
  return LanguageOfTexts(blocks | std::views::filter(is_long) |
                         std::views::transform(&text::Block::text));
}

void AddSources(const Document& document, std::string publisher,
                Evidence& evidence) {
  // The first candidate is used. The source in the envelope is more reliable
  // than a copyright line.
  evidence.Add(Field::kSource, text::Tidy(document.source), "envelope source");
  evidence.Add(Field::kSource, std::move(publisher), "copyright line");
  evidence.Add(Field::kSource, text::Tidy(document.feed.feed_title),
               "envelope feed title");
}

/// Adds the values of the envelope as candidates. Such a value is used only for
/// a field that the text does not state.
void AddEnvelope(const Document& document, Evidence& evidence) {
  evidence.Add(Field::kTitle, text::Tidy(document.feed.title),
               "envelope feed title");
  evidence.Add(Field::kCanonicalUrl, text::CanonicalUrl(document.url),
               "envelope");
  if (evidence[Field::kAuthors].empty()) {
    bylines::Byline byline = bylines::BylineOfFeed(document.feed.authors);
    for (std::string& name : byline.authors) {
      evidence.Add(Field::kAuthors, std::move(name), "envelope");
    }
    evidence.Add(Field::kCredit, std::move(byline.agency), "envelope");
  }
  items::AddDate(Field::kPublishedAt, document.feed.published, "envelope",
                 document.fetched_at, evidence);
  evidence.Add(Field::kSummary, text::Tidy(document.feed.summary), "envelope");
}

void TakeFields(Evidence& evidence, Article& article) {
  article.title = evidence.TakeFirst(Field::kTitle);
  article.subtitle = evidence.TakeFirst(Field::kSubtitle);
  article.summary = evidence.TakeFirst(Field::kSummary);
  article.authors = evidence.TakeAll(Field::kAuthors);
  article.published_at = evidence.TakeFirst(Field::kPublishedAt);
  article.modified_at = evidence.TakeFirst(Field::kModifiedAt);
  article.section = evidence.TakeFirst(Field::kSection);
  article.tags = evidence.TakeAll(Field::kTags);
  article.canonical_url = evidence.TakeFirst(Field::kCanonicalUrl);
  article.source.name = evidence.TakeFirst(Field::kSource);
  article.credit = evidence.TakeFirst(Field::kCredit);
  article.access.judged = evidence.TakeFirst(Field::kAccessJudged);
}

std::string ArticleIdOf(const Article& article) {
  model::FieldHash hash;
  if (!article.canonical_url.empty()) {
    hash.Add("url").Add(text::UrlIdentity(article.canonical_url));
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
                       " are required (extract.min_text_characters)",
                   document.input_id};
}

/// Adds all lines of a text as candidates for paragraphs. Marks the lines that
/// are paragraphs of the article as taken.
void AddLines(const plain::ArticleText& text,
              const std::vector<std::string>& paragraphs, Evidence& evidence) {
  auto paragraph = paragraphs.begin();
  for (size_t i = 0; i < text.lines.size(); ++i) {
    const std::string_view verdict = text.verdicts[i];
    const std::string origin = "line " + std::to_string(i + 1);
    evidence.Add(Field::kParagraphs,
                 verdict.empty() ? *paragraph : text.lines[i].block.text,
                 origin, verdict);
    if (verdict.empty()) ++paragraph;
  }
  evidence.TakeAll(Field::kParagraphs);
}

/// Returns a rejection if the lines are a log, code or data, and not prose.
std::optional<Rejection> NoProse(const std::vector<text::Block>& lines,
                                 const Document& document) {
  const std::string dump = plain::DumpKind(lines);
  if (dump.empty()) return std::nullopt;
  return Rejection{Reason::kNotAnArticle, "the text is " + dump,
                   document.input_id};
}

/// Extracts the article in a plain text. Stores the evidence in `explained`,
/// unless `explained` is null.
Result ExtractText(const Document& document, const Options& options,
                   Evidence* explained) {
  auto lines = text::LinesWithin(options, document);
  if (!lines) return std::unexpected(std::move(lines.error()));
  if (auto rejection = NoProse(*lines, document)) {
    return std::unexpected(*std::move(rejection));
  }
  std::vector<text::Block> blocks = text::WithoutHardWraps(*std::move(lines));
  const std::string language = LanguageOfBlocks(blocks);
  plain::ArticleText text =
      plain::ArticleTextOf(std::move(blocks), text::Tidy(document.feed.title),
                           dates::StyleOfLanguage(language));
  Article article = Blank(document);
  article.extraction.method = "text_blocks";
  article.extraction.confidence = text.confidence;
  if (text.truncated) {
    article.extraction.completeness = model::Completeness::kExcerpt;
    text.evidence.Add(Field::kAccessJudged, "truncated", "the text ends early");
  }
  Evidence& evidence = text.evidence;
  article.language = text::TakeLanguage("", language, evidence);
  AddSources(document, std::move(text.publisher), evidence);
  AddEnvelope(document, evidence);
  TakeFields(evidence, article);
  article.source.domain = text::RegistrableDomain(document.url);
  article.paragraphs = std::move(text.paragraphs);
  if (explained != nullptr) {
    *explained = evidence;
    AddLines(text, article.paragraphs, *explained);
  }
  if (auto rejection = TooShort(text.letters, options, document)) {
    return std::unexpected(*std::move(rejection));
  }
  article.article_id = ArticleIdOf(article);
  return article;
}

Result ExtractItem(const Document& document, const Options& options,
                   Evidence* explained) {
  if (!document.feed.not_an_article.empty()) {
    return std::unexpected(Rejection{
        Reason::kNotAnArticle, "the item is " + document.feed.not_an_article,
        document.input_id});
  }
  Evidence evidence;
  Result article = items::ReadFeedItem(document, options, evidence);
  if (!article) return article;
  if (explained != nullptr) {
    for (const std::string& paragraph : article->paragraphs) {
      evidence.Add(Field::kParagraphs, paragraph, "content");
    }
    evidence.TakeAll(Field::kParagraphs);
    *explained = std::move(evidence);
  }
  const int64_t letters = LettersOf(article->paragraphs);
  if (auto rejection = TooShort(letters, options, document)) {
    return std::unexpected(*std::move(rejection));
  }
  SetIdentity(document, *article);
  article->article_id = ArticleIdOf(*article);
  return article;
}

template <typename Candidates>
void AddAll(const Candidates& candidates, std::vector<Candidate>& all) {
  all.insert(all.begin(), candidates.begin(), candidates.end());
}

/// Returns the rule that decided about a block, or what its score means.
std::string_view VerdictOn(const body::Choice& choice) {
  if (!choice.rule.empty()) return choice.rule;
  return choice.chosen ? "part of the body" : "score too low";
}

Evidence AllOf(const metadata::PageEvidence& page, const body::Body& body) {
  Evidence all = page.others;
  AddAll(page.titles, all[Field::kTitle]);
  AddAll(page.authors, all[Field::kAuthors]);
  AddAll(page.published, all[Field::kPublishedAt]);
  AddAll(page.modified, all[Field::kModifiedAt]);
  AddAll(page.tags, all[Field::kTags]);
  AddAll(page.images, all[Field::kImages]);
  for (size_t i = 0; i < body.scores.size(); ++i) {
    all[Field::kParagraphs].push_back(
        {std::string(body.outline.TextOf(body.outline.blocks[i])),
         "block, score " + std::to_string(body.scores[i]),
         VerdictOn(body.choices[i]), body.choices[i].chosen});
  }
  for (const body::TextBlock& block : body.outline.hidden_blocks) {
    all[Field::kParagraphs].push_back({std::string(body.outline.TextOf(block)),
                                       "block", "hidden on the page", false});
  }
  return all;
}

/// Returns the text of a body that consists only of `pre` elements, with its
/// line breaks. Returns "" for other bodies.
std::string FormattedText(const html::Document& page, const body::Body& body) {
  std::string text;
  html::NodeId last = html::kNoNode;
  for (const size_t i : body::ChosenBlocks(body.choices)) {
    const body::TextBlock& block = body.outline.blocks[i];
    if (block.tag != html::Tag::kPre) return "";
    html::NodeId node = body.outline.elements[block.element].node;
    while (page.tag(node) != html::Tag::kPre) node = page.parent(node);
    if (node != last) page.AppendText(node, text);
    last = node;
  }
  return text;
}

Result AssemblePage(const Document& document, const Options& options,
                    const html::Document& page,
                    metadata::PageEvidence& evidence, body::Body& body,
                    Article article) {
  if (body.cut) {
    return std::unexpected(text::TooManyBlocks(options, document));
  }
  const bool shows_text = body.root != html::kNoNode;
  if (shows_text && !body.looks_like_article) {
    return std::unexpected(
        Rejection{Reason::kNotAnArticle, body.why_not, document.input_id});
  }
  const std::string formatted = FormattedText(page, body);
  if (auto rejection = NoProse(
          text::LinesOf(formatted, static_cast<size_t>(options.max_blocks)),
          document)) {
    return std::unexpected(*std::move(rejection));
  }
  const int64_t letters = LettersOf(body.paragraphs);
  if (auto rejection = TooShort(letters, options, document)) {
    return std::unexpected(*std::move(rejection));
  }
  AssembleBody(evidence, page, body, article);
  article.article_id = ArticleIdOf(article);
  return article;
}

Result ExtractPage(const Document& document, const Options& options,
                   Evidence* explained) {
  const auto page = text::ParseWithin(options, document);
  if (!page) return std::unexpected(page.error());
  metadata::PageEvidence evidence = metadata::ReadPage(*page, document);
  Article article = Blank(document);
  AssembleMetadata(evidence, document, article);
  body::Body body = body::ChooseBody(*page, HintsOf(evidence, article),
                                     static_cast<size_t>(options.max_blocks));
  Result result = AssemblePage(document, options, *page, evidence, body,
                               std::move(article));
  if (explained != nullptr) *explained = AllOf(evidence, body);
  return result;
}

Result ExtractAny(const Document& document, const Options& options,
                  Evidence* explained) {
  switch (document.kind) {
    case model::DocumentKind::kHtml:
      return ExtractPage(document, options, explained);
    case model::DocumentKind::kRss:
    case model::DocumentKind::kAtom:
    case model::DocumentKind::kJsonFeed:
    case model::DocumentKind::kNewsml:
    case model::DocumentKind::kNitf:
    case model::DocumentKind::kNinjs:
    case model::DocumentKind::kIptc7901:
      return ExtractItem(document, options, explained);
    case model::DocumentKind::kText:
      break;
  }
  return ExtractText(document, options, explained);
}

}  // namespace

Result Extract(const Document& document, const Options& options) {
  return ExtractAny(document, options, nullptr);
}

Explanation Explain(const Document& document, const Options& options) {
  Evidence evidence;
  Result article = ExtractAny(document, options, &evidence);
  return {std::move(article), std::move(evidence)};
}

}  // namespace newsmill::extract
