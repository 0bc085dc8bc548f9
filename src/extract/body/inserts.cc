#include "inserts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/page_parts.h"
#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::body {
namespace {

using html::Attr;
using html::Tag;
using lexicon::Part;

constexpr int kLevels = 8;
constexpr uint32_t kFewestLabels = 4;  // of one chart

bool IsPlain(Tag tag) {
  return tag == Tag::kP || tag == Tag::kDiv || tag == Tag::kSection ||
         tag == Tag::kFigure;
}

/// Returns whether the element is a table, a list or a quotation. Their short
/// lines are no labels of a chart.
bool IsStructure(Tag tag) {
  return tag == Tag::kTable || tag == Tag::kTd || tag == Tag::kTh ||
         tag == Tag::kLi || tag == Tag::kDl || tag == Tag::kBlockquote ||
         tag == Tag::kPre;
}

/// Returns whether a style attribute sets a place on a picture, such as
/// "top:7%;left:9%".
bool SetsPlace(std::string_view style) {
  style = TrimBlanks(style);  // else each TrimBlanks below reads these blanks
  const auto sets = [&](std::string_view side) {
    for (size_t at = style.find(side); at != style.npos;
         at = style.find(side, at + 1)) {
      const bool is_name =
          at == 0 || style[at - 1] == ';' || style[at - 1] == ' ';
      if (is_name &&
          TrimBlanks(style.substr(at + side.size())).starts_with(':'))
        return true;
    }
    return false;
  };
  return (sets("left") || sets("right")) && (sets("top") || sets("bottom"));
}

class Inserts {
 public:
  Inserts(const html::Document& page, const Outline& outline,
          const PageFacts& facts, Choices& choices)
      : page_(page),
        outline_(outline),
        facts_(facts),
        choices_(choices),
        prose_before_(choices.size() + 1) {
    for (size_t i = 0; i < choices.size(); ++i) {
      prose_before_[i + 1] = prose_before_[i] + (IsProse(i) ? 1 : 0);
    }
    const std::vector<size_t> chosen = ChosenBlocks(choices);
    if (chosen.empty()) return;
    begin_ = chosen.front();
    end_ = chosen.back() + 1;
  }

  void Drop() {
    DropChartLabels();
    DropGalleries();
    DropRelated();
  }

 private:
  const OutlineElement& ElementAt(uint32_t element) const {
    return outline_.elements[element];
  }
  const TextBlock& BlockAt(size_t i) const { return outline_.blocks[i]; }
  /// Returns whether one of `names` is in the class of the element.
  bool ClassHas(const OutlineElement& element,
                std::span<const std::string_view> names) const {
    constexpr size_t kNameBytes = 200;
    const std::string_view name = page_.ValueOr(element.node, Attr::kClass);
    return ContainsAny(text::Folded(name.substr(0, kNameBytes)), names);
  }
  bool IsProse(size_t i) const {
    return choices_[i].chosen && LooksLikeProse(BlockAt(i));
  }

  /// The labels of one chart.
  struct Labels {
    uint32_t blocks = 0;
    uint32_t words = 0;
    uint32_t numbers = 0;  // labels that are only a number
  };

  bool IsLabel(size_t i) const {
    constexpr uint32_t kMostWords = 10;
    const TextBlock& block = BlockAt(i);
    return choices_[i].chosen && IsPlain(block.tag) && !block.ends_sentence &&
           block.words <= kMostWords;
  }

