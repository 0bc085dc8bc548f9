#include "page_topics.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/text/characters.h"
#include "extract/text/markup_text.h"
#include "newsmill/base/ascii.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract::metadata {
namespace {

using html::kNoNode;
using html::NodeId;

constexpr size_t kMaxTags = 40;
constexpr int32_t kMaxTagWords = 6;
constexpr int32_t kMaxTagColumns = 60;
constexpr int32_t kMaxSectionColumns = 50;
constexpr size_t kMaxSubtitle = 600;
constexpr uint32_t kNearHeadline = 600;
// A longer list is written for search engines.
constexpr size_t kMaxKeywords = 15;

/// Folded; the first step of a trail of links.
bool IsHome(std::string_view text) {
  static constexpr std::array<std::string_view, 14> kHome = {
      "accueil", "ana sayfa",  "forside",       "frontpage", "hem",
      "home",    "home page",  "homepage",      "inicio",    "início",
      "start",   "startseite", "strona główna", "главная"};
  return std::ranges::find(kHome, text::Folded(text)) != kHome.end();
}

bool IsSection(std::string_view text, const bylines::SiteNames& site) {
  const text::Measure measure = text::MeasureOf(text);
  return measure.letters >= 2 && measure.columns <= kMaxSectionColumns &&
         text.find("://") == text.npos && !IsHome(text) && !site.IsName(text);
}

/// Lists that are written as one text.
void SplitInto(std::string_view text, std::vector<std::string>& tags) {
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(",;|"), text.size());
    std::string tag = text::Tidy(text.substr(0, end));
    if (!tag.empty()) tags.push_back(std::move(tag));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

bool IsTag(std::string_view tag, const bylines::SiteNames& site) {
  const text::Measure measure = text::MeasureOf(tag);
  return measure.letters >= 2 && measure.words <= kMaxTagWords &&
         measure.columns <= kMaxTagColumns && tag.find("://") == tag.npos &&
         tag.find('=') == tag.npos && tag.find('_') == tag.npos &&
         tag.find("::") == tag.npos && !site.IsName(tag);
}

std::vector<std::string> Cleaned(std::vector<std::string> tags,
                                 const bylines::SiteNames& site) {
  std::vector<std::string> kept;
  for (std::string& tag : tags) {
    while (tag.starts_with('#')) tag.erase(0, 1);
    if (!IsTag(tag, site) || kept.size() >= kMaxTags) continue;
    const std::string folded = text::Folded(tag);
    const bool known = std::ranges::any_of(
        kept, [&](const auto& each) { return text::Folded(each) == folded; });
    if (!known) kept.push_back(std::move(tag));
  }
  return kept;
}

std::string Joined(const std::vector<std::string>& tags) {
  std::string all;
  for (const std::string& tag : tags) {
    if (!all.empty()) all += "; ";
    all += tag;
  }
  return all;
}

std::vector<std::string> TagsOfMetas(const PageScan& scan, MetaKey key) {
  std::vector<std::string> tags;
  const MetaName* name = nullptr;
  for (const MetaTag& tag : scan.metas.All(key)) {
    if (name != nullptr && tag.name != name) break;
    name = tag.name;
    SplitInto(text::PlainText(tag.content), tags);
  }
  return tags;
}

std::vector<std::string> TagsOfLinks(const PageScan& scan) {
  std::vector<std::string> tags;
  for (const Mark& mark : scan.marks) {
    if (!Has(mark.parts, lexicon::Part::kTagList) || mark.side != kNoNode)
      continue;
    if (!scan.page->Is(mark.node, html::Tag::kA)) continue;
    if (scan.page->ValueOr(mark.node, html::Attr::kRel) != "tag") continue;
    tags.push_back(TextBelow(*scan.page, mark.node, 120));
  }
  return tags;
}

}  // namespace

