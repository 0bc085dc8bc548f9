#include "other_articles.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "extract/lexicon/page_parts.h"
#include "match.h"

namespace newsmill::extract::body {
namespace {

using html::Attr;
using html::Tag;
using lexicon::Part;

constexpr uint32_t kNone = UINT32_MAX;
constexpr uint32_t kFewestWords = 40;  // in the prose of an article

bool IsHeadlineTag(Tag tag) { return tag == Tag::kH1 || tag == Tag::kH2; }

/// What the attributes of an element state about an article in the element.
struct Statement {
  bool has_type = false;     // its type, or its identifier
  std::string_view address;  // "" if the attributes state no address
};

Statement StatementOf(const html::Document& page, html::NodeId node) {
  static constexpr auto kAddresses = std::to_array<std::string_view>(
      {"data-url", "data-href", "data-permalink", "data-canonical",
       "data-canonical-url", "data-article-url", "data-page-url",
       "data-story-url", "data-share-url", "data-article-id", "data-story-id",
       "resource", "about"});
  Statement statement;
  for (const html::Attribute& attribute : page.attributes(node)) {
    const std::string_view value = page.value(attribute);
    if (attribute.id == Attr::kItemid ||
        (attribute.id == Attr::kItemtype &&
         value.find("Article") != value.npos)) {
      statement.has_type = true;
    } else if (!value.empty() &&
               std::ranges::find(kAddresses, page.name(attribute)) !=
                   kAddresses.end()) {
      statement.address = value;
    }
  }
  return statement;
}

/// Returns whether an address is the address of a page of the wanted article:
/// "/a?page=2" is a page of "/a".
bool IsPageOf(std::string_view address, std::string_view wanted) {
  const std::string_view base = wanted.substr(0, wanted.find_first_of("?#"));
  return !base.empty() && address.starts_with(base);
}

/// Returns whether `all` contains each word of `some`. Words are the names in a
/// class attribute.
bool HoldsWords(std::string_view all, std::string_view some) {
  constexpr size_t kMostBytes = 200;
  if (some.empty() || all.size() > kMostBytes || some.size() > kMostBytes) {
    return false;
  }
  for (size_t at = 0; at < some.size();) {
    const size_t end = std::min(some.find(' ', at), some.size());
    const std::string_view word = some.substr(at, end - at);
    if (all.find(word) == all.npos) return false;
    at = end + 1;
  }
  return true;
}

class ArticleFinder {
 public:
  ArticleFinder(const html::Document& page, const Outline& outline,
                const PageFacts& facts, const std::vector<FeatureRow>& rows)
      : page_(page),
        outline_(outline),
        facts_(facts),
        rows_(rows),
        title_(KeyOf(facts.title_block)) {}

  /// The elements of the further articles, and one element of the wanted one.
  struct Found {
    std::vector<uint32_t> others;
    uint32_t wanted = kNone;
  };

  Found Find() {
    const std::vector<uint32_t> headlines = Headlines();
    Found found;
    if (headlines.size() < 2) return found;
    ReadTree();
    const std::vector<uint32_t> wanted = WantedElements();
    for (const uint32_t headline : headlines) {
      if (headline == facts_.title_block) continue;
      const Pair pair = PairOf(headline, wanted);
      if (pair.other == kNone) continue;
      found.others.push_back(WithWrappers(pair.other));
      found.wanted = pair.wanted;
    }
    return found;
  }

 private:
  static constexpr int kLevels = 10;

  const OutlineElement& ElementAt(uint32_t element) const {
    return outline_.elements[element];
  }
  const TextBlock& BlockAt(uint32_t block) const {
    return outline_.blocks[block];
  }
  uint32_t ParentOf(uint32_t block) const {
    return outline_.ParentOf(BlockAt(block));
  }
  std::string_view TextOf(uint32_t block) const {
    return outline_.TextOf(BlockAt(block));
  }

  /// Returns the key of a headline, from its first bytes, because IsHeadline
  /// compares each headline with the title.
  std::string KeyOf(uint32_t block) const {
    constexpr size_t kMostBytes = 2000;
    return MatchKey(TextOf(block).substr(0, kMostBytes));
  }

  bool HasTagOfTitle(uint32_t headline) const {
    return BlockAt(headline).tag == BlockAt(facts_.title_block).tag;
  }

