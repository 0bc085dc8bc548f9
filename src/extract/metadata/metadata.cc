#include "metadata.h"

#include <utility>

#include "extract/bylines/names.h"
#include "extract/text/characters.h"
#include "extract/text/language.h"
#include "extract/text/url.h"
#include "json_ld.h"
#include "newsmill/base/ascii.h"
#include "newsmill/model/identity.h"
#include "page_address.h"
#include "page_authors.h"
#include "page_dates.h"
#include "page_images.h"
#include "page_language.h"
#include "page_scan.h"
#include "page_title.h"
#include "page_topics.h"

namespace newsmill::extract::metadata {
namespace {

using html::kNoNode;

constexpr size_t kMaxHeading = 2'000;

PageIdentity IdentityOf(const PageScan& scan, std::string_view url) {
  PageIdentity page;
  if (!url.empty()) page.urls.emplace_back(url);
  for (const PageLink& link : scan.links) {
    if (EqualsIgnoringCase(link.rel, "canonical")) {
      page.urls.emplace_back(link.href);
    }
  }
  for (const std::string& title :
       {scan.metas.First(MetaKey::kTitle), scan.title}) {
    if (!title.empty()) page.titles.push_back(model::NormalisedText(title));
  }
  for (const Mark& heading : scan.headings) {
    if (!scan.page->Is(heading.node, html::Tag::kH1)) continue;
    page.titles.push_back(model::NormalisedText(
        TextBelow(*scan.page, heading.node, kMaxHeading)));
    if (page.titles.size() > 4) break;
  }
  return page;
}

/// When the page was fetched, for what it says cannot be later.
std::string LatestOf(const model::Document& envelope) {
  if (!envelope.fetched_at.empty()) return envelope.fetched_at;
  for (const auto& [name, value] : envelope.http_headers) {
    if (!EqualsIgnoringCase(name, "date")) continue;
    const auto date = dates::FindDate(value, dates::DayOrder::kUnknown);
    if (date) return date->written;
  }
  return "";
}

/// Another house than the publisher.
std::string ReadCredit(const PageScan& scan, const LinkedData& data,
                       const bylines::SiteNames& site,
                       const std::string& agency, Trace* trace) {
  for (const LdFacts& node : data.nodes) {
    const std::string& name = node.provider.name;
    if (name.empty() || site.IsLikeName(name)) continue;
    Win(trace, "credit", name, "json-ld sourceOrganization", "most trusted");
    return name;
  }
  std::string source = scan.metas.First(MetaKey::kSource);
  if (!source.empty() && source.find("://") == source.npos &&
      !site.IsLikeName(source) && text::MeasureOf(source).columns <= 60) {
    Win(trace, "credit", source, "meta source", "most trusted");
    return source;
  }
  if (!agency.empty()) {
    Win(trace, "credit", agency, "byline", "an agency's name");
  }
  return agency;
}

void ReadArticleFacts(const PageScan& scan, const LinkedData& data,
                      PageMetadata& metadata) {
  metadata.is_article_type =
      EqualsIgnoringCase(scan.metas.Named("og:type"), "article");
  for (const LdFacts& node : data.nodes) {
    metadata.is_article_type |= node.is_article;
    metadata.is_live |= node.is_live;
    if (metadata.article_body.empty()) metadata.article_body = node.body;
  }
}

}  // namespace

PageMetadata ReadMetadata(const html::Document& page,
                          const model::Document& envelope, Trace* trace) {
  const PageScan scan = ScanPage(page);
  const LinkedData data =
      ReadLinkedData(scan.scripts, IdentityOf(scan, envelope.url));
  const bylines::SiteNames site =
      SiteNamesOf(scan, data, envelope.url, envelope.source);
  PageMetadata metadata;
  PageTitle title =
      ReadTitle(scan, data, site, envelope.url, envelope.feed.title, trace);
  metadata.title = std::move(title.title);
  metadata.subtitle =
      ReadSubtitle(scan, data, title.headline, metadata.title, trace);
  metadata.summary = ReadSummary(scan, data, envelope.feed.summary, trace);
  PageAuthors authors = ReadAuthors(scan, data, title.headline, site,
                                    envelope.feed.authors, trace);
  metadata.authors = std::move(authors.names);
  metadata.language = StatedLanguage(scan, data);
  const std::string latest = LatestOf(envelope);
  PageDates dates = ReadDates({.scan = scan,
                               .data = data,
                               .headline = title.headline,
                               .url = envelope.url,
                               .language = metadata.language,
                               .feed_published = envelope.feed.published,
                               .latest = latest},
                              trace);
  metadata.published_at = std::move(dates.published);
  metadata.modified_at = std::move(dates.modified);
  metadata.section = ReadSection(scan, data, title.headline, site, trace);
  metadata.tags = ReadTags(scan, data, site, trace);
  metadata.canonical_url = ReadCanonicalUrl(scan, envelope.url, trace);
  metadata.source =
      ReadPublisher(scan, data, envelope.url, envelope.source, trace);
  metadata.credit = ReadCredit(scan, data, site, authors.agency, trace);
  metadata.images = ImagesOfMetadata(scan, data, envelope.url, trace);
  ReadArticleFacts(scan, data, metadata);
  return metadata;
}

body::BodyHints HintsOf(const PageMetadata& metadata) {
  return {.title = metadata.title,
          .authors = metadata.authors,
          .article_body = metadata.article_body,
          .description = metadata.summary,
          .is_article_type = metadata.is_article_type};
}

void CompleteMetadata(PageMetadata& metadata, const html::Document& page,
                      const model::Document& envelope, const body::Body& body,
                      Trace* trace) {
  metadata.language = text::ChosenLanguage(
      metadata.language, text::LanguageOfTexts(body.paragraphs));
  if (metadata.title.empty() && !body.headline_in_tree.empty()) {
    metadata.title = body.headline_in_tree;
    Win(trace, "title", metadata.title, "above the body", "nothing else");
  }
  if (metadata.subtitle.empty() && body.standfirst != metadata.title &&
      !body.standfirst.empty()) {
    metadata.subtitle = body.standfirst;
    Win(trace, "subtitle", metadata.subtitle, "above the body", "nothing else");
  }
  if (metadata.credit.empty() && !body.paragraphs.empty()) {
    metadata.credit = bylines::AgencyOfDateline(body.paragraphs.front());
    if (!metadata.credit.empty()) {
      Win(trace, "credit", metadata.credit, "dateline", "nothing else");
    }
  }
  if (body.root != kNoNode) {
    AddImagesBelow(page, body.root, envelope.url, metadata.images, trace);
  }
}

}  // namespace newsmill::extract::metadata
