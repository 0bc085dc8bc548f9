#include "open_elements.h"

#include <algorithm>

namespace newsmill::html {

bool OpenElements::CurrentIsOneOf(std::initializer_list<Tag> tags) const {
  return !empty() && std::ranges::find(tags, current().tag) != tags.end();
}

void OpenElements::Push(const OpenElement& element) {
  CountIn(element);
  elements_.push_back(element);
}

void OpenElements::Pop() {
  CountOut(current());
  elements_.pop_back();
}

void OpenElements::Remove(size_t index) {
  CountOut(elements_[index]);
  elements_.erase(elements_.begin() + static_cast<ptrdiff_t>(index));
}

void OpenElements::Insert(size_t index, const OpenElement& element) {
  CountIn(element);
  elements_.insert(elements_.begin() + static_cast<ptrdiff_t>(index), element);
}

void OpenElements::Replace(size_t index, const OpenElement& element) {
  CountOut(elements_[index]);
  CountIn(element);
  elements_[index] = element;
}

void OpenElements::CountIn(const OpenElement& element) {
  ++counts_[static_cast<size_t>(element.tag)];
  ++name_counts_[element.name_number % kNameCounts];
}

void OpenElements::CountOut(const OpenElement& element) {
  --counts_[static_cast<size_t>(element.tag)];
  --name_counts_[element.name_number % kNameCounts];
}

size_t OpenElements::Find(NodeId node) const {
  for (size_t i = size(); i-- > 0;) {
    if (elements_[i].node == node) return i;
  }
  return kNone;
}

size_t OpenElements::FindTag(Tag tag) const {
  if (Count(tag) == 0) return kNone;
  for (size_t i = size(); i-- > 0;) {
    if (elements_[i].tag == tag) return i;
  }
  return kNone;
}

bool OpenElements::Search(Tag tag, int boundary) const {
  for (size_t i = size(); i-- > 0;) {
    if (elements_[i].tag == tag) return true;
    if (elements_[i].Has(boundary)) return false;
  }
  return false;
}

bool OpenElements::HasInScope(NodeId node) const {
  for (size_t i = size(); i-- > 0;) {
    if (elements_[i].node == node) return true;
    if (elements_[i].Has(kEndsScope)) return false;
  }
  return false;
}

bool OpenElements::HasOneInScope(std::initializer_list<Tag> tags,
                                 int boundary) const {
  return std::ranges::any_of(
      tags, [&](Tag tag) { return HasInScope(tag, boundary); });
}

}  // namespace newsmill::html