std::string ReadSection(const PageScan& scan, const LinkedData& data,
                        const Mark& headline, const bylines::SiteNames& site,
                        Trace* trace) {
  std::vector<std::pair<std::string, std::string>> sections;
  for (const LdFacts& node : data.nodes) {
    for (const std::string& section : node.sections) {
      sections.emplace_back(section, "json-ld articleSection");
    }
  }
  for (const MetaTag& tag : scan.metas.All(MetaKey::kSection)) {
    sections.emplace_back(text::PlainText(tag.content),
                          "meta " + std::string(tag.name->name));
  }
  // The last step of the trail is the page itself.
  for (size_t i = data.breadcrumbs.size(); i-- > 1;) {
    sections.emplace_back(data.breadcrumbs[i - 1], "json-ld BreadcrumbList");
  }
  for (const Mark& mark : scan.marks) {
    if (!Has(mark.parts, lexicon::Part::kSection) || mark.side != kNoNode)
      continue;
    if (headline.node == kNoNode || mark.at + kNearHeadline < headline.at ||
        mark.at > headline.at) {
      continue;
    }
    sections.emplace_back(TextBelow(*scan.page, mark.node, 100),
                          "element named like a section");
  }
  std::string chosen;
  for (const auto& [section, origin] : sections) {
    const bool fits = IsSection(section, site);
    if (!fits || !chosen.empty()) {
      Lose(trace, "section", section, origin,
           fits ? "less trusted" : "no section's name");
      continue;
    }
    Win(trace, "section", section, origin, "most trusted");
    chosen = section;
  }
  return chosen;
}

std::vector<std::string> ReadTags(const PageScan& scan, const LinkedData& data,
                                  const bylines::SiteNames& site,
                                  Trace* trace) {
  std::vector<std::pair<std::vector<std::string>, std::string>> lists;
  lists.emplace_back(TagsOfMetas(scan, MetaKey::kTag), "meta article:tag");
  for (const LdFacts& node : data.nodes) {
    std::vector<std::string> tags;
    for (const std::string& keyword : node.keywords) SplitInto(keyword, tags);
    lists.emplace_back(std::move(tags), "json-ld keywords");
  }
  lists.emplace_back(TagsOfMetas(scan, MetaKey::kNewsKeywords),
                     "meta news_keywords");
  lists.emplace_back(TagsOfLinks(scan), "links rel=tag");
  auto keywords = TagsOfMetas(scan, MetaKey::kKeywords);
  if (keywords.size() < 2 || keywords.size() > kMaxKeywords) keywords.clear();
  lists.emplace_back(std::move(keywords), "meta keywords");
  std::vector<std::string> chosen;
  for (auto& [tags, origin] : lists) {
    std::vector<std::string> cleaned = Cleaned(std::move(tags), site);
    if (cleaned.empty()) continue;
    if (!chosen.empty()) {
      Lose(trace, "tags", Joined(cleaned), origin, "less trusted");
      continue;
    }
    Win(trace, "tags", Joined(cleaned), origin, "most trusted");
    chosen = std::move(cleaned);
  }
  return chosen;
}

std::string ReadSubtitle(const PageScan& scan, const LinkedData& data,
                         const Mark& headline, const std::string& title,
                         Trace* trace) {
  const std::string key = model::NormalisedText(title);
  const auto fits = [&](const std::string& text) {
    return text::MeasureOf(text).words >= 3 && text.size() <= kMaxSubtitle &&
           model::NormalisedText(text) != key;
  };
  for (const LdFacts& node : data.nodes) {
    if (!fits(node.alternative)) continue;
    Win(trace, "subtitle", node.alternative, "json-ld alternativeHeadline",
        "most trusted");
    return node.alternative;
  }
  if (headline.node == kNoNode) return "";
  for (const Mark& mark : scan.marks) {
    if (!Has(mark.parts, lexicon::Part::kSubtitle) || mark.at < headline.at ||
        mark.at > headline.at + kNearHeadline ||
        IsAncestor(*scan.page, mark.node, headline.node)) {
      continue;
    }
    std::string text = TextBelow(*scan.page, mark.node, kMaxSubtitle + 10);
    if (!fits(text)) continue;
    Win(trace, "subtitle", text, "element under the headline", "named so");
    return text;
  }
  return "";
}

std::string ReadSummary(const PageScan& scan, const LinkedData& data,
                        const std::string& feed_summary, Trace* trace) {
  std::string summary = scan.metas.First(MetaKey::kDescription);
  std::string origin = "meta description";
  for (const LdFacts& node : data.nodes) {
    if (!summary.empty()) break;
    summary = node.description;
    origin = "json-ld description";
  }
  if (summary.empty()) {
    summary = text::PlainText(feed_summary);
    origin = "feed item";
  }
  if (!summary.empty()) Win(trace, "summary", summary, origin, "first found");
  return summary;
}

}  // namespace newsmill::extract::metadata
