#include "outline.h"

#include <algorithm>
#include <array>

#include "extract/text/value_cache.h"
#include "hidden.h"
#include "newsmill/base/ascii.h"
#include "text_runs.h"

namespace newsmill::extract::body {
namespace {

using html::Attr;
using html::NodeId;
using html::Tag;

constexpr auto kQuotationMarks = std::to_array<std::string_view>(
    {"\"", "'", "“", "”", "„", "‘", "‚", "«", "»", "‹", "›", "「", "『"});

/// Returns whether the text ends with an opening quotation mark. Some marks
/// open a quotation in one language and close a quotation in another language.
/// Therefore, most marks count only at the start of the text, after a blank and
/// after "(".
bool OpensQuotation(std::string_view text) {
  for (const std::string_view mark : kQuotationMarks) {
    if (!text.ends_with(mark)) continue;
    const std::string_view before = text.substr(0, text.size() - mark.size());
    return before.empty() || before.ends_with(' ') || before.ends_with('(') ||
           mark == "「" || mark == "『";
  }
  return false;
}

enum class Display : uint8_t { kInline, kBlock, kNone };

constexpr auto kNotText = std::to_array<Tag>(
    {Tag::kScript, Tag::kStyle,  Tag::kNoscript, Tag::kTemplate, Tag::kSvg,
     Tag::kIframe, Tag::kObject, Tag::kEmbed,    Tag::kApplet,   Tag::kAudio,
     Tag::kVideo,  Tag::kCanvas, Tag::kSelect,   Tag::kDatalist, Tag::kTextarea,
     Tag::kInput,  Tag::kButton, Tag::kHead,     Tag::kTitle,    Tag::kMeta,
     Tag::kLink,   Tag::kMap,    Tag::kNoframes, Tag::kNoembed,  Tag::kProgress,
     Tag::kMeter,  Tag::kRp,     Tag::kRt,       Tag::kImg,      Tag::kDel});
constexpr auto kInlineElements = std::to_array<Tag>(
    {Tag::kA,    Tag::kAbbr,  Tag::kAcronym, Tag::kB,      Tag::kBdi,
     Tag::kBdo,  Tag::kBig,   Tag::kCite,    Tag::kCode,   Tag::kData,
     Tag::kDfn,  Tag::kEm,    Tag::kFont,    Tag::kI,      Tag::kIns,
     Tag::kKbd,  Tag::kLabel, Tag::kMark,    Tag::kNobr,   Tag::kPicture,
     Tag::kQ,    Tag::kRb,    Tag::kRuby,    Tag::kS,      Tag::kSamp,
     Tag::kSlot, Tag::kSmall, Tag::kSpan,    Tag::kStrike, Tag::kStrong,
     Tag::kSub,  Tag::kSup,   Tag::kTime,    Tag::kTt,     Tag::kU,
     Tag::kVar,  Tag::kWbr,   Tag::kUnknown});

constexpr auto kDisplays = [] {
  std::array<Display, 256> displays{};
  displays.fill(Display::kBlock);
  for (const Tag tag : kNotText) {
    displays[static_cast<size_t>(tag)] = Display::kNone;
  }
  for (const Tag tag : kInlineElements) {
    displays[static_cast<size_t>(tag)] = Display::kInline;
  }
  return displays;
}();

Display DisplayOf(Tag tag) { return kDisplays[static_cast<size_t>(tag)]; }

class OutlineBuilder {
 public:
  OutlineBuilder(const html::Document& page, size_t max_blocks, Reading reading)
      : page_(page), max_blocks_(max_blocks), reading_(reading) {}

  Outline Build() {
    const NodeId top =
        page_.body() != html::kNoNode ? page_.body() : page_.html();
    if (top == html::kNoNode) return std::move(out_);
    Walk(top);
    EndBlock();
    if (!reading_.hidden) LeaveOutHidden(page_, out_);
    SumUp();
    return std::move(out_);
  }

 private:
  // An element on the path to the visited node, and the properties of its text.
  struct Open {
    NodeId node;
    uint32_t element;  // index of the outline element of the text
    Display display;
    bool link;
    bool strong;
    bool emphasis;
    int quotes;   // number of q elements around the text
    bool quoted;  // a q element that needs quotation marks
  };

  /// Visits `top` and the nodes below `top`, depth first and without recursion.
  /// `open_` contains the elements from `top` to the visited node.
  void Walk(NodeId top) {
    Enter(top);
    NodeId node = page_.first_child(top);
    while (!open_.empty() && !out_.cut) {
      if (node == html::kNoNode) {
        node = page_.next_sibling(open_.back().node);
        const bool done = open_.size() == 1;
        Leave();
        if (done) return;
        continue;
      }
      if (page_.IsText(node)) {
        Text(page_.text(node));
      } else if (page_.IsElement(node) && Enter(node)) {
        node = page_.first_child(node);
        continue;
      }
      node = page_.next_sibling(node);
    }
  }