  /// Returns the title and the headlines of possible further articles.
  std::vector<uint32_t> Headlines() const {
    std::vector<uint32_t> headlines;
    std::vector<bool> claimed(outline_.elements.size());
    const std::vector<uint32_t> bylines = Bylines(facts_.title_block);
    std::vector<bool> unclaimed(outline_.elements.size());
    const Statement wanted = ClaimArticle(facts_.title_block, unclaimed);
    for (uint32_t i = 0; i < outline_.blocks.size(); ++i) {
      const bool is_title = i == facts_.title_block;
      if (!is_title && !IsHeadline(i)) continue;
      const Statement own = ClaimArticle(i, claimed);
      if (is_title || IsStated(i, own, wanted) || HasByline(i, bylines)) {
        headlines.push_back(i);
      }
    }
    return headlines;
  }

  /// Returns whether the link of a headline is to a place on the same page.
  /// Such a headline is the heading of a part of the article.
  bool LinksToPart(uint32_t headline) const {
    const html::NodeId node = ElementAt(BlockAt(headline).element).node;
    const html::NodeId link = page_.FirstDescendant(node, Tag::kA);
    return link != html::kNoNode &&
           page_.ValueOr(link, Attr::kHref).starts_with('#');
  }

  /// Returns whether a headline has an address of its own.
  bool IsStated(uint32_t headline, const Statement& own,
                const Statement& wanted) const {
    if (own.has_type) return true;
    const TextBlock& block = BlockAt(headline);
    const bool is_link =
        block.link_words == block.words && !LinksToPart(headline);
    const bool is_like_title = HasTagOfTitle(headline);
    if (own.address.empty()) return is_link && is_like_title;
    return !IsPageOf(own.address, wanted.address) &&
           (is_like_title || !wanted.address.empty());
  }

  /// Returns whether the block is a heading that can be the headline of another
  /// article. The pages of one article may repeat the title. The posts of a
  /// forum may begin with "Re:" and the title.
  bool IsHeadline(uint32_t i) const {
    constexpr uint32_t kMostWords = 40;
    constexpr int32_t kSame = 60;
    const TextBlock& block = BlockAt(i);
    return IsHeadlineTag(block.tag) && block.words >= 2 &&
           block.words <= kMostWords && !ElementAt(block.element).hidden &&
           rows_[i].DistanceTo(Part::kLive) == kNowhere &&
           OverlapPercent(KeyOf(i), title_) < kSame;
  }

  /// Returns the statement of the elements around the headline. Skips elements
  /// that also contain an earlier headline.
  Statement ClaimArticle(uint32_t headline, std::vector<bool>& claimed) const {
    Statement found;
    uint32_t element = BlockAt(headline).element;
    for (int level = 0; level < kLevels && element != 0; ++level) {
      if (claimed[element]) break;
      claimed[element] = true;
      const Statement own = StatementOf(page_, ElementAt(element).node);
      found.has_type = found.has_type || own.has_type;
      if (found.address.empty()) found.address = own.address;
      element = ElementAt(element).parent;
    }
    return found;
  }

  /// Returns whether the block is prose, but no subtitle and no caption.
  bool IsText(uint32_t i) const {
    return LooksLikeProse(BlockAt(i)) && !IsHeadlineTag(BlockAt(i).tag) &&
           rows_[i].DistanceTo(Part::kCaption) == kNowhere &&
           rows_[i].DistanceTo(Part::kFigureElement) == kNowhere;
  }
  bool IsDate(uint32_t i) const {
    return rows_[i].At(Feature::kShowsDate) != 0;
  }
  /// Returns whether the words of the block are a byline: "By Jane Doe".
  bool ReadsLikeByline(uint32_t i) const {
    return !IsDate(i) && (rows_[i].At(Feature::kNamesAuthor) != 0 ||
                          Has(facts_.line_parts[i], Part::kByline));
  }
  bool IsNamedByline(uint32_t i) const {
    constexpr int16_t kNear = 2;
    return rows_[i].DistanceTo(Part::kByline) <= kNear;
  }

