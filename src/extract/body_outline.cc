#include "body_outline.h"

#include <algorithm>

#include "body_text.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract {
namespace {

using html::Attr;
using html::NodeId;
using html::Tag;

enum class Display : uint8_t { kInline, kBlock, kNone };

Display DisplayOf(Tag tag) {
  switch (tag) {
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kNoscript:
    case Tag::kTemplate:
    case Tag::kSvg:
    case Tag::kIframe:
    case Tag::kObject:
    case Tag::kEmbed:
    case Tag::kApplet:
    case Tag::kAudio:
    case Tag::kVideo:
    case Tag::kCanvas:
    case Tag::kSelect:
    case Tag::kDatalist:
    case Tag::kTextarea:
    case Tag::kInput:
    case Tag::kButton:
    case Tag::kHead:
    case Tag::kTitle:
    case Tag::kMeta:
    case Tag::kLink:
    case Tag::kMap:
    case Tag::kNoframes:
    case Tag::kNoembed:
    case Tag::kProgress:
    case Tag::kMeter:
    case Tag::kRp:
    case Tag::kRt:
    case Tag::kImg:
      return Display::kNone;
    case Tag::kA:
    case Tag::kAbbr:
    case Tag::kAcronym:
    case Tag::kB:
    case Tag::kBdi:
    case Tag::kBdo:
    case Tag::kBig:
    case Tag::kCite:
    case Tag::kCode:
    case Tag::kData:
    case Tag::kDel:
    case Tag::kDfn:
    case Tag::kEm:
    case Tag::kFont:
    case Tag::kI:
    case Tag::kIns:
    case Tag::kKbd:
    case Tag::kLabel:
    case Tag::kMark:
    case Tag::kNobr:
    case Tag::kPicture:
    case Tag::kQ:
    case Tag::kRb:
    case Tag::kRuby:
    case Tag::kS:
    case Tag::kSamp:
    case Tag::kSlot:
    case Tag::kSmall:
    case Tag::kSpan:
    case Tag::kStrike:
    case Tag::kStrong:
    case Tag::kSub:
    case Tag::kSup:
    case Tag::kTime:
    case Tag::kTt:
    case Tag::kU:
    case Tag::kVar:
    case Tag::kWbr:
    case Tag::kUnknown:
      return Display::kInline;
    default:
      return Display::kBlock;
  }
}

/// display:none or visibility:hidden in a style attribute.
bool StyleHides(std::string_view style) {
  for (size_t at = style.find(':'); at != style.npos;
       at = style.find(':', at + 1)) {
    const std::string_view value = TrimBlanks(style.substr(at + 1));
    const std::string_view name = TrimBlanks(style.substr(0, at));
    if (StartsWithIgnoringCase(value, "none") && name.size() >= 7 &&
        EqualsIgnoringCase(name.substr(name.size() - 7), "display")) {
      return true;
    }
  }
  return false;
}

class OutlineBuilder {
 public:
  OutlineBuilder(const html::Document& page, Noscript noscript)
      : page_(page), noscript_(noscript) {}

  Outline Build() {
    const NodeId top =
        page_.body() != html::kNoNode ? page_.body() : page_.html();
    if (top == html::kNoNode) return std::move(out_);
    Walk(top);
    EndBlock();
    SumUp();
    return std::move(out_);
  }

 private:
  // What holds for the text between an element's tags.
  struct Open {
    NodeId node;
    uint32_t element;  // the one that its text belongs to
    Display display;
    bool link;
    bool strong;
    bool emphasis;
  };

