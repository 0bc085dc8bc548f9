// https://html.spec.whatwg.org/multipage/parsing.html#the-stack-of-open-elements
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "element_traits.h"
#include "newsmill/html/document.h"

namespace newsmill::html {

struct OpenElement {
  NodeId node = kNoNode;
  uint32_t name_number = 0;  // Token::name_number of the tag
  Tag tag = Tag::kUnknown;   // kUnknown if the element is not HTML
  Namespace name_space = Namespace::kHtml;
  uint16_t traits = 0;

  static OpenElement Html(NodeId node, Tag tag) {
    return {.node = node,
            .name_number = static_cast<uint32_t>(tag),
            .tag = tag,
            .traits = HtmlTraits(tag)};
  }

  bool Has(int wanted) const { return (traits & wanted) != 0; }
};

/// The stack of open elements. Index 0 is the html element, and the last index
/// is the current element. The class counts the open elements of each tag. So a
/// search for a tag without open elements is cheap.
class OpenElements {
 public:
  OpenElements() { elements_.reserve(64); }

  bool empty() const { return elements_.empty(); }
  size_t size() const { return elements_.size(); }
  const OpenElement& operator[](size_t index) const { return elements_[index]; }
  const OpenElement& current() const { return elements_.back(); }
  bool CurrentIs(Tag tag) const { return !empty() && current().tag == tag; }
  bool CurrentIsOneOf(std::initializer_list<Tag> tags) const;

  void Push(const OpenElement& element);
  void Pop();
  void Remove(size_t index);
  void Insert(size_t index, const OpenElement& element);
  void Replace(size_t index, const OpenElement& element);

  /// The result of a search that finds no open element.
  static constexpr size_t kNone = SIZE_MAX;
  size_t Find(NodeId node) const;
  /// Returns the index of the last HTML element with this tag in the stack, or
  /// kNone.
  size_t FindTag(Tag tag) const;
  bool Contains(Tag tag) const { return Count(tag) != 0; }
  /// Returns false only if no open element of any namespace has this name
  /// number. May return true for a name number without an open element, because
  /// several name numbers share a counter.
  bool MayContain(uint32_t name_number) const {
    return name_counts_[name_number % kNameCounts] != 0;
  }

  /// Returns whether an HTML element with this tag is in a scope. `boundary` is
  /// the trait that ends the scope.
  /// https://html.spec.whatwg.org/multipage/parsing.html#has-an-element-in-the-specific-scope
  bool HasInScope(Tag tag, int boundary = kEndsScope) const {
    return Count(tag) != 0 && Search(tag, boundary);
  }
  bool HasInScope(NodeId node) const;
  bool HasOneInScope(std::initializer_list<Tag> tags, int boundary) const;

 private:
  static constexpr size_t kNameCounts = 256;

  void CountIn(const OpenElement& element);
  void CountOut(const OpenElement& element);
  bool Search(Tag tag, int boundary) const;
  uint32_t Count(Tag tag) const { return counts_[static_cast<size_t>(tag)]; }

  std::vector<OpenElement> elements_;
  std::array<uint32_t, static_cast<size_t>(Tag::kCount)> counts_{};
  std::array<uint32_t, kNameCounts> name_counts_{};
};

}  // namespace newsmill::html
