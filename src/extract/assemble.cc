#include "assemble.h"

#include <utility>

#include "extract/bylines/names.h"
#include "extract/metadata/author_choice.h"
#include "extract/metadata/date_choice.h"
#include "extract/metadata/page_images.h"
#include "extract/metadata/title_choice.h"
#include "extract/text/language.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract {
namespace {

using metadata::NamesCandidate;
using metadata::PageEvidence;

/// Rejects a subtitle that repeats the title.
void RefuseTitle(std::vector<Candidate>& subtitles, std::string_view title) {
  const std::string key = model::NormalisedText(title);
  for (Candidate& each : subtitles) {
    if (model::NormalisedText(each.value) == key) each.verdict = "the title";
  }
}

}  // namespace

void AssembleMetadata(PageEvidence& evidence, const model::Document& envelope,
                      model::Article& article) {
  Evidence& others = evidence.others;
  article.title = metadata::ChooseTitle(evidence.titles, envelope.url);
  RefuseTitle(others[Field::kSubtitle], article.title);
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
  if (body.standfirst != article.title) {
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
  article.extraction.method = std::move(body.method);
  article.extraction.confidence = body.confidence;
  article.extraction.completeness = body.completeness;
  article.paragraphs = std::move(body.paragraphs);
}

}  // namespace newsmill::extract