  /// Returns the bylines and dates soon after the headline, and those just
  /// before the headline in the same element. One paragraph of prose, such as a
  /// lead, may be between the headline and the byline.
  std::vector<uint32_t> Bylines(uint32_t headline) const {
    constexpr uint32_t kAfter = 12;
    constexpr uint32_t kBefore = 2;
    constexpr uint32_t kMostWords = 25;
    const uint32_t end = std::min<uint32_t>(
        static_cast<uint32_t>(outline_.blocks.size()), headline + 1 + kAfter);
    std::vector<uint32_t> bylines;
    int prose = 0;
    for (uint32_t i = headline - std::min(headline, kBefore); i < end; ++i) {
      if (i == headline) continue;
      const TextBlock& block = BlockAt(i);
      if (i < headline && ParentOf(i) != ParentOf(headline)) continue;
      // A subtitle may be a heading, but a lower one than the headline.
      const bool is_next = block.tag == BlockAt(headline).tag ||
                           (IsHeadlineTag(block.tag) && prose > 0);
      if (i > headline && (is_next || prose == 2)) break;
      if (i > headline && IsText(i)) ++prose;
      if (block.words <= kMostWords &&
          (IsDate(i) || ReadsLikeByline(i) || IsNamedByline(i))) {
        bylines.push_back(i);
      }
    }
    return bylines;
  }

  /// Returns whether the headline has a byline or a date that looks like one of
  /// `wanted`, or both a byline and a date of another look. `wanted` are the
  /// bylines of the wanted article. If the headline has another tag than the
  /// title, a byline without a date is not enough: it may be a label of a list.
  bool HasByline(uint32_t headline, const std::vector<uint32_t>& wanted) const {
    const auto look = [&](uint32_t i) {
      return std::pair(ElementAt(BlockAt(i).element).signature,
                       ElementAt(ParentOf(i)).signature);
    };
    bool has_look = false;
    bool has_name = false;
    bool has_date = false;
    for (const uint32_t i : Bylines(headline)) {
      has_look =
          has_look || std::ranges::find(wanted, look(i), look) != wanted.end();
      has_name = has_name || ReadsLikeByline(i);
      has_date = has_date || IsDate(i);
    }
    return (has_name && has_date) ||
           (has_look && (has_date || HasTagOfTitle(headline)));
  }

  /// Computes for each element the depth of the innermost element that also
  /// contains the title. Counts the words of the prose before each block.
  void ReadTree() {
    prose_before_.assign(1, 0);
    for (const TextBlock& block : outline_.blocks) {
      prose_before_.push_back(prose_before_.back() +
                              (LooksLikeProse(block) ? block.words : 0));
    }
    shared_depth_ = SharedDepths(outline_, BlockAt(facts_.title_block).element);
  }

  bool HoldsTitle(uint32_t element) const {
    return shared_depth_[element] == ElementAt(element).depth;
  }

  /// Returns whether the element contains prose, and most of it is after
  /// `headline`. A caption or a lead may be before the headline.
  bool Leads(uint32_t headline, uint32_t element) const {
    constexpr uint32_t kShareBefore = 5;
    const uint32_t before =
        prose_before_[headline] -
        prose_before_[std::min(headline, ElementAt(element).first_block)];
    const uint32_t all = ElementAt(element).prose_words;
    return all > 0 && before * kShareBefore <= all;
  }

  /// Returns the elements around the title that contain its text. If the title
  /// is in a header of its own, also returns the elements around its text.
  std::vector<uint32_t> WantedElements() const {
    std::vector<uint32_t> elements;
    AddElements(facts_.title_block, elements);
    for (uint32_t i = facts_.title_block + 1; i < outline_.blocks.size(); ++i) {
      if (IsHeadlineTag(BlockAt(i).tag)) break;
      if (!IsText(i)) continue;
      if (!HoldsTitle(ParentOf(i))) AddElements(i, elements);
      break;
    }
    return elements;
  }

  void AddElements(uint32_t block, std::vector<uint32_t>& elements) const {
    uint32_t element = BlockAt(block).element;
    for (int level = 0; level < kLevels && element != 0; ++level) {
      if (Leads(facts_.title_block, element) || !HoldsTitle(element)) {
        elements.push_back(element);
      }
      element = ElementAt(element).parent;
    }
  }

  /// An element of the wanted article, and the element of another article that
  /// looks like it.
  struct Pair {
    uint32_t wanted = kNone;
    uint32_t other = kNone;
  };