  /// Depth first, without recursion: `open_` is the path to the node.
  void Walk(NodeId top) {
    Enter(top);
    NodeId node = page_.first_child(top);
    while (!open_.empty()) {
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

  /// False for what is not read.
  bool Enter(NodeId node) {
    const Tag tag = page_.tag(node);
    if (tag == Tag::kBr) {
      writer_.LineBreak();
      if (writer_.breaks() >= 2) EndBlock();
      return false;
    }
    const bool opened = tag == Tag::kNoscript && noscript_ == Noscript::kRead;
    const Display display = opened ? Display::kBlock : DisplayOf(tag);
    if (display == Display::kNone ||
        (tag == Tag::kUnknown &&
         page_.name_space(node) != html::Namespace::kHtml)) {
      return false;
    }
    if (display == Display::kInline && IsUnseen(node)) return false;
    Open open = open_.empty() ? Open{} : open_.back();
    open.node = node;
    open.display = display;
    open.link = open.link || tag == Tag::kA;
    open.strong = open.strong || tag == Tag::kB || tag == Tag::kStrong;
    open.emphasis = open.emphasis || tag == Tag::kI || tag == Tag::kEm;
    if (display == Display::kBlock) EndBlock();
    if (tag == Tag::kA) writer_.CountLink();
    open.element = AddElement(node, tag, open.element);
    open_.push_back(open);
    writer_.SetStyle(open.link, open.strong, open.emphasis);
    return true;
  }

  /// Of an inline element: it is left out, where a hidden block stays, since
  /// scripts open such blocks.
  bool IsUnseen(NodeId node) const {
    for (const html::Attribute& attribute : page_.attributes(node)) {
      if (attribute.id == Attr::kHidden) return true;
      if (attribute.id == Attr::kStyle && StyleHides(page_.value(attribute))) {
        return true;
      }
      if (attribute.id == Attr::kClass &&
          NamesOffscreen(page_.value(attribute))) {
        return true;
      }
    }
    return false;
  }

  void Leave() {
    if (open_.back().display == Display::kBlock) EndBlock();
    open_.pop_back();
    if (open_.empty()) return;
    const Open& open = open_.back();
    writer_.SetStyle(open.link, open.strong, open.emphasis);
  }

  /// Inline elements are elements only when their names say something.
  uint32_t AddElement(NodeId node, Tag tag, uint32_t parent) {
    OutlineElement element;
    element.node = node;
    element.tag = tag;
    element.names = NamesOf(tag);
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
    for (const html::Attribute& attribute : page_.attributes(node)) {
      const std::string_view value = page_.value(attribute);
      switch (attribute.id) {
        case Attr::kClass:
          hash = hash * 31 + HashOfBytes(value);
          [[fallthrough]];
        case Attr::kId:
        case Attr::kItemprop:
        case Attr::kRole:
          // What the whole page is says nothing of its parts.
          if (tag != Tag::kBody && tag != Tag::kHtml) {
            element.names |= names_.Find(value);
          }
          break;
        case Attr::kHidden:
          element.hidden = true;
          break;
        case Attr::kAriaHidden:
          element.aria_hidden = EqualsIgnoringCase(value, "true");
          break;
        case Attr::kStyle:
          element.hidden = element.hidden || StyleHides(value);
          break;
        default:
          break;
      }
    }
    element.signature = hash;
  }

  void Text(std::string_view text) {
    if (!writer_.Write(text, out_.text)) return;
    // A block belongs to the element of its first text.
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
    TextBlock block;
    if (!writer_.EndBlock(out_.text, block)) return;
    block.element = block_element_;
    block.tag = TagOfBlock(block_element_);
    out_.blocks.push_back(block);
    in_block_ = false;
  }

  /// The innermost block-level tag.
  Tag TagOfBlock(uint32_t element) const {
    while (element != 0 &&
           DisplayOf(out_.elements[element].tag) == Display::kInline) {
      element = out_.elements[element].parent;
    }
    return out_.elements[element].tag;
  }

  void SumUp() {
    for (const TextBlock& block : out_.blocks) {
      OutlineElement& element = out_.elements[block.element];
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
      parent.words += element.words;
      parent.link_words += element.link_words;
      parent.prose_words += element.prose_words;
      parent.blocks += element.blocks;
      parent.prose_blocks += element.prose_blocks;
      ++parent.children;
    }
  }

  const html::Document& page_;
  const Noscript noscript_;
  Outline out_;
  NameCache names_;
  BlockWriter writer_;
  std::vector<Open> open_;
  bool in_block_ = false;
  uint32_t block_element_ = 0;
};

}  // namespace

bool LooksLikeProse(const TextBlock& block) {
  return block.words >= 12 && block.link_words * 3 <= block.words;
}

Outline OutlineOf(const html::Document& page, Noscript noscript) {
  return OutlineBuilder(page, noscript).Build();
}

}  // namespace newsmill::extract
