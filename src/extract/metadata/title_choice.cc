#include "title_choice.h"

#include <algorithm>
#include <set>

#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract::metadata {
namespace {

constexpr int kHeadingWeight = 30;
constexpr int kSlugWeight = 3;  // weight of the title element
constexpr int kSlugMargin = 40;
// The sum of the weights of Open Graph and the title element.
constexpr int kUnanimous = 8;
// Weight of Open Graph. The title element alone has less weight, because it may
// be the name of the site on every page.
constexpr int kTrusted = 5;
constexpr int32_t kMinHeadlineWords = 4;
constexpr int32_t kMaxSectionWords = 2;

using Words = std::set<std::string>;

/// Returns the words of a normalised text.
Words WordsOf(std::string_view key) {
  Words words;
  while (!key.empty()) {
    const std::string_view word = TakeWord(key);
    words.emplace(word);
  }
  return words;
}

int Shared(const Words& a, const Words& b) {
  return static_cast<int>(std::ranges::count_if(
      a, [&](const std::string& word) { return b.contains(word); }));
}

/// Returns whether at least a third of the words of the shorter text are also
/// in the longer text. Both texts must be normalised.
bool ShareWords(std::string_view a, std::string_view b) {
  const Words first = WordsOf(a);
  const Words second = WordsOf(b);
  const int fewest = static_cast<int>(std::min(first.size(), second.size()));
  return fewest > 0 && 3 * Shared(first, second) >= fewest;
}

/// Returns the slug: the last part of the path of the URL. Many publishing
/// systems make the slug from the title.
std::string_view SlugOf(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  while (url.ends_with('/')) url.remove_suffix(1);
  const size_t slash = url.rfind('/');
  return slash == url.npos ? "" : url.substr(slash + 1);
}

/// Returns the Jaccard similarity of the two sets of words, in percent.
int Likeness(const Words& a, const Words& b) {
  const int shared = Shared(a, b);
  const int all = static_cast<int>(a.size() + b.size()) - shared;
  return all == 0 ? 0 : 100 * shared / all;
}

std::string WithoutBlanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

bool EndsWithWords(std::string_view text, std::string_view end) {
  return text.size() > end.size() && text.ends_with(end) &&
         text[text.size() - end.size() - 1] == ' ';
}

class Chooser {
 public:
  Chooser(std::vector<TitleCandidate>& titles, std::string_view url)
      : slug_(WordsOf(model::NormalisedText(SlugOf(url)))) {
    for (TitleCandidate& each : titles) {
      if (each.IsOpen()) titles_.push_back(&each);
    }
  }

  std::string Choose() {
    WeighHeading();
    size_t best = titles_.size();
    int best_votes = 0;
    for (size_t i = 0; i < titles_.size(); ++i) {
      const int votes = VotesOf(i);
      if (votes <= best_votes) continue;
      best = i;
      best_votes = votes;
    }
    if (best == titles_.size()) return "";
    best = WithoutKicker(best);
    best = UsualForm(best);
    for (TitleCandidate* const each : titles_) {
      each->verdict = each->key == titles_[best]->key
                          ? "agrees with the chosen title"
                          : "fewer agree";
    }
    titles_[best]->taken = true;
    titles_[best]->verdict = "most sources agree";
    return titles_[best]->value;
  }

 private:
  void WeighHeading() {
    for (TitleCandidate* const heading : titles_) {
      if (!heading->is_heading) continue;
      const bool shares = std::ranges::any_of(titles_, [&](const auto* each) {
        return !each->is_heading && ShareWords(each->key, heading->key);
      });
      if (shares && !SlugMatchesOtherTitle(*heading, kSlugWeight))
        heading->weight = kHeadingWeight;
      if (!shares && IsOutvoted(*heading)) heading->weight = 1;
    }
  }

  /// Returns whether another title is more credible than `heading`. `heading`
  /// must share no word with the other titles. There are three cases. The URL
  /// was made from the other title. The sources of the other title together
  /// have enough weight. The other title is as long as a headline, and
  /// `heading` is as short as the name of a section.
  bool IsOutvoted(const TitleCandidate& heading) const {
    if (SlugMatchesOtherTitle(heading, 1)) return true;
    const bool is_short =
        text::MeasureOf(heading.value).words <= kMaxSectionWords;
    for (size_t i = 0; i < titles_.size(); ++i) {
      if (titles_[i]->is_heading) continue;
      const bool is_headline =
          text::MeasureOf(titles_[i]->value).words > kMinHeadlineWords;
      if (VotesOf(i) >= kTrusted || (is_short && is_headline)) return true;
    }
    return false;
  }

  /// Returns whether the URL was made from a title other than `heading`.
  /// Considers only titles with at least the given weight.
  bool SlugMatchesOtherTitle(const TitleCandidate& heading, int weight) const {
    const int own = Likeness(WordsOf(heading.key), slug_);
    return std::ranges::any_of(titles_, [&](const auto* each) {
      return each->weight >= weight && each->key != heading.key &&
             Likeness(WordsOf(each->key), slug_) > own + kSlugMargin;
    });
  }

  /// Returns the index of the title without a kicker (the topic before a
  /// headline). Chooses "Gold for Rain" instead of "Olympics: Gold for Rain" if
  /// the short form is the title of Open Graph, or if only the heading has the
  /// long form. If only the heading has the short form and the other sources
  /// agree on the long form, "Olympics" is a part of the title. In this case,
  /// chooses the long form.
  size_t WithoutKicker(size_t best) const {
    const std::string& key = titles_[best]->key;
    const bool heading_only = std::ranges::all_of(
        titles_,
        [&](const auto* each) { return each->key != key || each->is_heading; });
    for (size_t i = 0; i < titles_.size(); ++i) {
      const std::string& other = titles_[i]->key;
      if (other == key) continue;
      const bool is_open_graph = titles_[i]->origin == "meta og:title";
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
    for (const TitleCandidate* const other : titles_) {
      if (other->key == titles_[i]->key) votes += other->weight;
    }
    return votes;
  }

  /// Returns the index of the best form of a title. The forms differ only in
  /// upper case, blanks and punctuation. The best form is usually the heading
  /// that readers see. If the heading is in capitals, or differs from another
  /// source only in its blanks, the best form is the most frequent form.
  size_t UsualForm(size_t best) const {
    int best_count = 0;
    size_t usual = best;
    for (size_t i = 0; i < titles_.size(); ++i) {
      if (titles_[i]->key != titles_[best]->key) continue;
      int count = 0;
      for (const TitleCandidate* const other : titles_) {
        count += other->value == titles_[i]->value ? 1 : 0;
      }
      if (titles_[i]->is_heading && IsOwnForm(*titles_[i])) return i;
      if (count <= best_count) continue;
      best_count = count;
      usual = i;
    }
    return usual;
  }

  bool IsOwnForm(const TitleCandidate& heading) const {
    const std::string letters = WithoutBlanks(heading.value);
    return std::ranges::none_of(titles_, [&](const auto* each) {
      if (each->key != heading.key || each->value == heading.value)
        return false;
      return WithoutBlanks(each->value) == letters ||
             (text::MeasureOf(each->value).has_lower &&
              !text::MeasureOf(heading.value).has_lower);
    });
  }

  Words slug_;
  std::vector<TitleCandidate*> titles_;
};

}  // namespace

std::string ChooseTitle(std::vector<TitleCandidate>& titles,
                        std::string_view url) {
  return Chooser(titles, url).Choose();
}

}  // namespace newsmill::extract::metadata
