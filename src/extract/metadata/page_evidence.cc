#include "page_evidence.h"

#include <utility>

#include "extract/dates/dates.h"
#include "extract/text/characters.h"
#include "json_ld.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"
#include "newsmill/model/identity.h"
#include "page_access.h"
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

constexpr size_t kMaxHeading = 2'000;
constexpr int32_t kMaxSourceColumns = 60;

PageIdentity IdentityOf(const PageScan& scan, std::string_view url) {
  PageIdentity page;
  if (!url.empty()) page.urls.emplace_back(url);
  for (const PageLink& link : scan.links) {
    if (EqualsIgnoringCase(link.rel, "canonical")) {
      page.urls.push_back(ResolvedUrl(link.href, BaseUrl(scan, url)));
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

/// Returns the latest time that a date of the article can have: the time at
/// which the page was fetched.
std::string LatestOf(const model::Document& envelope) {
  if (!envelope.fetched_at.empty()) return envelope.fetched_at;
  for (const auto& [name, value] : envelope.http_headers) {
    if (!EqualsIgnoringCase(name, "date")) continue;
    const auto date = dates::FindDate(value, {});
    if (date) return date->written;
  }
  return "";
}

/// Adds candidates for the credit: organizations other than the publisher.
/// `agency` is the agency in the byline.
void ReadCredits(const PageScan& scan, const LinkedData& data,
                 const bylines::SiteNames& site, std::string agency,
                 Evidence& evidence) {
  for (const LdFacts& node : data.nodes) {
    const std::string& name = node.provider.name;
    evidence.Add(Field::kCredit, name, "json-ld sourceOrganization",
                 site.IsLikeName(name) ? "the publisher" : "");
  }
  const std::string source = scan.metas.First(MetaKey::kSource);
  const bool is_name = source.find("://") == source.npos &&
                       text::MeasureOf(source).columns <= kMaxSourceColumns;
  evidence.Add(Field::kCredit, source, "meta source",
               !is_name                  ? "no name"
               : site.IsLikeName(source) ? "the publisher"
                                         : "");
  evidence.Add(Field::kCredit, std::move(agency), "byline");
}

void ReadArticleFacts(const PageScan& scan, const LinkedData& data,
                      PageEvidence& evidence) {
  evidence.is_article_type =
      EqualsIgnoringCase(scan.metas.Named("og:type"), "article");
  for (const LdFacts& node : data.nodes) {
    evidence.is_article_type |= node.is_article;
    if (evidence.article_body.empty()) evidence.article_body = node.body;
    if (node.is_article && evidence.stated_words == 0) {
      evidence.stated_words = node.words;
    }
  }
}

}  // namespace

PageEvidence ReadPage(const html::Document& page,
                      const model::Document& envelope) {
  const PageScan scan = ScanPage(page);
  const LinkedData data =
      ReadLinkedData(scan.scripts, IdentityOf(scan, envelope.url));
  const bylines::SiteNames site =
      SiteNamesOf(scan, data, envelope.url, envelope.source);
  PageEvidence evidence;
  evidence.publisher = PublisherAt(envelope.url);
  evidence.stated_language = StatedLanguage(scan, data);
  ReadTitles(scan, data, site, envelope.url, envelope.feed.title, evidence);
  ReadSubtitles(scan, data, evidence);
  ReadSummaries(scan, data, envelope.feed.summary, evidence);
  std::string agency =
      ReadAuthors(scan, data, site, envelope.feed.authors, evidence);
  const std::string latest = LatestOf(envelope);
  ReadDates({.scan = scan,
             .data = data,
             .headline = evidence.headline,
             .url = envelope.url,
             .language = evidence.stated_language,
             .feed_published = envelope.feed.published,
             .latest = latest},
            evidence);
  ReadSections(scan, data, site, evidence);
  ReadTags(scan, data, site, evidence);
  ReadCanonicalUrls(scan, envelope.url, evidence.others);
  ReadPublishers(scan, data, envelope.source, evidence.others);
  ReadCredits(scan, data, site, std::move(agency), evidence.others);
  evidence.base_url = BaseUrl(scan, envelope.url);
  ReadImages(scan, data, evidence.base_url, evidence.images);
  ReadAccess(scan, data, evidence.others);
  ReadArticleFacts(scan, data, evidence);
  return evidence;
}

}  // namespace newsmill::extract::metadata
