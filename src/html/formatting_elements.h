// https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document_builder.h"
#include "newsmill/html/document.h"

namespace newsmill::html {

/// An element or a marker. The node of a marker is kNoNode.
struct FormattingEntry {
  NodeId node = kNoNode;
  Tag tag = Tag::kUnknown;
  // The DocumentBuilder::AttributeSignature of the element. It is computed when
  // it is needed for the first time.
  std::optional<uint64_t> signature{};

  bool IsMarker() const { return node == kNoNode; }
};

/// The list of active formatting elements. The size of the list is limited. If
/// the list is full, a new entry replaces the oldest entry.
class FormattingElements {
 public:
  /// Makes an empty list. `nodes` must outlive the list.
  FormattingElements(const DocumentBuilder& nodes, uint32_t max_entries)
      : nodes_(&nodes), max_entries_(max_entries) {}

  size_t size() const { return entries_.size(); }
  const FormattingEntry& operator[](size_t i) const { return entries_[i]; }

  /// https://html.spec.whatwg.org/multipage/parsing.html#push-onto-the-list-of-active-formatting-elements
  void Push(NodeId node, Tag tag);
  void PushMarker();
  void ClearToLastMarker();

  static constexpr size_t kNone = SIZE_MAX;
  size_t Find(NodeId node) const;
  /// Returns the index of the last element with this tag after the last marker,
  /// or kNone.
  size_t FindTag(Tag tag) const;
  void Remove(size_t index);
  void Insert(size_t index, NodeId node, Tag tag);
  void Replace(size_t index, NodeId node) { entries_[index].node = node; }

  bool overflowed() const { return overflowed_; }

 private:
  void ApplyNoahsArkClause(NodeId node, Tag tag);
  void Add(const FormattingEntry& entry);

  const DocumentBuilder* nodes_;
  uint32_t max_entries_;
  std::vector<FormattingEntry> entries_;
  bool overflowed_ = false;
};

}  // namespace newsmill::html