  /// Opens an element. Returns false if its content must be skipped.
  bool Enter(NodeId node) {
    const Tag tag = page_.tag(node);
    if (tag == Tag::kBr) {
      writer_.LineBreak(out_.text);
      if (writer_.breaks() >= 2) EndBlock();
      return false;
    }
    const bool opened =
        (tag == Tag::kNoscript || tag == Tag::kObject) && reading_.fallbacks;
    const Display display = opened ? Display::kBlock : DisplayOf(tag);
    if (display == Display::kNone ||
        (tag == Tag::kUnknown &&
         page_.name_space(node) != html::Namespace::kHtml)) {
      return false;
    }
    if (display == Display::kInline && IsUnseen(node)) return false;
    Open open = open_.empty() ? Open{} : open_.back();
    open.node = node;
    open.quoted = tag == Tag::kQ && !HasMarks(node);
    if (open.quoted) ++open.quotes;
    open.display = display;
    open.link = open.link || tag == Tag::kA;
    open.strong = open.strong || tag == Tag::kB || tag == Tag::kStrong;
    open.emphasis = open.emphasis || tag == Tag::kI || tag == Tag::kEm;
    if (display == Display::kBlock) EndBlock();
    if (tag == Tag::kA) writer_.CountLink();
    open.element = AddElement(node, tag, open.element);
    open_.push_back(open);
    writer_.SetStyle(open.link, open.strong, open.emphasis);
    if (open.quoted) {
      Text(open.quotes % 2 == 1 ? "“" : "‘");
      mark_end_ = out_.text.size();
    }
    return true;
  }

  /// Returns whether a q element needs no quotation marks. This is the case if
  /// the element is empty, or if the page already has the marks:
  /// "„<q>Nein</q>“".
  bool HasMarks(NodeId quote) const {
    const bool is_ours = out_.text.size() == mark_end_;
    if (!is_ours && OpensQuotation(writer_.Written(out_.text))) return true;
    constexpr int kMostNodes = 100;  // q elements may be nested in each other
    int nodes = 0;
    for (const NodeId node : page_.Descendants(quote)) {
      if (++nodes > kMostNodes) break;
      if (!page_.IsText(node)) continue;
      const std::string_view text = TrimBlanks(page_.text(node));
      if (!text.empty()) return StartsWithAny(text, kQuotationMarks);
    }
    return true;
  }

  /// Returns whether an inline element is hidden. The outline never has hidden
  /// inline elements.
  bool IsUnseen(NodeId node) {
    for (const html::Attribute& attribute : page_.attributes(node)) {
      if (attribute.id == Attr::kHidden) return true;
      if (attribute.id == Attr::kStyle && StyleHides(page_.value(attribute))) {
        return true;
      }
      if (attribute.id == Attr::kClass &&
          offscreen_.Find(page_.value(attribute))) {
        return true;
      }
    }
    return false;
  }

  void Leave() {
    const Open& left = open_.back();
    if (left.quoted && in_block_) Text(left.quotes % 2 == 1 ? "”" : "’");
    if (open_.back().display == Display::kBlock) EndBlock();
    open_.pop_back();
    if (open_.empty()) return;
    const Open& open = open_.back();
    writer_.SetStyle(open.link, open.strong, open.emphasis);
  }

  /// Adds an element to the outline and returns its index. An inline element is
  /// added only if it is hidden, or if its name indicates a part of a page,
  /// such as a byline. For other inline elements, returns `parent`.
  uint32_t AddElement(NodeId node, Tag tag, uint32_t parent) {
    OutlineElement element;
    element.node = node;
    element.tag = tag;
    element.names = lexicon::PartsOf(tag);
    ReadAttributes(node, tag, element);
    if (DisplayOf(tag) == Display::kInline && element.names == 0 &&
        !element.hidden && !element.aria_hidden) {
      return parent;
    }
    const uint32_t number = static_cast<uint32_t>(out_.elements.size());
    element.parent = number == 0 ? 0 : parent;
    if (number > 0) {
      const OutlineElement& above = out_.elements[parent];
      element.depth = static_cast<uint16_t>(above.depth + 1);
      element.hidden = element.hidden || above.hidden;
      element.aria_hidden = element.aria_hidden || above.aria_hidden;
    }
    out_.elements.push_back(element);
    return number;
  }

