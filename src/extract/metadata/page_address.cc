#include "page_address.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/lexicon/copyright.h"
#include "extract/text/characters.h"
#include "extract/text/markup_text.h"
#include "extract/text/url.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"

namespace newsmill::extract::metadata {
namespace {

constexpr int32_t kMaxNameColumns = 60;
constexpr size_t kMaxClaims = 30;  // of where the page lives

/// The path of a canonical URL, its query with it.
std::string_view PathOf(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == url.npos) return "";
  const size_t path = url.find('/', scheme + 3);
  return path == url.npos ? "" : url.substr(path);
}

bool IsRoot(std::string_view url) { return PathOf(url).size() <= 1; }

/// Why a claim is not believed; "" when it is.
std::string_view Objection(std::string_view claim, std::string_view given) {
  if (claim.empty()) return "no web address";
  if (given.empty()) return IsRoot(claim) ? "a site's root" : "";
  if (text::RegistrableDomain(claim) != text::RegistrableDomain(given)) {
    return "on another domain";
  }
  if (IsRoot(claim) && !IsRoot(given)) return "a site's root";
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

/// Country code domains whose letters are sold to the whole world say nothing.
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

}  // namespace

std::string AbsoluteUrl(std::string_view reference, std::string_view base) {
  // Scripts keep their settings where a picture's address is looked for.
  const bool is_data = reference.find_first_of("\"<>{}") != reference.npos;
  if (is_data || TrimBlanks(reference).empty()) return "";
  std::string url = ResolvedUrl(reference, base);
  const bool is_web = StartsWithIgnoringCase(url, "http://") ||
                      StartsWithIgnoringCase(url, "https://");
  return is_web ? url : "";
}

std::string ReadCanonicalUrl(const PageScan& scan, std::string_view url,
                             Trace* trace) {
  std::string given = text::CanonicalUrl(url);
  std::vector<std::pair<std::string, std::string>> claims;
  for (const PageLink& link : scan.links) {
    if (claims.size() == kMaxClaims) break;
    if (EqualsIgnoringCase(link.rel, "canonical")) {
      claims.emplace_back(text::CanonicalUrl(AbsoluteUrl(link.href, url)),
                          "link rel=canonical");
    }
  }
  for (const MetaTag& tag : scan.metas.All(MetaKey::kUrl)) {
    if (claims.size() == kMaxClaims) break;
    claims.emplace_back(text::CanonicalUrl(AbsoluteUrl(tag.content, url)),
                        "meta " + std::string(tag.name->name));
  }
  std::string chosen;
  for (auto& [claim, origin] : claims) {
    const std::string_view objection = Objection(claim, given);
    if (!objection.empty() || !chosen.empty()) {
      Lose(trace, "canonical_url", claim, origin,
           objection.empty() ? "less trusted" : objection);
      continue;
    }
    Win(trace, "canonical_url", claim, origin, "on the page's own domain");
    chosen = std::move(claim);
  }
  if (!chosen.empty()) return chosen;
  if (!given.empty()) {
    Win(trace, "canonical_url", given, "envelope url", "nothing better");
  }
  return given;
}

bylines::SiteNames SiteNamesOf(const PageScan& scan, const LinkedData& data,
                               std::string_view url,
                               std::string_view given_name) {
  bylines::SiteNames names;
  names.AddDomain(text::RegistrableDomain(url));
  names.Add(given_name);
  for (const MetaTag& tag : scan.metas.All(MetaKey::kSiteName)) {
    const std::string name = text::PlainText(tag.content);
    if (IsPlausibleName(name)) names.Add(name);
  }
  names.Add(CopyrightName(scan));
  names.Add(data.site_name);
  names.Add(data.organization);
  for (const LdFacts& node : data.nodes) names.Add(node.publisher.name);
  return names;
}

model::Publisher ReadPublisher(const PageScan& scan, const LinkedData& data,
                               std::string_view url,
                               std::string_view given_name, Trace* trace) {
  std::vector<std::pair<std::string, std::string>> names;
  names.emplace_back(text::Tidy(given_name), "envelope source");
  names.emplace_back(scan.metas.Named("og:site_name"), "meta og:site_name");
  for (const LdFacts& node : data.nodes) {
    names.emplace_back(node.publisher.name, "json-ld publisher");
  }
  names.emplace_back(data.site_name, "json-ld WebSite");
  names.emplace_back(data.organization, "json-ld Organization");
  for (const MetaTag& tag : scan.metas.All(MetaKey::kSiteName)) {
    std::string name = text::PlainText(tag.content);
    if (tag.name->name == "copyright" || tag.name->name == "dc.rights") {
      name = lexicon::CopyrightHolder(name);
    }
    names.emplace_back(std::move(name), "meta " + std::string(tag.name->name));
  }
  names.emplace_back(CopyrightName(scan), "copyright line");
  model::Publisher publisher;
  publisher.domain = text::RegistrableDomain(url);
  publisher.country = CountryOf(publisher.domain);
  for (const auto& [name, origin] : names) {
    if (name.empty()) continue;
    const bool plausible = IsPlausibleName(name);
    if (!plausible || !publisher.name.empty()) {
      Lose(trace, "source", name, origin,
           plausible ? "less trusted" : "no name");
      continue;
    }
    Win(trace, "source", name, origin, "most trusted");
    publisher.name = name;
  }
  return publisher;
}

}  // namespace newsmill::extract::metadata
