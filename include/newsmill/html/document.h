// An HTML document as a flat tree.
//
//   nodes       0 document ─ 1 doctype
//                          └ 2 html ─ 3 head ─ 4 title ─ 5 "Rain"
//                                   └ 6 body ─ …
//   A node has the numbers of its parent, its first and last child and its
//   siblings. Nodes are not allocated one by one.
//   attributes  one list for all elements; an element refers to a range of it.
//   text        views into the input. Text that the parser had to change
//               (character references, line ends, NUL) is in a buffer that the
//               document owns.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/html/names.h"
#include "newsmill/html/text_store.h"

namespace newsmill::html {

/// The number of a node in its document. The numbers usually follow document
/// order, but not always.
using NodeId = uint32_t;
inline constexpr NodeId kNoNode = UINT32_MAX;

enum class NodeType : uint8_t {
  kDocument,
  kDoctype,
  kElement,
  kText,
  kComment,
  /// The only child of a `template` element. Browsers do not render its
  /// content.
  kTemplateContents,
};

enum class QuirksMode : uint8_t { kNoQuirks, kLimitedQuirks, kQuirks };

/// An attribute. Its texts are spans. Only the document of the attribute can
/// read them.
struct Attribute {
  Attr id = Attr::kUnknown;
  AttributeNamespace name_space = AttributeNamespace::kNone;
  bool mixed_case = false;  // the name is MixedCaseName(id)
  TextSpan name{};          // for names without an id (kUnknown)
  TextSpan value{};
};

/// The limits in parse.h that the document has exceeded.
struct LimitsMet {
  bool input = false;       // the rest of the input was not read
  bool attributes = false;  // some attributes of an element were dropped
  bool depth = false;       // some elements became siblings instead of children
  bool formatting = false;  // some formatting elements were not opened again
};

class DocumentBuilder;

/// A parsed document. Immutable, so any number of threads may read it. It can
/// be moved, but not copied; after a move, views and node numbers stay valid.
/// The input must outlive it.
class Document {
 public:
  Document(Document&&) noexcept = default;
  Document& operator=(Document&&) noexcept = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  NodeId root() const { return 0; }  // the kDocument node
  NodeId html() const { return html_; }
  NodeId head() const { return head_; }
  NodeId body() const { return body_; }  // kNoNode if the page is a frameset
  /// Returns a number that is greater than the number of each node. Some
  /// smaller numbers may belong to nodes that are not in the tree any more.
  size_t node_count() const { return nodes_.size(); }
  QuirksMode quirks_mode() const { return quirks_mode_; }
  const LimitsMet& limits_met() const { return limits_met_; }
  bool truncated() const { return limits_met_.input; }

  NodeType type(NodeId node) const { return nodes_[node].type; }
  bool IsElement(NodeId node) const { return type(node) == NodeType::kElement; }
  bool IsText(NodeId node) const { return type(node) == NodeType::kText; }
  /// Returns the tag of an HTML element. Returns kUnknown for all other nodes,
  /// including SVG elements such as `title`.
  Tag tag(NodeId node) const {
    return nodes_[node].name_space == Namespace::kHtml ? nodes_[node].tag
                                                       : Tag::kUnknown;
  }
  bool Is(NodeId node, Tag tag) const { return this->tag(node) == tag; }
  Namespace name_space(NodeId node) const { return nodes_[node].name_space; }
  /// Returns the local name of an element of any namespace, or the name of a
  /// doctype.
  std::string_view name(NodeId node) const;
  /// Returns the text of a text node or a comment, and "" for other nodes.
  std::string_view text(NodeId node) const;

  // Each of these functions returns kNoNode if the requested node does not
  // exist.
  NodeId parent(NodeId node) const { return nodes_[node].parent; }
  NodeId first_child(NodeId node) const { return nodes_[node].first_child; }
  NodeId last_child(NodeId node) const { return nodes_[node].last_child; }
  NodeId next_sibling(NodeId node) const { return nodes_[node].next_sibling; }
  NodeId previous_sibling(NodeId node) const {
    return nodes_[node].previous_sibling;
  }

  /// Returns the node after `node` in document order within the subtree of
  /// `top`. Returns kNoNode if `node` is the last node of the subtree.
  NodeId Next(NodeId node, NodeId top) const {
    const NodeId child = nodes_[node].first_child;
    return child != kNoNode ? child : NextAfterSubtree(node, top);
  }
  /// Returns the node after `node` like Next, but skips the descendants of
  /// `node`.
  NodeId NextAfterSubtree(NodeId node, NodeId top) const;

