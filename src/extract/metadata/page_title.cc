#include "page_title.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "extract/text/blocks.h"
#include "extract/text/characters.h"
#include "extract/text/markup_text.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract::metadata {
namespace {

using html::kNoNode;

constexpr size_t kMaxHeadline = 400;
constexpr std::string_view kHeading = "heading in the text";
constexpr size_t kMinCutTitle = 40;
constexpr int kDecisive = 30;
constexpr int kSlugWeight = 3;  // the title element and above
constexpr int kSlugMargin = 40;
constexpr int kUnanimous = 8;  // Open Graph and the title element
constexpr int32_t kMinHeadlineWords = 4;

struct Titled {
  std::string text;
  std::string key;  // normalised
  std::string origin;
  int weight = 0;
};

constexpr std::array<std::string_view, 20> kSeparators = {
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ",  " › ", " ‹ ", " · ",
    " • ", " / ", "｜",  " > ", " < ",  " ~ ", " // ", " |",  "--",  "_"};

constexpr std::string_view kFirstBytes = " -_\xEF";

bool IsAsciiAlnum(char c) {
  return (c >= '0' && c <= '9') ||
         (LowerAscii(c) >= 'a' && LowerAscii(c) <= 'z');
}

struct Cut {
  size_t begin = 0;
  size_t end = 0;
  bool strong = false;  // "|" parts more than "-"
};

std::vector<Cut> CutsOf(std::string_view title) {
  std::vector<Cut> cuts;
  for (size_t i = title.find_first_of(kFirstBytes); i < title.size();
       i = title.find_first_of(kFirstBytes, i + 1)) {
    // " a" begins none of them.
    if (title[i] == ' ' && i + 1 < title.size() && IsAsciiAlnum(title[i + 1])) {
      continue;
    }
    for (const std::string_view mark : kSeparators) {
      if (!title.substr(i).starts_with(mark)) continue;
      cuts.push_back({i, i + mark.size(), mark.find('|') != mark.npos});
      i += mark.size() - 1;
      break;
    }
  }
  return cuts;
}

/// "Rain in May wets the land | World News"
bool IsSectionBehind(std::string_view title, const Cut& cut) {
  return cut.strong && text::MeasureOf(title.substr(cut.end)).words <= 2 &&
         text::MeasureOf(title.substr(0, cut.begin)).words >= kMinHeadlineWords;
}

std::string_view WithoutLast(std::string_view title,
                             const bylines::SiteNames& site) {
  for (std::vector<Cut> cuts = CutsOf(title); !cuts.empty();) {
    const Cut cut = cuts.back();
    cuts.pop_back();
    const std::string_view last = title.substr(cut.end);
    const int32_t words = text::MeasureOf(last).words;
    const bool named = words <= 6 && site.IsLikeName(last);
    if (!named && !IsSectionBehind(title, cut)) break;
    title = title.substr(0, cut.begin);
  }
  // East Asian sites: "見出し：サイト名".
  for (const std::string_view colon : {"：", ":"}) {
    const size_t at = title.rfind(colon);
    if (at == title.npos || !site.IsName(title.substr(at + colon.size())))
      continue;
    return title.substr(0, at);
  }
  return title;
}

std::string_view WithoutFirst(std::string_view title,
                              const bylines::SiteNames& site) {
  if (const auto cuts = CutsOf(title); !cuts.empty()) {
    const std::string_view first = title.substr(0, cuts.front().begin);
    if (!first.empty() && site.IsName(first)) {
      return title.substr(cuts.front().end);
    }
  }
  const size_t colon = title.find(": ");
  if (colon != title.npos && site.IsName(title.substr(0, colon))) {
    return title.substr(colon + 2);
  }
  return title;
}

using Words = std::set<std::string>;

/// Of a normalised text.
Words WordsOf(std::string_view key) {
  Words words;
  while (!key.empty()) {
    const std::string_view word = key.substr(0, key.find(' '));
    key.remove_prefix(std::min(word.size() + 1, key.size()));
    words.emplace(word);
  }
  return words;
}

int Shared(const Words& a, const Words& b) {
  return static_cast<int>(std::ranges::count_if(
      a, [&](const std::string& word) { return b.contains(word); }));
}

/// A third of the words of the shorter one, at least. Both are normalised.
bool ShareWords(std::string_view a, std::string_view b) {
  const Words first = WordsOf(a);
  const Words second = WordsOf(b);
  const int fewest = static_cast<int>(std::min(first.size(), second.size()));
  return fewest > 0 && 3 * Shared(first, second) >= fewest;
}

/// The last part of a URL's path: publishing systems make it of the title.
std::string_view SlugOf(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  while (url.ends_with('/')) url.remove_suffix(1);
  const size_t slash = url.rfind('/');
  return slash == url.npos ? "" : url.substr(slash + 1);
}

/// The words that both have, in hundredths of those that one of them has.
int Likeness(const Words& a, const Words& b) {
  const int shared = Shared(a, b);
  const int all = static_cast<int>(a.size() + b.size()) - shared;
  return all == 0 ? 0 : 100 * shared / all;
}

/// Without scheme, "www." and a slash at the end: "example.com/a".
std::string_view AddressOf(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme != url.npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  if (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

std::string WithoutBlanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

bool EndsWithWords(std::string_view text, std::string_view end) {
  return text.size() > end.size() && text.ends_with(end) &&
         text[text.size() - end.size() - 1] == ' ';
}

/// The headline when the title is that and no more than a few words.
bool IsWithin(std::string_view headline_key, std::string_view title_key) {
  if (headline_key.size() < 8 || title_key.size() < headline_key.size()) {
    return false;
  }
  return title_key.starts_with(headline_key) ||
         title_key.ends_with(headline_key);
}

}  // namespace

std::string WithoutSiteName(std::string_view title, std::string_view headline,
                            const bylines::SiteNames& site) {
  const std::vector<Cut> cuts = CutsOf(title);
  if (!headline.empty() && !cuts.empty()) {
    const std::string key = model::NormalisedText(headline);
    for (const Cut& cut : cuts) {
      for (const std::string_view part :
           {title.substr(0, cut.begin), title.substr(cut.end)}) {
        if (key.size() > 3 && model::NormalisedText(part) == key) {
          return std::string(headline);
        }
      }
    }
  }
  std::string_view kept = WithoutLast(title, site);
  kept = WithoutFirst(kept, site);
  return kept.empty() ? std::string(title) : text::Tidy(kept);
}

namespace {

class Chooser {
 public:
  Chooser(const PageScan& scan, const LinkedData& data,
          const bylines::SiteNames& site, std::string_view url, Trace* trace)
      : scan_(scan),
        data_(data),
        site_(site),
        url_(url),
        slug_(WordsOf(model::NormalisedText(SlugOf(url)))),
        trace_(trace) {}

  PageTitle Choose(std::string_view feed_title) {
    site_part_ = SitePart();
    LearnSite();
    FindHeadline();
    for (const LdFacts& node : data_.nodes) {
      Add(node.headline, "json-ld headline", node.is_article ? 6 : 2);
    }
    for (const MetaTag& tag : scan_.metas.All(MetaKey::kTitle)) {
      Add(text::PlainText(tag.content), "meta " + std::string(tag.name->name),
          WeightOf(tag.name->rank));
    }
    Add(headline_text_, kHeading, 7);
    Add(scan_.title, "title element", 3);
    Add(text::Tidy(feed_title), "feed item", 2);
    return Best();
  }

 private:
  /// Normalised: "Rain Blog" where the title element is "Rain Blog: May" and
  /// Open Graph's title is "May".
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

  /// A heading that leads home says what the site is called.
  void LearnSite() {
    for (const Mark& mark : scan_.headings) {
      if (!LeadsHome(mark.node)) continue;
      site_.Add(TextBelow(*scan_.page, mark.node, kMaxHeadline));
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
      std::string text = TextBelow(*scan_.page, mark.node, kMaxHeadline);
      const int score = ScoreOf(mark, text, known);
      if (score <= best) continue;
      best = score;
      headline_ = mark;
      headline_text_ = std::move(text);
    }
  }

  int ScoreOf(const Mark& mark, std::string_view text,
              const std::vector<std::string>& known) const {
    const std::string key = model::NormalisedText(text);
    if (key.size() < 4 || key == site_part_) return 0;
    if (text::MeasureOf(text).columns > text::kMaxTitleColumns &&
        !IsCutShort(key)) {
      return 0;
    }
    if (LeadsHome(mark.node)) return 0;
    const bool is_h1 = scan_.page->Is(mark.node, html::Tag::kH1);
    // Most lower headings are within the text, or head other texts.
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
      }
    }
    return may_differ || matches > 0 ? score + matches : 0;
  }

  /// Open Graph's title is the beginning of the heading: "Rain in May, and …".
  bool IsCutShort(std::string_view heading_key) const {
    const std::string title = scan_.metas.First(MetaKey::kTitle);
    const std::string key = model::NormalisedText(title);
    return (title.ends_with("...") || title.ends_with("…")) &&
           key.size() >= kMinCutTitle && heading_key.starts_with(key);
  }

  /// "<h1><a href=/>Rain Blog</a></h1>": themes head every page with the site.
  bool LeadsHome(html::NodeId heading) const {
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
    const std::string home = ResolvedUrl("/", url_);
    return AddressOf(url_) != AddressOf(home) && !href.empty() &&
           AddressOf(ResolvedUrl(href, url_)) == AddressOf(home);
  }

  void Add(const std::string& text, std::string_view origin, int weight) {
    if (text.empty()) return;
    std::string kept = WithoutSiteName(text, headline_text_, site_);
    if (site_.IsName(kept)) {
      Lose(trace_, "title", kept, origin, "the site's name");
      return;
    }
    std::string key = model::NormalisedText(kept);
    if (key.empty()) return;
    titles_.push_back(
        {std::move(kept), std::move(key), std::string(origin), weight});
  }

  /// What most sources say. The heading that readers see counts most, unless
  /// it shares no word with the others: then it heads something else.
  PageTitle Best() {
    WeighHeading();
    size_t best = titles_.size();
    int best_votes = 0;
    for (size_t i = 0; i < titles_.size(); ++i) {
      const int votes = VotesOf(i);
      if (votes <= best_votes) continue;
      best = i;
      best_votes = votes;
    }
    if (best == titles_.size()) return {"", headline_};
    best = WithoutKicker(best);
    best = UsualForm(best);
    for (size_t i = 0; i < titles_.size(); ++i) {
      if (i == best) {
        Win(trace_, "title", titles_[i].text, titles_[i].origin,
            "most sources agree");
      } else {
        Lose(trace_, "title", titles_[i].text, titles_[i].origin,
             titles_[i].key == titles_[best].key ? "agrees" : "fewer agree");
      }
    }
    return {titles_[best].text, headline_};
  }

  void WeighHeading() {
    for (Titled& heading : titles_) {
      if (heading.origin != kHeading) continue;
      const bool shares = std::ranges::any_of(titles_, [&](const Titled& each) {
        return each.origin != kHeading && ShareWords(each.key, heading.key);
      });
      if (shares && !SlugPrefersOther(heading)) heading.weight = kDecisive;
      if (!shares && titles_.size() > 1) heading.weight = 1;
    }
  }

  /// The address was made of another one of the titles.
  bool SlugPrefersOther(const Titled& heading) const {
    const int own = Likeness(WordsOf(heading.key), slug_);
    return std::ranges::any_of(titles_, [&](const Titled& each) {
      return each.weight >= kSlugWeight && each.key != heading.key &&
             Likeness(WordsOf(each.key), slug_) > own + kSlugMargin;
    });
  }

  /// "Olympics: Gold for Rain" where Open Graph, or all but the heading, say
  /// "Gold for Rain". The other way round, where the heading alone leaves out
  /// what all others say, that belongs to it.
  size_t WithoutKicker(size_t best) const {
    const std::string& key = titles_[best].key;
    const bool heading_only =
        std::ranges::all_of(titles_, [&](const auto& each) {
          return each.key != key || each.origin == kHeading;
        });
    for (size_t i = 0; i < titles_.size(); ++i) {
      const std::string& other = titles_[i].key;
      if (other == key) continue;
      const bool is_open_graph = titles_[i].origin == "meta og:title";
      const bool is_rest = EndsWithWords(key, other) &&
                           text::MeasureOf(other).words >= kMinHeadlineWords;
      if (is_rest && (heading_only || is_open_graph)) return i;
      const bool agreed = heading_only && VotesOf(i) >= kUnanimous;
      if (agreed && EndsWithWords(other, key)) return i;
    }
    return best;
  }

  int VotesOf(size_t i) const {
    int votes = 0;
    for (const Titled& other : titles_) {
      if (other.key == titles_[i].key) votes += other.weight;
    }
    return votes;
  }

  /// Of texts that differ in punctuation only: what readers see, unless it is
  /// in capitals or its blanks alone are its own; else what most sources write.
  size_t UsualForm(size_t best) const {
    int best_count = 0;
    size_t usual = best;
    for (size_t i = 0; i < titles_.size(); ++i) {
      if (titles_[i].key != titles_[best].key) continue;
      int count = 0;
      for (const Titled& other : titles_) {
        count += other.text == titles_[i].text ? 1 : 0;
      }
      if (titles_[i].origin == kHeading && IsOwnForm(titles_[i])) return i;
      if (count <= best_count) continue;
      best_count = count;
      usual = i;
    }
    return usual;
  }

  bool IsOwnForm(const Titled& heading) const {
    const std::string letters = WithoutBlanks(heading.text);
    return std::ranges::none_of(titles_, [&](const Titled& each) {
      if (each.key != heading.key || each.text == heading.text) return false;
      return WithoutBlanks(each.text) == letters ||
             (text::MeasureOf(each.text).has_lower &&
              !text::MeasureOf(heading.text).has_lower);
    });
  }

  const PageScan& scan_;
  const LinkedData& data_;
  bylines::SiteNames site_;
  std::string_view url_;
  Words slug_;
  std::string site_part_;
  Trace* trace_;
  Mark headline_;
  std::string headline_text_;
  std::vector<Titled> titles_;
};

}  // namespace

PageTitle ReadTitle(const PageScan& scan, const LinkedData& data,
                    const bylines::SiteNames& site, std::string_view url,
                    std::string_view feed_title, Trace* trace) {
  return Chooser(scan, data, site, url, trace).Choose(feed_title);
}

}  // namespace newsmill::extract::metadata
