// Collects the attributes of the tag that the tokenizer currently reads. These
// attributes are the last attributes in the list of all attributes of the
// document.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "newsmill/html/document.h"

namespace newsmill::html {

/// Adds attributes to `all`, the list of all attributes of the document. `all`
/// and `text` must outlive this object.
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
  /// with the same name, or already has the maximum number of attributes.
  void Add(const Attribute& attribute);
  /// Adds an attribute. REQUIRES: the tag has no attribute with the same name.
  void Append(const Attribute& attribute) { all_->push_back(attribute); }
  bool HaveSameName(const Attribute& a, const Attribute& b) const;
  /// Returns whether `size` attributes are too many for one element. If `size`
  /// is too many, overflowed() returns true from now on.
  bool Refuses(size_t size);
  /// Keeps the attributes, because the tag has become an element.
  void Keep() { kept_ = all_->size(); }
  void Clear() { all_->resize(begin_); }

  std::span<Attribute> current() { return std::span(*all_).subspan(begin_); }
  uint32_t begin() const { return static_cast<uint32_t>(begin_); }
  uint32_t size() const { return static_cast<uint32_t>(all_->size() - begin_); }
  bool overflowed() const { return overflowed_; }

 private:
  // If a tag has more attributes than this number, a hash table finds equal
  // names. So the time is linear in the length of the tag.
  static constexpr uint32_t kFewAttributes = 12;
  static constexpr uint32_t kSlots = 1024;  // at most half are used
  struct Slot {
    // The slot is in use if `filling` is equal to filling_. So an increment of
    // filling_ empties all slots.
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