  void ReadAttributes(NodeId node, Tag tag, OutlineElement& element) {
    uint32_t hash = static_cast<uint32_t>(tag) + 1;
    element.hidden = tag == Tag::kDialog && !page_.Find(node, Attr::kOpen);
    for (const html::Attribute& attribute : page_.attributes(node)) {
      const std::string_view value = page_.value(attribute);
      element.hidden = element.hidden || IsHiddenBy(attribute.id, value, tag);
      switch (attribute.id) {
        case Attr::kClass:
          hash = hash * 31 + text::HashOfBytes(value);
          [[fallthrough]];
        case Attr::kId:
        case Attr::kItemprop:
        case Attr::kRole:
          // The names of <html> and <body> describe the whole page. Therefore,
          // these names indicate no part of the page.
          if (tag != Tag::kBody && tag != Tag::kHtml) {
            element.names |= names_.Find(value) & lexicon::kModelParts;
          }
          break;
        case Attr::kAriaHidden:
          element.aria_hidden = EqualsIgnoringCase(value, "true");
          break;
        default:
          break;
      }
    }
    element.signature = hash;
  }

  /// Returns whether the attribute hides an element that has this tag.
  bool IsHiddenBy(Attr attribute, std::string_view value, Tag tag) {
    switch (attribute) {
      case Attr::kClass:
        // A headline that only screen readers read is still the headline.
        return tag != Tag::kH1 && offscreen_.Find(value);
      case Attr::kHidden:
        // Browsers show an element that is hidden until-found when the reader
        // searches for its text.
        return !EqualsIgnoringCase(value, "until-found");
      case Attr::kPopover:
        return true;
      case Attr::kStyle:
        return StyleHides(value);
      default:
        return false;
    }
  }

  void Text(std::string_view text) {
    if (!writer_.Write(text, out_.text)) return;
    // The element of a block is the innermost element that contains the whole
    // text of the block.
    if (!in_block_) {
      in_block_ = true;
      block_element_ = open_.back().element;
      return;
    }
    block_element_ = CommonAncestor(block_element_, open_.back().element);
  }

  uint32_t CommonAncestor(uint32_t a, uint32_t b) const {
    while (a != b) {
      if (a > b) {
        a = out_.elements[a].parent;
      } else {
        b = out_.elements[b].parent;
      }
    }
    return a;
  }

  void EndBlock() {
    const size_t first = out_.blocks.size();
    writer_.EndBlock(out_.text, out_.blocks);
    if (out_.blocks.size() == first) return;
    in_block_ = false;
    for (size_t i = first; i < out_.blocks.size(); ++i) {
      out_.blocks[i].element = block_element_;
      out_.blocks[i].tag = TagOfBlock(block_element_);
    }
    if (out_.blocks.size() > max_blocks_) {
      out_.blocks.resize(max_blocks_);
      out_.cut = true;
    }
  }

  /// Returns the tag of the element, or of the nearest outer element that is
  /// not inline.
  Tag TagOfBlock(uint32_t element) const {
    while (element != 0 &&
           DisplayOf(out_.elements[element].tag) == Display::kInline) {
      element = out_.elements[element].parent;
    }
    return out_.elements[element].tag;
  }

  void SumUp() {
    for (uint32_t i = 0; i < out_.blocks.size(); ++i) {
      const TextBlock& block = out_.blocks[i];
      OutlineElement& element = out_.elements[block.element];
      element.first_block = std::min(element.first_block, i);
      element.words += block.words;
      element.link_words += block.link_words;
      ++element.blocks;
      if (LooksLikeProse(block)) {
        element.prose_words += block.words;
        ++element.prose_blocks;
      }
    }
    for (size_t i = out_.elements.size(); i-- > 1;) {
      const OutlineElement& element = out_.elements[i];
      if (element.blocks == 0) continue;
      OutlineElement& parent = out_.elements[element.parent];
      parent.first_block = std::min(parent.first_block, element.first_block);
      parent.words += element.words;
      parent.link_words += element.link_words;
      parent.prose_words += element.prose_words;
      parent.blocks += element.blocks;
      parent.prose_blocks += element.prose_blocks;
      ++parent.children;
    }
  }

  const html::Document& page_;
  const size_t max_blocks_;
  const Reading reading_;
  Outline out_;
  text::ValueCache<lexicon::PartsNamed> names_;
  text::ValueCache<lexicon::NamesOffscreen> offscreen_;
  BlockWriter writer_;
  std::vector<Open> open_;
  bool in_block_ = false;
  size_t mark_end_ = 0;  // size of the text after our last quotation mark
  uint32_t block_element_ = 0;
};

}  // namespace

Outline OutlineOf(const html::Document& page, size_t max_blocks,
                  Reading reading) {
  return OutlineBuilder(page, max_blocks, reading).Build();
}

}  // namespace newsmill::extract::body