  /// Returns the outermost element around the headline, but not around the
  /// title, that looks like an element of the wanted article.
  Pair PairOf(uint32_t headline, const std::vector<uint32_t>& wanted) const {
    const bool same_tag = HasTagOfTitle(headline);
    Pair pair;
    uint32_t other = BlockAt(headline).element;
    for (int level = 0; level < kLevels && !HoldsTitle(other); ++level) {
      const bool is_article = ElementAt(other).prose_words >= kFewestWords &&
                              Leads(headline, other);
      for (const uint32_t element : wanted) {
        if (is_article && AreAlike(element, other, same_tag)) {
          pair = {element, other};
        }
      }
      other = ElementAt(other).parent;
    }
    return pair;
  }

  /// Returns whether two elements look like elements of two articles.
  /// `same_tag` states whether the headlines have the same tag. Without a class
  /// or a tag for articles, this is required. It is also required if the wanted
  /// article contains the other one, as such an article may be a box.
  bool AreAlike(uint32_t wanted, uint32_t other, bool same_tag) const {
    const OutlineElement& a = ElementAt(wanted);
    const OutlineElement& b = ElementAt(other);
    const bool is_nested = a.depth <= shared_depth_[other];
    const bool are_articles = a.tag == Tag::kArticle && b.tag == Tag::kArticle;
    const std::string_view a_class = page_.ValueOr(a.node, Attr::kClass);
    if (a.signature != b.signature) {
      const std::string_view b_class = page_.ValueOr(b.node, Attr::kClass);
      const bool has_same_class =
          a.tag == b.tag &&
          (HoldsWords(a_class, b_class) || HoldsWords(b_class, a_class));
      return !is_nested && (are_articles || (same_tag && has_same_class));
    }
    const bool has_class = !a_class.empty() || are_articles;
    return same_tag || (has_class && !is_nested);
  }

  /// Returns the outermost element that has no more prose than `element`.
  uint32_t WithWrappers(uint32_t element) const {
    while (true) {
      const uint32_t parent = ElementAt(element).parent;
      if (HoldsTitle(parent) ||
          ElementAt(parent).prose_words != ElementAt(element).prose_words) {
        break;
      }
      element = parent;
    }
    return element;
  }

  const html::Document& page_;
  const Outline& outline_;
  const PageFacts& facts_;
  const std::vector<FeatureRow>& rows_;
  const std::string title_;  // key of the title
  // One value for each element, see ReadTree.
  std::vector<uint16_t> shared_depth_;
  // For each block, the number of words in the prose before it.
  std::vector<uint32_t> prose_before_;
};

/// Returns for each element whether it is one of `tops`, or inside one of them.
std::vector<bool> Inside(const Outline& outline,
                         const std::vector<uint32_t>& tops) {
  std::vector<bool> inside(outline.elements.size());
  for (const uint32_t top : tops) inside[top] = true;
  for (size_t i = 1; i < inside.size(); ++i) {
    inside[i] = inside[i] || inside[outline.elements[i].parent];
  }
  return inside;
}

/// Returns whether enough of the body remains in the wanted article.
bool KeepsBody(const Outline& outline, const Choices& choices,
               const std::vector<bool>& dropped, uint32_t wanted) {
  const std::vector<bool> kept = Inside(outline, {wanted});
  uint32_t words = 0;
  for (size_t i = 0; i < choices.size(); ++i) {
    const TextBlock& block = outline.blocks[i];
    if (choices[i].chosen && LooksLikeProse(block) && kept[block.element] &&
        !dropped[block.element]) {
      words += block.words;
    }
  }
  return words >= kFewestWords;
}

}  // namespace

uint32_t DropOtherArticles(const html::Document& page, const Outline& outline,
                           const PageFacts& facts,
                           const std::vector<FeatureRow>& rows,
                           Choices& choices) {
  if (facts.title_block == UINT32_MAX) return facts.best;
  const auto found = ArticleFinder(page, outline, facts, rows).Find();
  if (found.others.empty()) return facts.best;
  const std::vector<bool> dropped = Inside(outline, found.others);
  if (!KeepsBody(outline, choices, dropped, found.wanted)) return facts.best;
  for (size_t i = 0; i < choices.size(); ++i) {
    if (dropped[outline.blocks[i].element]) {
      choices[i].Drop("another article on the page");
    }
  }
  return dropped[facts.best] ? found.wanted : facts.best;
}

}  // namespace newsmill::extract::body