  /// Returns the children of a node: for (NodeId child :
  /// document.Children(node))
  class ChildRange;
  ChildRange Children(NodeId node) const;
  /// Returns the descendants of `node` in document order, without `node`
  /// itself.
  class DescendantRange;
  DescendantRange Descendants(NodeId node) const;

  /// Returns the attributes of an element, or no attributes for other nodes.
  std::span<const Attribute> attributes(NodeId node) const;
  std::string_view name(const Attribute& attribute) const;
  std::string_view value(const Attribute& attribute) const {
    return text_.View(attribute.value);
  }
  /// Returns the value of the element's attribute with that name. An attribute
  /// without a value has the value "".
  std::optional<std::string_view> Find(NodeId node, Attr id) const;
  /// Returns the value of an attribute with a name that is not in Attr. `name`
  /// is in lower case.
  std::optional<std::string_view> Find(NodeId node,
                                       std::string_view name) const;
  /// Returns the value of the attribute, or "" if the attribute does not exist.
  std::string_view ValueOr(NodeId node, Attr id) const {
    return Find(node, id).value_or(std::string_view());
  }

  /// Returns the first descendant with that tag in document order, or kNoNode.
  NodeId FirstDescendant(NodeId node, Tag tag) const;
  /// Appends all text of the subtree except the content of templates.
  void AppendText(NodeId node, std::string& out) const;

  /// Return the public or the system identifier of a doctype, or "" if the
  /// doctype does not have it.
  std::string_view public_id(NodeId doctype) const;
  std::string_view system_id(NodeId doctype) const;

 private:
  friend class DocumentBuilder;

  struct Node {
    NodeId parent = kNoNode;
    NodeId previous_sibling = kNoNode;
    NodeId next_sibling = kNoNode;
    NodeId first_child = kNoNode;
    NodeId last_child = kNoNode;
    NodeType type = NodeType::kDocument;
    Tag tag = Tag::kUnknown;
    Namespace name_space = Namespace::kHtml;
    // For a text node or a comment: its text. For a doctype, and for an element
    // with the tag kUnknown: its name.
    TextSpan text{};
    // The first attribute of the element in attributes_. A doctype keeps its
    // identifiers in attributes_, too.
    uint32_t first_attribute = 0;
    // In a text node, this is the number of unused bytes after its text in the
    // text store.
    uint32_t attribute_count = 0;
  };

  explicit Document(std::string_view input) : text_(input) {}

  TextStore text_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  NodeId html_ = kNoNode;
  NodeId head_ = kNoNode;
  NodeId body_ = kNoNode;
  QuirksMode quirks_mode_ = QuirksMode::kNoQuirks;
  LimitsMet limits_met_;
};

class Document::ChildRange {
 public:
  class Iterator {
   public:
    Iterator(const Document& document, NodeId node)
        : document_(&document), node_(node) {}
    NodeId operator*() const { return node_; }
    Iterator& operator++() {
      node_ = document_->next_sibling(node_);
      return *this;
    }
    bool operator==(const Iterator& other) const {
      return node_ == other.node_;
    }

   private:
    const Document* document_;
    NodeId node_;
  };

  ChildRange(const Document& document, NodeId parent)
      : document_(&document), parent_(parent) {}
  Iterator begin() const {
    return {*document_, document_->first_child(parent_)};
  }
  Iterator end() const { return {*document_, kNoNode}; }

 private:
  const Document* document_;
  NodeId parent_;
};

class Document::DescendantRange {
 public:
  class Iterator {
   public:
    Iterator(const Document& document, NodeId node, NodeId top)
        : document_(&document), node_(node), top_(top) {}
    NodeId operator*() const { return node_; }
    Iterator& operator++() {
      node_ = document_->Next(node_, top_);
      return *this;
    }
    bool operator==(const Iterator& other) const {
      return node_ == other.node_;
    }

   private:
    const Document* document_;
    NodeId node_;
    NodeId top_;
  };

  DescendantRange(const Document& document, NodeId top)
      : document_(&document), top_(top) {}
  Iterator begin() const {
    return {*document_, document_->first_child(top_), top_};
  }
  Iterator end() const { return {*document_, kNoNode, top_}; }

 private:
  const Document* document_;
  NodeId top_;
};

inline Document::ChildRange Document::Children(NodeId node) const {
  return {*this, node};
}
inline Document::DescendantRange Document::Descendants(NodeId node) const {
  return {*this, node};
}

}  // namespace newsmill::html