  bool NamesChart(const OutlineElement& element) const {
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"chart", "diagram", "graphic", "grafik", "datawrapper"});
    if (!Has(element.names, Part::kFigure)) return false;
    return ClassHas(element, kNames);
  }

  /// Returns the element of the chart around a label, or 0.
  uint32_t ChartAround(size_t i, const std::vector<bool>& placed) const {
    uint32_t element = BlockAt(i).element;
    for (int level = 0; level < kLevels && element != 0; ++level) {
      const OutlineElement& each = ElementAt(element);
      if (each.prose_blocks > 0 || IsStructure(each.tag)) return 0;
      if (placed[element]) return each.parent;
      if (each.tag == Tag::kFigure || NamesChart(each)) {
        return element;
      }
      element = each.parent;
    }
    return 0;
  }

  /// Returns for each element whether its style sets a place on a picture.
  std::vector<bool> PlacedElements() const {
    std::vector<bool> placed(outline_.elements.size());
    for (size_t i = 0; i < placed.size(); ++i) {
      const html::NodeId node = outline_.elements[i].node;
      placed[i] = SetsPlace(page_.ValueOr(node, Attr::kStyle));
    }
    return placed;
  }

  void DropChartLabels() {
    size_t count = 0;
    for (size_t i = begin_; i < end_; ++i) count += IsLabel(i) ? 1 : 0;
    if (count < kFewestLabels) return;
    const std::vector<bool> placed = PlacedElements();
    std::vector<uint32_t> charts(choices_.size(), 0);
    std::vector<Labels> labels(outline_.elements.size());
    for (size_t i = 0; i < choices_.size(); ++i) {
      if (!IsLabel(i)) continue;
      charts[i] = ChartAround(i, placed);
      Labels& chart = labels[charts[i]];
      ++chart.blocks;
      chart.words += BlockAt(i).words;
      if (BlockAt(i).digits > 0 && BlockAt(i).words == 1) ++chart.numbers;
    }
    for (size_t i = 0; i < choices_.size(); ++i) {
      if (charts[i] != 0 && IsChart(charts[i], labels[charts[i]])) {
        choices_[i].Drop("a label of a chart");
      }
    }
  }

  /// Returns whether the labels are many and very short. If only the name of
  /// the element is that of a chart, many labels must also be numbers: "Width:
  /// 9 metres" is a fact.
  bool IsChart(uint32_t element, const Labels& labels) const {
    constexpr uint32_t kMeanWords = 3;
    const bool is_named = ElementAt(element).tag != Tag::kFigure &&
                          NamesChart(ElementAt(element));
    return labels.blocks >= kFewestLabels &&
           labels.words <= labels.blocks * kMeanWords &&
           (!is_named || labels.numbers * 3 >= labels.blocks);
  }

  /// Returns whether `begin` is the first block of a gallery between paragraphs
  /// of the body. `end` is the block after the gallery.
  bool IsGallery(size_t begin, size_t end) const {
    constexpr uint32_t kFewestBefore = 2;
    constexpr uint32_t kFewestOutside = 4;
    const uint32_t before = prose_before_[begin];
    const uint32_t after = prose_before_.back() - prose_before_[end];
    return before >= kFewestBefore && after > 0 &&
           before + after >= kFewestOutside &&
           prose_before_[end] - before <= 2 * (before + after) &&
           !IsCaption(begin) && HasOnlyCaptions(begin, end);
  }

  /// Returns whether the paragraphs are captions or list items, at least two.
  /// The first heading is the only one outside them. The captions of a photo
  /// essay are below headings of their own.
  bool HasOnlyCaptions(size_t begin, size_t end) const {
    uint32_t captions = 0;
    for (size_t i = begin + 1; i < end; ++i) {
      const bool is_heading = IsHeading(BlockAt(i).tag);
      if (!is_heading && !IsProse(i)) continue;
      if (!IsCaption(i)) return false;
      if (!is_heading) ++captions;
    }
    return captions >= 2;
  }

  bool IsCaption(size_t i) const {
    constexpr int kNear = 3;
    uint32_t element = BlockAt(i).element;
    for (int level = 0; level < kNear && element != 0; ++level) {
      const OutlineElement& each = ElementAt(element);
      if (each.tag == Tag::kLi || each.tag == Tag::kFigcaption ||
          Has(each.names, Part::kCaption)) {
        return true;
      }
      element = each.parent;
    }
    return false;
  }

  void DropGalleries() {
    for (size_t i = begin_; i < end_; ++i) {
      if (!IsHeading(BlockAt(i).tag) || i == facts_.title_block) continue;
      const size_t end = i + BlocksOf(GalleryAt(i));
      if (end > i && IsGallery(i, end)) {
        DropBlocks(choices_, i, end, "a gallery inside the body");
        i = end - 1;
      }
    }
  }

  bool NamesGallery(uint32_t element) const {
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"gallery", "galerie", "galeria", "galería", "slideshow", "diaporama",
         "fotostrecke", "bilderstrecke", "photostory", "fotoserie"});
    return ClassHas(ElementAt(element), kNames);
  }

  /// Returns the outermost gallery that begins with the block, or 0.
  uint32_t GalleryAt(size_t block) const {
    uint32_t found = 0;
    uint32_t element = BlockAt(block).element;
    for (int level = 0; level < kLevels && element != 0; ++level) {
      if (ElementAt(element).first_block != block) break;
      if (NamesGallery(element)) found = element;
      element = ElementAt(element).parent;
    }
    return found;
  }

  uint32_t BlocksOf(uint32_t element) const {
    return element == 0 ? 0 : ElementAt(element).blocks;
  }

  /// An item of a list of related articles: the blocks from `begin` to before
  /// `end`. `element` is the item, or 0 if there is no item.
  struct Item {
    uint32_t element = 0;
    size_t begin = 0;
    size_t end = 0;
  };

  bool IsLinkedTitle(size_t i) const {
    constexpr uint32_t kMostWords = 30;
    const TextBlock& block = BlockAt(i);
    return block.words <= kMostWords && block.link_words == block.words &&
           block.words > 0;
  }

  /// Returns the item that begins with the linked title: the outermost element
  /// with little text.
  Item ItemAt(size_t title) const {
    constexpr uint32_t kMostBlocks = 6;
    constexpr uint32_t kMostWords = 120;
    Item item;
    uint32_t element = BlockAt(title).element;
    for (int level = 0; level < kLevels && element != 0; ++level) {
      const OutlineElement& each = ElementAt(element);
      if (each.blocks > kMostBlocks || each.words > kMostWords ||
          each.prose_blocks > 1 || each.first_block != title) {
        break;
      }
      if (each.prose_blocks == 1) {
        item = {element, title, title + each.blocks};
      }
      element = each.parent;
    }
    return item;
  }

  /// Returns whether the words or the names around the item say that it is
  /// another article. `at_end` states that no paragraph follows the items.
  bool IsRelated(const Item& item, bool after_heading, bool at_end) const {
    if (after_heading) return true;
    for (size_t i = item.begin; at_end && i < item.end; ++i) {
      if (text::EndsInEllipsis(outline_.TextOf(BlockAt(i)))) return true;
    }
    constexpr int kNear = 3;
    uint32_t element = item.element;
    for (int level = 0; level < kNear && element != 0; ++level) {
      if (Has(ElementAt(element).names, Part::kRelated)) return true;
      element = ElementAt(element).parent;
    }
    return false;
  }

  void DropRelated() {
    std::vector<Item> run;
    bool after_heading = false;
    for (size_t i = begin_; i < end_; ++i) {
      const Item item = IsLinkedTitle(i) ? ItemAt(i) : Item{};
      const bool is_next = !run.empty() && item.element != 0 &&
                           run.back().end == i &&
                           ElementAt(run.back().element).signature ==
                               ElementAt(item.element).signature;
      if (!is_next) {
        EndRun(run, after_heading);
        after_heading = i > 0 && IsListHeading(i - 1);
      }
      if (item.element == 0) continue;
      run.push_back(item);
      i = item.end - 1;
    }
    EndRun(run, after_heading);
  }

  /// Returns whether the block is a heading above other articles, and no link.
  bool IsListHeading(size_t i) const {
    constexpr uint32_t kMostWords = 8;
    const TextBlock& block = BlockAt(i);
    return block.links == 0 && block.words <= kMostWords &&
           (Has(facts_.line_parts[i], Part::kOtherArticles) ||
            Has(facts_.line_parts[i], Part::kRelated));
  }

  /// Removes the items from the body if they are related articles, and if most
  /// paragraphs of the body are outside the items.
  void EndRun(std::vector<Item>& run, bool after_heading) {
    constexpr size_t kFewestItems = 2;
    if (run.size() >= kFewestItems) {
      const size_t begin = run.front().begin;
      const size_t end = run.back().end;
      const uint32_t all = prose_before_.back();
      const uint32_t inside = prose_before_[end] - prose_before_[begin];
      const bool at_end = prose_before_[end] == all;
      if (inside * 2 <= all && std::ranges::all_of(run, [&](const Item& item) {
            return IsRelated(item, after_heading, at_end);
          })) {
        DropBlocks(choices_, begin - (after_heading ? 1 : 0), end,
                   "a list of related articles");
      }
    }
    run.clear();
  }

  const html::Document& page_;
  const Outline& outline_;
  const PageFacts& facts_;
  Choices& choices_;
  // The blocks from the first to the last block of the body.
  size_t begin_ = 0;
  size_t end_ = 0;
  // For each block, the number of paragraphs of the body before it.
  std::vector<uint32_t> prose_before_;
};

}  // namespace

void DropInserts(const html::Document& page, const Outline& outline,
                 const PageFacts& facts, Choices& choices) {
  Inserts(page, outline, facts, choices).Drop();
}

}  // namespace newsmill::extract::body
