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
// Maximum number of keywords. Longer lists are meant for search engines and are
// ignored.
constexpr size_t kMaxKeywords = 15;

/// Returns whether the text is a name for the home page, such as "Home". The
/// first entry of a breadcrumb is usually such a name.
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
         text.find("://") == text.npos && !text.ends_with(':') &&
         !IsHome(text) && !site.IsName(text);
}

/// Returns whether the text may introduce the name of a section: "Category:",
/// "filed under".
bool IntroducesSection(std::string_view text) {
  const text::Measure measure = text::MeasureOf(text);
  if (measure.words < 1 || measure.words > 2) return false;
  return text.ends_with(':') ||
         (measure.has_lower && !text::IsUpper(text::FirstCharacter(text)));
}

/// Returns the section that an element names. If the text of the element
/// consists of an introduction and links, returns the text of the first link:
/// "Sport" for "in Sport", "Fashion" for "Category: Fashion, Events".
std::string SectionOf(const PageScan& scan, NodeId node) {
  constexpr size_t kMaxBytes = 100;
  std::string whole = TextBelow(*scan.page, node, kMaxBytes);
  const NodeId link = scan.page->FirstDescendant(node, html::Tag::kA);
  if (link == kNoNode) return whole;
  std::string name = TextBelow(*scan.page, link, kMaxBytes);
  const size_t at = whole.find(name);
  if (at == whole.npos ||
      !IntroducesSection(TrimBlanks(std::string_view(whole).substr(0, at)))) {
    return whole;
  }
  const size_t end = at + name.size();
  return end == whole.size() || whole[end] == ',' ? name : whole;
}

/// Splits a text that is a list of tags, and adds the tags to `tags`.
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

void AddTags(std::vector<std::string> tags, std::string_view origin,
             const bylines::SiteNames& site, PageEvidence& evidence) {
  NamesCandidate candidate;
  candidate.names = Cleaned(std::move(tags), site);
  if (candidate.names.empty()) return;
  candidate.value = Joined(candidate.names);
  candidate.origin = origin;
  evidence.tags.push_back(std::move(candidate));
}

/// Returns whether the text may be a subtitle: it has at least three words and
/// is not as long as a paragraph.
bool IsSubtitle(std::string_view text) {
  return text::MeasureOf(text).words >= 3 && text.size() <= kMaxSubtitle;
}

/// Returns the text of a subtitle element. Removes a kicker (a short topic) at
/// the start if no blank separates the kicker from the text: "The old boat" for
/// "<span>Rivers</span>The old boat". Keeps a first element of one or two
/// letters, because an element often contains only the first letter of a text.
std::string StandfirstText(const html::Document& page, html::NodeId node) {
  constexpr size_t kMaxKicker = 40;
  constexpr int32_t kMinLetters = 3;
  std::string text = TextBelow(page, node, kMaxSubtitle + 10);
  html::NodeId first = page.first_child(node);
  while (first != kNoNode && page.IsText(first) &&
         TrimBlanks(page.text(first)).empty()) {
    first = page.next_sibling(first);
  }
  if (first == kNoNode || !page.IsElement(first)) return text;
  const std::string kicker = TextBelow(page, first, kMaxKicker + 1);
  if (kicker.size() > kMaxKicker || kicker.size() >= text.size() ||
      text::MeasureOf(kicker).letters < kMinLetters ||
      !text.starts_with(kicker)) {
    return text;
  }
  const std::string_view rest = std::string_view(text).substr(kicker.size());
  const std::string_view word = rest.substr(0, rest.find(' '));
  const bool is_glued = text::IsLetter(text::LastCharacter(kicker)) &&
                        text::IsUpper(text::FirstCharacter(rest)) &&
                        (text::MeasureOf(word).has_lower || word.size() == 1);
  return is_glued ? std::string(rest) : text;
}

}  // namespace

void ReadSections(const PageScan& scan, const LinkedData& data,
                  const bylines::SiteNames& site, PageEvidence& evidence) {
  const auto add = [&](std::string section, std::string_view origin) {
    const std::string_view objection =
        IsSection(section, site) ? "" : "no section's name";
    evidence.others.Add(Field::kSection, std::move(section), origin, objection);
  };
  for (const LdFacts& node : data.nodes) {
    for (const std::string& section : node.sections) {
      add(section, "json-ld articleSection");
    }
  }
  for (const MetaTag& tag : scan.metas.All(MetaKey::kSection)) {
    add(text::PlainText(tag.content), "meta " + std::string(tag.name->name));
  }
  // Skips the last entry, because it is the page itself.
  for (size_t i = data.breadcrumbs.size(); i-- > 1;) {
    add(data.breadcrumbs[i - 1], "json-ld BreadcrumbList");
  }
  const Mark& headline = evidence.headline;
  for (const Mark& mark : scan.marks) {
    if (!Has(mark.parts, lexicon::Part::kSection) || mark.side != kNoNode) {
      continue;
    }
    if (headline.node == kNoNode || mark.at + kNearHeadline < headline.at ||
        mark.at > headline.at) {
      continue;
    }
    add(SectionOf(scan, mark.node), "element named like a section");
  }
}

void ReadTags(const PageScan& scan, const LinkedData& data,
              const bylines::SiteNames& site, PageEvidence& evidence) {
  AddTags(TagsOfMetas(scan, MetaKey::kTag), "meta article:tag", site, evidence);
  for (const LdFacts& node : data.nodes) {
    std::vector<std::string> tags;
    for (const std::string& keyword : node.keywords) SplitInto(keyword, tags);
    AddTags(std::move(tags), "json-ld keywords", site, evidence);
  }
  AddTags(TagsOfMetas(scan, MetaKey::kNewsKeywords), "meta news_keywords", site,
          evidence);
  AddTags(TagsOfLinks(scan), "links rel=tag", site, evidence);
  auto keywords = TagsOfMetas(scan, MetaKey::kKeywords);
  if (keywords.size() < 2 || keywords.size() > kMaxKeywords) keywords.clear();
  AddTags(std::move(keywords), "meta keywords", site, evidence);
}

void ReadSubtitles(const PageScan& scan, const LinkedData& data,
                   PageEvidence& evidence) {
  for (const LdFacts& node : data.nodes) {
    if (!IsSubtitle(node.alternative)) continue;
    evidence.others.Add(Field::kSubtitle, node.alternative,
                        "json-ld alternativeHeadline");
  }
  const Mark& headline = evidence.headline;
  if (headline.node == kNoNode) return;
  for (const Mark& mark : scan.marks) {
    if (!Has(mark.parts, lexicon::Part::kSubtitle) || mark.at < headline.at ||
        mark.at > headline.at + kNearHeadline ||
        IsAncestor(*scan.page, mark.node, headline.node)) {
      continue;
    }
    std::string text = StandfirstText(*scan.page, mark.node);
    if (!IsSubtitle(text)) continue;
    evidence.others.Add(Field::kSubtitle, std::move(text),
                        "element under the headline");
  }
}

void ReadSummaries(const PageScan& scan, const LinkedData& data,
                   const std::string& feed_summary, PageEvidence& evidence) {
  Evidence& others = evidence.others;
  others.Add(Field::kSummary, scan.metas.First(MetaKey::kDescription),
             "meta description");
  for (const LdFacts& node : data.nodes) {
    others.Add(Field::kSummary, node.description, "json-ld description");
  }
  others.Add(Field::kSummary, text::PlainText(feed_summary), "feed item");
}

}  // namespace newsmill::extract::metadata
