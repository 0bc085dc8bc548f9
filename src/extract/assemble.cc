#include "assemble.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/bylines/names.h"
#include "extract/metadata/author_choice.h"
#include "extract/metadata/date_choice.h"
#include "extract/metadata/page_dates.h"
#include "extract/metadata/page_images.h"
#include "extract/metadata/title_choice.h"
#include "extract/text/characters.h"
#include "extract/text/language.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract {
namespace {

using metadata::NamesCandidate;
using metadata::PageEvidence;

/// Rejects a subtitle that repeats the title, and a subtitle that is only a
/// date.
void RefuseSubtitles(PageEvidence& evidence, std::string_view title) {
  const std::string key = model::NormalisedText(title);
  for (Candidate& each : evidence.others[Field::kSubtitle]) {
    if (model::NormalisedText(each.value) == key) each.verdict = "the title";
    if (metadata::IsDateLine(evidence, each.value)) each.verdict = "a date";
  }
}

/// Removes paragraphs that are only a date ("3 May 2024") from the start and
/// the end of the article. Removes nothing if a paragraph in the middle is also
/// only a date. In this case, the dates are the headings of a timeline.
void DropDateLines(const PageEvidence& evidence,
                   std::vector<std::string>& paragraphs) {
  constexpr size_t kHead = 3;
  const auto is_date = [&](const std::string& text) {
    return metadata::IsDateLine(evidence, text);
  };
  size_t end = paragraphs.size();
  while (end > 1 && is_date(paragraphs[end - 1])) --end;
  const auto from = [&](size_t i) {
    return paragraphs.begin() + static_cast<std::ptrdiff_t>(std::min(i, end));
  };
  const bool leads = end > 1 && std::any_of(from(0), from(kHead), is_date);
  if (!leads && end == paragraphs.size()) return;
  if (std::any_of(from(kHead), from(end), is_date)) return;
  paragraphs.resize(end);
  if (leads) {
    paragraphs.erase(std::remove_if(from(0), from(kHead), is_date),
                     from(kHead));
  }
}

int64_t WordsOf(std::string_view text) {
  return text.empty() ? 0 : text::MeasureOf(text).words;
}

/// Adds "truncated" to the evidence if the body has far fewer words than
/// `stated`. Adds "full" if the body has almost as many words as `stated`, or
/// more. `stated` is the number of words of the article according to the
/// metadata.
void CompareSize(const body::Body& body, int64_t stated,
                 std::string_view origin, Evidence& evidence) {
  constexpr int64_t kMinStated = 150;
  const auto shown = static_cast<int64_t>(body.words);
  const bool is_short = shown * 3 < stated;
  const bool is_whole = shown * 5 >= stated * 4;
  if (stated < kMinStated || is_short == is_whole) return;
  evidence.Add(Field::kAccessJudged, is_short ? "truncated" : "full",
               std::to_string(shown) + " of " + std::to_string(stated) +
                   " words that " + std::string(origin) + " states");
}

/// Adds candidates for `access.judged`: "full" if the body looks complete, and
/// "truncated" if text is missing.
void JudgeAccess(const PageEvidence& page, const body::Body& body,
                 bool is_stated, Evidence& evidence) {
  constexpr uint32_t kMinWhole = 150;  // words; a shorter body may be a teaser
  using enum model::Completeness;
  if (body.completeness == kLive) return;
  CompareSize(body, page.stated_words, "json-ld wordCount", evidence);
  CompareSize(body, WordsOf(page.article_body), "json-ld articleBody",
              evidence);
  if (body.completeness == kStub) {
    evidence.Add(Field::kAccessJudged, "truncated", "a paywall cuts the body");
  } else if (body.completeness == kExcerpt) {
    evidence.Add(Field::kAccessJudged, "truncated", "the body ends early");
  } else if (is_stated && body.words >= kMinWhole) {
    evidence.Add(Field::kAccessJudged, "full", "no sign that text is missing");
  }
}

/// Returns the completeness of the body, corrected by `access.judged`. A kFull
/// body that is judged "truncated" becomes kStub. A kStub body that is judged
/// "full" becomes kFull.
model::Completeness CompletenessOf(const body::Body& body,
                                   const model::Access& access) {
  using enum model::Completeness;
  if (access.judged == "truncated" && body.completeness == kFull) return kStub;
  if (access.judged == "full" && body.completeness == kStub) return kFull;
  return body.completeness;
}

}  // namespace

void AssembleMetadata(PageEvidence& evidence, const model::Document& envelope,
                      model::Article& article) {
  Evidence& others = evidence.others;
  article.title = metadata::ChooseTitle(evidence.titles, envelope.url);
  RefuseSubtitles(evidence, article.title);
  article.summary = others.TakeFirst(Field::kSummary);
  article.authors = metadata::ChooseAuthors(evidence.authors);
  metadata::ChosenDates dates = metadata::ChooseDates(evidence);
  article.published_at = std::move(dates.published);
  article.modified_at = std::move(dates.modified);
  article.section = others.TakeFirst(Field::kSection);
  if (const NamesCandidate* const tags = TakeFirstOf(evidence.tags)) {
    article.tags = tags->names;
  }
  article.canonical_url = others.TakeFirst(Field::kCanonicalUrl);
  article.source = std::move(evidence.publisher);
  article.source.name = others.TakeFirst(Field::kSource);
}

body::BodyHints HintsOf(const PageEvidence& evidence,
                        const model::Article& article) {
  return {.title = article.title,
          .authors = article.authors,
          .article_body = evidence.article_body,
          .description = article.summary,
          .is_article_type = evidence.is_article_type};
}

void AssembleBody(PageEvidence& evidence, const html::Document& page,
                  body::Body& body, model::Article& article) {
  Evidence& others = evidence.others;
  article.language = text::TakeLanguage(
      evidence.stated_language,
      text::LanguageOfTexts(body.paragraphs, evidence.stated_language), others);
  if (article.title.empty()) {
    others.Add(Field::kTitle, body.headline_in_tree, "above the body");
    article.title = others.TakeFirst(Field::kTitle);
  }
  DropDateLines(evidence, body.paragraphs);
  if (body.standfirst != article.title &&
      !metadata::IsDateLine(evidence, body.standfirst)) {
    others.Add(Field::kSubtitle, body.standfirst, "above the body");
  }
  article.subtitle = others.TakeFirst(Field::kSubtitle);
  if (!body.paragraphs.empty()) {
    others.Add(Field::kCredit,
               bylines::AgencyOfDateline(body.paragraphs.front()), "dateline");
  }
  article.credit = others.TakeFirst(Field::kCredit);
  if (body.root != html::kNoNode) {
    metadata::ReadImagesBelow(page, body.root, evidence.base_url,
                              evidence.images);
  }
  article.images = metadata::ChooseImages(evidence.images);
  article.access.stated = others.TakeFirst(Field::kAccessStated);
  JudgeAccess(evidence, body, !article.access.stated.empty(), others);
  article.access.judged = others.TakeFirst(Field::kAccessJudged);
  article.extraction.method = std::move(body.method);
  article.extraction.confidence = body.confidence;
  article.extraction.completeness = CompletenessOf(body, article.access);
  article.paragraphs = std::move(body.paragraphs);
}

}  // namespace newsmill::extract
