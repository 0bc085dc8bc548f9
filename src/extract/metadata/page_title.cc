#include "page_title.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "date_line.h"
#include "extract/bylines/names.h"
#include "extract/lexicon/labels.h"
#include "extract/text/blocks.h"
#include "extract/text/characters.h"
#include "extract/text/markup_text.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"
#include "newsmill/model/identity.h"
#include "page_address.h"
#include "page_dates.h"
#include "title_text.h"

namespace newsmill::extract::metadata {
namespace {

using html::kNoNode;

constexpr size_t kMaxHeadline = 400;
constexpr size_t kMinCutTitle = 40;
constexpr size_t kMaxSiteName = 40;
constexpr int kMaxHomeSteps = 1'000;

/// Returns the URL without scheme, "www." and a slash at the end:
/// "example.com/a".
std::string_view AddressOf(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme != url.npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  if (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

/// Returns whether `end` is the name of a section after a headline. `whole` is
/// a title that ends with `end`. The text before `end` must have at least as
/// many words as a headline, and more words than `end`.
bool IsShorterByFar(std::string_view end, std::string_view whole) {
  constexpr int64_t kMinHeadlineWords = 4;
  const std::string_view rest = whole.substr(0, whole.size() - end.size());
  const auto words = std::ranges::count(rest, ' ');
  return words >= kMinHeadlineWords && words > 1 + std::ranges::count(end, ' ');
}

/// Returns whether the title begins or ends with the headline. Returns false if
/// the headline is only the section at the end of the title: "Weather" in "Rain
/// wets us all today: Weather".
bool IsWithin(std::string_view headline_key, std::string_view title_key) {
  if (headline_key.size() < 8 || title_key.size() < headline_key.size()) {
    return false;
  }
  return title_key.starts_with(headline_key) ||
         (title_key.ends_with(headline_key) &&
          !IsShorterByFar(headline_key, title_key));
}

/// Returns the text without separators at its start and end: "Rain in May" for
/// ": Rain in May". Such separators remain after a kicker is removed.
std::string_view WithoutSeparators(std::string_view text) {
  static constexpr std::string_view kMarks = " :|-/";
  const size_t begin = std::min(text.find_first_not_of(kMarks), text.size());
  text.remove_prefix(begin);
  const size_t end = text.find_last_not_of(" |-/");
  return text.substr(0, end == text.npos ? 0 : end + 1);
}

/// Returns whether the title is equal to `name`, or begins or ends with `name`
/// and a separator: "Rain Blog: May", "May | Rain Blog".
bool IsEndOf(std::string_view title, std::string_view name) {
  if (title == name) return true;
  const auto separates = [](int32_t c) {
    return !text::IsLetter(c) && (c < '0' || c > '9');
  };
  if (title.starts_with(name)) {
    const std::string_view rest = title.substr(name.size());
    return rest.starts_with(": ") ||
           (rest.starts_with(' ') &&
            separates(text::FirstCharacter(rest.substr(1))));
  }
  if (!title.ends_with(name)) return false;
  const std::string_view rest = title.substr(0, title.size() - name.size());
  return rest.ends_with(' ') &&
         separates(text::LastCharacter(rest.substr(0, rest.size() - 1)));
}

bool IsByline(std::string_view text) {
  return lexicon::LabelAt(text).label == lexicon::Label::kAuthor &&
         !bylines::BylineOfLine(text).authors.empty();
}

/// Returns whether the element has a class name for kickers. A kicker is a
/// short text with the topic of the article, above the headline.
bool IsKicker(const html::Document& page, html::NodeId node) {
  static constexpr std::array<std::string_view, 10> kNames = {
      "kicker",    "overline", "eyebrow",  "surtitle", "supertitle",
      "dachzeile", "topline",  "toptitle", "roofline", "spitzmarke"};
  const std::string name = text::Folded(page.ValueOr(node, html::Attr::kClass));
  return ContainsAny(name, kNames);
}

/// The elements that HeadingText removes from the start and the end of a
/// heading.
enum class Cut {
  kDetails,  // dates and bylines
  kKicker,   // dates, bylines and kickers
  kAll,      // all elements: "12 comments", "Share", "Live"
};

/// Returns the text of a heading without the elements of `cut` at its start and
/// its end.
std::string HeadingText(const html::Document& page, html::NodeId heading,
                        Cut cut, const dates::DateStyle& style) {
  constexpr size_t kMaxDetail = 80;
  constexpr int32_t kMinWords = 2;
  std::string whole = TextBelow(page, heading, kMaxHeadline);
  if (whole.empty()) return whole;
  std::string_view text = whole;
  for (const html::NodeId node : page.Descendants(heading)) {
    if (!page.IsElement(node)) continue;
    const std::string part = TextBelow(page, node, kMaxDetail + 1);
    if (part.empty() || part.size() > std::min(kMaxDetail, text.size() - 1))
      continue;
    if (text.ends_with(part) &&
        (cut == Cut::kAll || IsOnlyDate(part, style) || IsByline(part))) {
      text.remove_suffix(part.size());
    } else if (text.starts_with(part) &&
               (cut == Cut::kAll || IsOnlyDate(part, style) ||
                (cut == Cut::kKicker && IsKicker(page, node)))) {
      text.remove_prefix(part.size());
    }
    if (cut == Cut::kAll) text = WithoutSeparators(text);
  }
  if (text.size() == whole.size()) return whole;
  text = WithoutSeparators(text);
  return text::MeasureOf(text).words < kMinWords ? whole : std::string(text);
}

class Reader {
 public:
  Reader(const PageScan& scan, const LinkedData& data,
         const bylines::SiteNames& site, std::string_view url,
         PageEvidence& evidence)
      : scan_(scan),
        data_(data),
        site_(site),
        url_(url),
        style_(StyleOf(scan.language, url)),
        evidence_(evidence) {}

  void Read(std::string_view feed_title) {
    site_part_ = SitePart();
    LearnSiteName();
    FindHeadline();
    for (const LdFacts& node : data_.nodes) {
      Add(node.headline, "json-ld headline", node.is_article ? 6 : 2);
    }
    for (const MetaTag& tag : scan_.metas.All(MetaKey::kTitle)) {
      Add(text::PlainText(tag.content), "meta " + std::string(tag.name->name),
          WeightOf(tag.name->rank));
    }
    Add(headline_text_, "heading in the text", 7, true);
    Add(scan_.title, "title element", 3);
    Add(text::Tidy(feed_title), "feed item", 2);
  }

 private:
  /// Returns the normalised name of the site if the title element begins with
  /// this name: "rain blog" if the title element is "Rain Blog: May" and the
  /// title of Open Graph is "May".
  std::string SitePart() const {
    const std::string title =
        model::NormalisedText(scan_.metas.First(MetaKey::kTitle));
    const size_t colon = scan_.title.find(": ");
    if (title.empty() || colon == std::string::npos) return "";
    const std::string_view whole = scan_.title;
    return model::NormalisedText(whole.substr(colon + 2)) == title
               ? model::NormalisedText(whole.substr(0, colon))
               : "";
  }

  /// Learns names of the site from headings with a link to the home page. Also
  /// learns the text of a link to the home page if the title element begins or
  /// ends with this text.
  void LearnSiteName() {
    for (const Mark& mark : scan_.headings) {
      if (!LinksToHomePage(mark.node)) continue;
      site_.Add(TextBelow(*scan_.page, mark.node, kMaxHeadline));
    }
    const html::Document& page = *scan_.page;
    const std::string home = url_.empty() ? "" : ResolvedUrl("/", url_);
    if (AddressOf(url_) == AddressOf(home) && !home.empty()) return;
    int steps = 0;
    for (const html::NodeId node : page.Descendants(page.root())) {
      if (++steps > kMaxHomeSteps) return;
      if (!page.Is(node, html::Tag::kA)) continue;
      const std::string_view href = page.ValueOr(node, html::Attr::kHref);
      if (href != "/" && (home.empty() || AddressOf(href) != AddressOf(home)))
        continue;
      const std::string text = TextBelow(page, node, kMaxSiteName + 1);
      if (text.empty() || text.size() > kMaxSiteName) continue;
      if (IsEndOf(scan_.title, text)) site_.Add(text);
    }
  }

  static int WeightOf(int rank) { return rank == 0 ? 5 : rank < 6 ? 2 : 1; }

  void FindHeadline() {
    std::vector<std::string> known;
    for (const LdFacts& node : data_.nodes) {
      if (node.is_article)
        known.push_back(model::NormalisedText(node.headline));
    }
    known.push_back(model::NormalisedText(scan_.metas.First(MetaKey::kTitle)));
    known.push_back(model::NormalisedText(scan_.title));
    known.push_back(
        model::NormalisedText(WithoutSiteName(scan_.title, "", site_)));
    int best = 0;
    for (const Mark& mark : scan_.headings) {
      std::string text = HeadlineOf(mark.node, known);
      const int score = ScoreOf(mark, text, known);
      if (score <= best) continue;
      best = score;
      evidence_.headline = mark;
      headline_text_ = std::move(text);
    }
  }

  /// Returns the text of a heading without dates and bylines. `known` has the
  /// titles of other sources. If the text without kickers, links and buttons is
  /// in `known` or is the title element, returns this shorter text.
  std::string HeadlineOf(html::NodeId heading,
                         const std::vector<std::string>& known) const {
    const auto text = [&](Cut cut) {
      return HeadingText(*scan_.page, heading, cut, style_);
    };
    std::string kept = text(Cut::kDetails);
    if (!HasParts(heading)) return kept;
    std::string bare = text(Cut::kKicker);
    if (IsKnown(bare, known)) return bare;
    std::string least = text(Cut::kAll);
    if (least != kept && (IsKnown(least, known) || IsTitle(least))) {
      return least;
    }
    return WithKickerColon(kept);
  }

  /// Returns "Rivers: Rain" for the heading "Rivers : Rain" if the title
  /// element contains "Rivers: Rain". The blank before the colon comes from the
  /// element of a kicker.
  std::string WithKickerColon(const std::string& heading) const {
    const size_t blank = heading.find(" : ");
    if (blank == std::string::npos) return heading;
    std::string form = heading;
    form.erase(blank, 1);
    return scan_.title.find(form) == std::string::npos ? heading : form;
  }

  /// Returns whether an element of the heading contains only a part of the text
  /// of the heading. Returns false for "<h2><a>Rain in May</a></h2>", because
  /// the `a` element contains the whole text.
  bool HasParts(html::NodeId heading) const {
    const html::Document& page = *scan_.page;
    html::NodeId node = page.first_child(heading);
    while (node != kNoNode && page.next_sibling(node) == kNoNode) {
      node = page.first_child(node);
    }
    return node != kNoNode;
  }

  /// Returns whether the title element is `text`, with or without the name of
  /// an unknown site.
  bool IsTitle(const std::string& text) const {
    return model::NormalisedText(WithoutSiteName(scan_.title, text, site_)) ==
           model::NormalisedText(text);
  }

  /// Returns whether the text is one of the known titles. Returns true if no
  /// title is known.
  static bool IsKnown(std::string_view text,
                      const std::vector<std::string>& known) {
    const std::string key = model::NormalisedText(text);
    return std::ranges::all_of(known, &std::string::empty) ||
           std::ranges::find(known, key) != known.end();
  }

  int ScoreOf(const Mark& mark, std::string_view text,
              const std::vector<std::string>& known) const {
    const std::string key = model::NormalisedText(text);
    if (key.size() < 4 || key == site_part_) return 0;
    if (text::MeasureOf(text).columns > text::kMaxTitleColumns &&
        !IsCutShort(key)) {
      return 0;
    }
    if (LinksToHomePage(mark.node)) return 0;
    if (scan_.page->ValueOr(mark.node, html::Attr::kItemprop) ==
        "alternativeHeadline") {
      return 0;
    }
    const bool is_h1 = scan_.page->Is(mark.node, html::Tag::kH1);
    // Only an h1 heading or a heading with a name for headlines may differ from
    // the known titles. Most other headings are inside the article, or are
    // headings of other articles.
    const bool may_differ =
        is_h1 || mark.is_property || Has(mark.parts, lexicon::Part::kHeadline);
    int score = is_h1 ? 2 : 0;
    if (mark.side != kNoNode) score -= 1;
    if (mark.is_property) score += 1;
    if (site_.IsName(text)) score -= 2;
    int matches = 0;
    for (const std::string& title : known) {
      if (key == title) {
        matches = std::max(matches, 5);
      } else if (may_differ && IsWithin(key, title)) {
        matches = std::max(matches, 4);
      } else if (title.starts_with(key) && EndsAtMark(text)) {
        matches = std::max(matches, 3);
      }
    }
    return may_differ || matches > 0 ? score + matches : 0;
  }

  /// Returns whether the title element is the heading, " : " and the name of a
  /// section: "Rain wets all of us : Weather".
  bool EndsAtMark(std::string_view heading) const {
    constexpr int32_t kMinHeadlineWords = 4;
    const std::string_view title = scan_.title;
    return text::MeasureOf(heading).words >= kMinHeadlineWords &&
           title.starts_with(heading) &&
           title.substr(heading.size()).starts_with(" : ");
  }

  /// Returns whether the title of Open Graph is a shortened form of the
  /// heading: "Rain in May, and …".
  bool IsCutShort(std::string_view heading_key) const {
    const std::string title = scan_.metas.First(MetaKey::kTitle);
    const std::string key = model::NormalisedText(title);
    return (title.ends_with("...") || title.ends_with("…")) &&
           key.size() >= kMinCutTitle && heading_key.starts_with(key);
  }

  /// Returns whether the heading contains a link to the home page: "<h1><a
  /// href=/>Rain Blog</a></h1>". On some sites, such a heading with the name of
  /// the site is on every page.
  bool LinksToHomePage(html::NodeId heading) const {
    const html::Document& page = *scan_.page;
    html::NodeId link = page.parent(heading);
    if (!page.Is(link, html::Tag::kA)) {
      link = page.first_child(heading);
      while (link != kNoNode && !page.Is(link, html::Tag::kA)) {
        link = page.Next(link, heading);
      }
    }
    if (link == kNoNode) return false;
    const std::string_view href = page.ValueOr(link, html::Attr::kHref);
    if (url_.empty()) return href == "/";
    const std::string home = ResolvedUrl("/", url_);
    return AddressOf(url_) != AddressOf(home) && !href.empty() &&
           AddressOf(ResolvedUrl(href, BaseUrl(scan_, url_))) ==
               AddressOf(home);
  }

  void Add(const std::string& text, std::string origin, int weight,
           bool is_heading = false) {
    if (text.empty()) return;
    TitleCandidate title;
    title.value = WithoutSiteName(text, headline_text_, site_);
    title.key = model::NormalisedText(title.value);
    if (title.key.empty()) return;
    title.origin = std::move(origin);
    if (site_.IsName(title.value)) title.verdict = "the site's name";
    title.weight = weight;
    title.is_heading = is_heading;
    evidence_.titles.push_back(std::move(title));
  }

  const PageScan& scan_;
  const LinkedData& data_;
  bylines::SiteNames site_;
  std::string_view url_;
  const dates::DateStyle style_;
  PageEvidence& evidence_;
  std::string site_part_;
  std::string headline_text_;
};

}  // namespace

void ReadTitles(const PageScan& scan, const LinkedData& data,
                const bylines::SiteNames& site, std::string_view url,
                std::string_view feed_title, PageEvidence& evidence) {
  Reader(scan, data, site, url, evidence).Read(feed_title);
}

}  // namespace newsmill::extract::metadata
