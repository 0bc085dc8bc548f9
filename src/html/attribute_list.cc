#include "attribute_list.h"

#include <algorithm>

namespace newsmill::html {

void AttributeList::Start() {
  if (all_->size() != kept_) all_->resize(kept_);
  begin_ = kept_;
}

void AttributeList::Add(const Attribute& attribute) {
  if (!Refuses(size() + 1) && !Contains(attribute)) Append(attribute);
}

bool AttributeList::Refuses(size_t size) {
  if (size <= max_per_element_) return false;
  overflowed_ = true;
  return true;
}

bool AttributeList::HaveSameName(const Attribute& a, const Attribute& b) const {
  if (a.id != b.id) return false;
  return a.id != Attr::kUnknown || text_->View(a.name) == text_->View(b.name);
}

bool AttributeList::Contains(const Attribute& attribute) {
  if (size() <= kFewAttributes) {
    return std::ranges::any_of(current(), [&](const Attribute& other) {
      return HaveSameName(attribute, other);
    });
  }
  if (size() == kFewAttributes + 1) EnterAll();
  return ContainsByHash(attribute, size());
}

void AttributeList::EnterAll() {
  slots_.resize(kSlots);
  ++filling_;
  for (uint32_t i = 0; i < size(); ++i) ContainsByHash(current()[i], i);
}

// Returns whether the tag already has an attribute with the name of
// `attribute`. If not, adds `attribute` to the hash table. `number` is the
// index of `attribute` in the tag.
bool AttributeList::ContainsByHash(const Attribute& attribute,
                                   uint32_t number) {
  uint32_t slot = Hash(attribute) % kSlots;
  for (; slots_[slot].filling == filling_; slot = (slot + 1) % kSlots) {
    const Attribute& other = current()[slots_[slot].attribute];
    if (HaveSameName(attribute, other)) return true;
  }
  slots_[slot] = {.filling = filling_, .attribute = number};
  return false;
}

uint32_t AttributeList::Hash(const Attribute& attribute) const {
  uint32_t hash = 2166136261U;  // FNV-1a
  hash = (hash ^ static_cast<uint8_t>(attribute.id)) * 16777619U;
  if (attribute.id != Attr::kUnknown) return hash;
  for (const char c : text_->View(attribute.name)) {
    hash = (hash ^ static_cast<uint8_t>(c)) * 16777619U;
  }
  return hash;
}

}  // namespace newsmill::html
