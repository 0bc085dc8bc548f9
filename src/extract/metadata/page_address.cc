#include "page_address.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/lexicon/copyright.h"
#include "extract/text/characters.h"
#include "extract/text/markup_text.h"
#include "extract/text/url.h"
#include "extract/text/url_identity.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract::metadata {
namespace {

constexpr int32_t kMaxNameColumns = 60;
constexpr size_t kMaxClaims = 30;  // maximum number of URLs that are read

/// Returns the path and the query of a canonical URL.
std::string_view PathOf(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == url.npos) return "";
  const size_t path = url.find('/', scheme + 3);
  return path == url.npos ? "" : url.substr(path);
}

bool IsRoot(std::string_view url) { return PathOf(url).size() <= 1; }

/// Returns whether two canonical URLs have the same registrable domain. The
/// domain may be in Unicode in one URL, and in Punycode in the other.
bool HaveSameDomain(std::string_view a, std::string_view b) {
  return text::RegistrableDomain(text::UrlIdentity(a)) ==
         text::RegistrableDomain(text::UrlIdentity(b));
}

/// Returns why `claim` is not trusted, or "" if it is trusted. `claim` is the
/// canonical URL that the page states. `given` is the URL of the input.
std::string_view Objection(std::string_view claim, std::string_view given) {
  if (claim.empty()) return "not a web address";
  if (given.empty()) return IsRoot(claim) ? "the home page of a site" : "";
  if (!HaveSameDomain(claim, given)) return "on another domain";
  if (IsRoot(claim) && !IsRoot(given)) return "the home page of a site";
  return "";
}

bool IsPlausibleName(std::string_view name) {
  const text::Measure measure = text::MeasureOf(name);
  return measure.letters >= 2 && measure.columns <= kMaxNameColumns &&
         name.find("://") == name.npos && !name.starts_with('@');
}

std::string CopyrightName(const PageScan& scan) {
  for (auto mark = scan.copyrights.rbegin(); mark != scan.copyrights.rend();
       ++mark) {
    std::string name =
        lexicon::CopyrightHolder(text::Tidy(scan.page->text(mark->node)));
    if (!name.empty()) return name;
  }
  return "";
}

/// Returns the country of a domain: "DE" for "example.de". Returns "" for
/// domains such as "example.io", because people of all countries register
/// domains under ".io".
std::string CountryOf(std::string_view domain) {
  static constexpr std::array<std::string_view, 16> kGeneric = {
      "ai", "cc", "co", "eu", "fm", "gg", "im", "io",
      "is", "la", "ly", "me", "nu", "to", "tv", "ws"};
  const size_t dot = domain.rfind('.');
  if (dot == domain.npos) return "";
  const std::string_view suffix = domain.substr(dot + 1);
  const bool letters =
      std::ranges::all_of(suffix, [](char c) { return c >= 'a' && c <= 'z'; });
  if (suffix.size() != 2 || !letters) return "";
  if (std::ranges::binary_search(kGeneric, suffix)) return "";
  if (suffix == "uk") return "GB";
  std::string code(suffix);
  for (char& c : code) c = static_cast<char>(c - 'a' + 'A');
  return code;
}

/// Returns whether the name is the headline of the page and not a name of the
/// site. Some sites write the headline into "application-name".
bool IsHeadline(std::string_view name, const PageScan& scan) {
  constexpr int32_t kMinHeadlineWords = 4;
  return text::MeasureOf(name).words >= kMinHeadlineWords &&
         model::NormalisedText(name) ==
             model::NormalisedText(scan.metas.First(MetaKey::kTitle));
}

}  // namespace

std::string AbsoluteUrl(std::string_view reference, std::string_view base) {
  // Rejects settings in JSON. Some scripts write settings into attributes that
  // usually contain the URL of a picture.
  const bool is_data = reference.find_first_of("\"<>{}") != reference.npos;
  if (is_data || TrimBlanks(reference).empty()) return "";
  std::string url = ResolvedUrl(reference, base);
  const bool is_web = StartsWithIgnoringCase(url, "http://") ||
                      StartsWithIgnoringCase(url, "https://");
  return is_web ? url : "";
}

std::string BaseUrl(const PageScan& scan, std::string_view url) {
  std::string base = AbsoluteUrl(scan.base_href, url);
  return base.empty() ? std::string(url) : base;
}

void ReadCanonicalUrls(const PageScan& scan, std::string_view url,
                       Evidence& evidence) {
  const std::string given = text::CanonicalUrl(url);
  const std::string base = BaseUrl(scan, url);
  size_t claims = 0;
  const auto add = [&](std::string_view reference, std::string_view origin) {
    if (++claims > kMaxClaims) return;
    const std::string claim = text::CanonicalUrl(AbsoluteUrl(reference, base));
    const std::string_view objection = Objection(claim, given);
    evidence.Add(Field::kCanonicalUrl,
                 claim.empty() ? std::string(reference) : claim, origin,
                 objection);
  };
  for (const PageLink& link : scan.links) {
    if (EqualsIgnoringCase(link.rel, "canonical")) {
      add(link.href, "link rel=canonical");
    }
  }
  for (const MetaTag& tag : scan.metas.All(MetaKey::kUrl)) {
    add(tag.content, "meta " + std::string(tag.name->name));
  }
  evidence.Add(Field::kCanonicalUrl, given, "envelope url");
}

bylines::SiteNames SiteNamesOf(const PageScan& scan, const LinkedData& data,
                               std::string_view url,
                               std::string_view given_name) {
  bylines::SiteNames names;
  names.AddDomain(text::RegistrableDomain(url));
  names.Add(given_name);
  for (const MetaTag& tag : scan.metas.All(MetaKey::kSiteName)) {
    const std::string name = text::PlainText(tag.content);
    if (IsPlausibleName(name) && !IsHeadline(name, scan)) names.Add(name);
  }
  names.Add(CopyrightName(scan));
  names.Add(data.site_name);
  names.Add(data.organization);
  for (const LdFacts& node : data.nodes) names.Add(node.publisher.name);
  return names;
}

void ReadPublishers(const PageScan& scan, const LinkedData& data,
                    std::string_view given_name, Evidence& evidence) {
  const auto add = [&](std::string name, std::string_view origin) {
    const std::string_view objection = IsPlausibleName(name) ? "" : "no name";
    evidence.Add(Field::kSource, std::move(name), origin, objection);
  };
  add(text::Tidy(given_name), "envelope source");
  add(scan.metas.Named("og:site_name"), "meta og:site_name");
  for (const LdFacts& node : data.nodes) {
    add(node.publisher.name, "json-ld publisher");
  }
  add(data.site_name, "json-ld WebSite");
  add(data.organization, "json-ld Organization");
  for (const MetaTag& tag : scan.metas.All(MetaKey::kSiteName)) {
    std::string name = text::PlainText(tag.content);
    if (tag.name->name == "copyright" || tag.name->name == "dc.rights") {
      name = lexicon::CopyrightHolder(name);
    }
    if (IsHeadline(name, scan)) continue;
    add(std::move(name), "meta " + std::string(tag.name->name));
  }
  add(CopyrightName(scan), "copyright line");
}

model::Publisher PublisherAt(std::string_view url) {
  model::Publisher publisher;
  publisher.domain = text::RegistrableDomain(url);
  publisher.country = CountryOf(publisher.domain);
  return publisher;
}

}  // namespace newsmill::extract::metadata
