#include "formatting_elements.h"

#include <array>

namespace newsmill::html {

void FormattingElements::Push(NodeId node, Tag tag) {
  ApplyNoahsArkClause(node, tag);
  Add({.node = node, .tag = tag});
}

void FormattingElements::PushMarker() { Add({}); }

void FormattingElements::ClearToLastMarker() {
  while (!entries_.empty()) {
    const bool marker = entries_.back().IsMarker();
    entries_.pop_back();
    if (marker) return;
  }
}

size_t FormattingElements::Find(NodeId node) const {
  for (size_t i = entries_.size(); i-- > 0;) {
    if (entries_[i].node == node) return i;
  }
  return kNone;
}

size_t FormattingElements::FindTag(Tag tag) const {
  for (size_t i = entries_.size(); i-- > 0;) {
    if (entries_[i].IsMarker()) return kNone;
    if (entries_[i].tag == tag) return i;
  }
  return kNone;
}

void FormattingElements::Remove(size_t index) {
  entries_.erase(entries_.begin() + static_cast<ptrdiff_t>(index));
}

void FormattingElements::Insert(size_t index, NodeId node, Tag tag) {
  entries_.insert(entries_.begin() + static_cast<ptrdiff_t>(index),
                  {.node = node, .tag = tag});
}

// If three elements after the last marker have the same tag and attributes as
// `node`, removes the oldest of these elements (the "Noah's Ark clause").
// Compares attributes only if three elements have the same tag and the same
// number of attributes.
void FormattingElements::ApplyNoahsArkClause(NodeId node, Tag tag) {
  const size_t attributes = nodes_->document().attributes(node).size();
  const auto is_like = [&](const FormattingEntry& entry) {
    return entry.tag == tag &&
           nodes_->document().attributes(entry.node).size() == attributes;
  };
  size_t begin = entries_.size();
  size_t alike = 0;
  while (begin > 0 && !entries_[begin - 1].IsMarker()) {
    if (is_like(entries_[--begin])) ++alike;
  }
  if (alike < 3) return;

  const uint64_t signature = nodes_->AttributeSignature(node);
  size_t twins = 0;
  size_t oldest = kNone;
  for (size_t i = begin; i < entries_.size(); ++i) {
    FormattingEntry& entry = entries_[i];
    if (!is_like(entry)) continue;
    if (!entry.signature) {
      entry.signature = nodes_->AttributeSignature(entry.node);
    }
    if (entry.signature != signature) continue;
    if (oldest == kNone) oldest = i;
    ++twins;
  }
  if (twins >= 3) Remove(oldest);
}

void FormattingElements::Add(const FormattingEntry& entry) {
  if (entries_.size() >= max_entries_) {
    Remove(0);
    overflowed_ = true;
  }
  entries_.push_back(entry);
}

}  // namespace newsmill::html
