// The attributes of the tag that the tokenizer reads at the moment. They are at
// the end of the document's list of attributes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "newsmill/html/document.h"

namespace newsmill::html {

/// Adds attributes to the list of the document. The list and the text store
/// must outlive this object.
class AttributeList {
 public:
  AttributeList(std::vector<Attribute>& all, const TextStore& text,
                uint32_t max_per_element)
      : all_(&all),
        text_(&text),
        max_per_element_(std::min(max_per_element, kSlots / 2)) {}

  /// Starts a tag. Drops the attributes of the previous tag unless Keep was
  /// called for them.
  void Start();
  /// Adds an attribute. Drops the attribute if the tag already has an attribute
  /// with that name, or has too many attributes.
  void Add(const Attribute& attribute);
  /// Adds an attribute. REQUIRES: the tag has no attribute with that name.
  void Append(const Attribute& attribute) { all_->push_back(attribute); }
  bool HaveSameName(const Attribute& a, const Attribute& b) const;
  /// Returns whether `size` attributes are too many for an element. If they
  /// are, overflowed() returns true from now on.
  bool Refuses(size_t size);
  /// Keeps the attributes, because the tag has become an element.
  void Keep() { kept_ = all_->size(); }
  void Clear() { all_->resize(begin_); }

  std::span<Attribute> current() { return std::span(*all_).subspan(begin_); }
  uint32_t begin() const { return static_cast<uint32_t>(begin_); }
  uint32_t size() const { return static_cast<uint32_t>(all_->size() - begin_); }
  bool overflowed() const { return overflowed_; }

 private:
  // If a tag has more attributes than this number, their names are looked up by
  // hash, so that the time is linear in the length of the tag.
  static constexpr uint32_t kFewAttributes = 12;
  static constexpr uint32_t kSlots = 1024;  // at most half are used
  struct Slot {
    // The slot is in use if `filling` is equal to filling_.
    uint64_t filling = 0;
    uint32_t attribute = 0;
  };

  bool Contains(const Attribute& attribute);
  void EnterAll();
  bool ContainsByHash(const Attribute& attribute, uint32_t number);
  uint32_t Hash(const Attribute& attribute) const;

  std::vector<Attribute>* all_;
  const TextStore* text_;
  uint32_t max_per_element_;
  size_t begin_ = 0;
  size_t kept_ = 0;
  bool overflowed_ = false;
  std::vector<Slot> slots_;
  uint64_t filling_ = 0;
};

}  // namespace newsmill::html
