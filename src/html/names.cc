#include "newsmill/html/names.h"

#include <array>
#include <bit>
#include <cstring>

namespace newsmill::html {
namespace {

#define NEWSMILL_HTML_NAME(enumerator, name, ...) name,
#define NEWSMILL_HTML_MIXED_CASE_NAME(enumerator, name, mixed) mixed,

constexpr auto kTagNames = std::to_array<std::string_view>(
    {"", NEWSMILL_HTML_TAGS(NEWSMILL_HTML_NAME)
             NEWSMILL_HTML_MIXED_CASE_TAGS(NEWSMILL_HTML_NAME)});
constexpr auto kMixedCaseTagNames = std::to_array<std::string_view>(
    {"", NEWSMILL_HTML_TAGS(NEWSMILL_HTML_NAME)
             NEWSMILL_HTML_MIXED_CASE_TAGS(NEWSMILL_HTML_MIXED_CASE_NAME)});
constexpr auto kAttrNames = std::to_array<std::string_view>(
    {"", NEWSMILL_HTML_ATTRIBUTES(NEWSMILL_HTML_NAME)
             NEWSMILL_HTML_MIXED_CASE_ATTRIBUTES(NEWSMILL_HTML_NAME)
                 NEWSMILL_HTML_PREFIXED_ATTRIBUTES(NEWSMILL_HTML_NAME)});
constexpr auto kMixedCaseAttrNames = std::to_array<std::string_view>(
    {"", NEWSMILL_HTML_ATTRIBUTES(NEWSMILL_HTML_NAME)
             NEWSMILL_HTML_MIXED_CASE_ATTRIBUTES(NEWSMILL_HTML_MIXED_CASE_NAME)
                 NEWSMILL_HTML_PREFIXED_ATTRIBUTES(NEWSMILL_HTML_NAME)});

#undef NEWSMILL_HTML_NAME
#undef NEWSMILL_HTML_MIXED_CASE_NAME

static_assert(kTagNames.size() == static_cast<size_t>(Tag::kCount));
static_assert(kAttrNames.size() == static_cast<size_t>(Attr::kCount));

// A key for the lookup of a name: the length of the name, and up to 16 of its
// bytes. Two different names of up to 16 bytes never have the same key. At run
// time, MakeKey needs no loop and reads no byte outside the name.
struct Key {
  uint64_t head = 0;
  uint64_t tail = 0;
  uint64_t length = 0;

  constexpr bool operator==(const Key&) const = default;
};

constexpr uint64_t LoadWord(const char* bytes, int count) {
  uint64_t word = 0;
  if (std::is_constant_evaluated()) {
    for (int i = 0; i < count; ++i) {
      word |= uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    }
  } else if (count == 8) {
    std::memcpy(&word, bytes, 8);
  } else {
    uint32_t half = 0;
    std::memcpy(&half, bytes, 4);
    word = half;
  }
  return word;
}

constexpr Key MakeKey(std::string_view name) {
  const char* const p = name.data();
  const size_t n = name.size();
  Key key{.length = n};
  if (n >= 8) {
    key.head = LoadWord(p, 8);
    key.tail = LoadWord(p + n - 8, 8);
  } else if (n >= 4) {
    key.head = LoadWord(p, 4);
    key.tail = LoadWord(p + n - 4, 4);
  } else if (n > 0) {
    key.head = static_cast<unsigned char>(p[0]);
    key.tail = static_cast<unsigned char>(p[n / 2]) << 8U |
               static_cast<unsigned char>(p[n - 1]);
  }
  return key;
}

// An open-addressing hash table that is built at compile time.
template <typename Id, size_t kCount>
class NameIndex {
 public:
  constexpr explicit NameIndex(
      const std::array<std::string_view, kCount>& names)
      : names_(names) {
    for (size_t id = 1; id < kCount; ++id) {
      keys_[id] = MakeKey(names[id]);
      size_t slot = Slot(keys_[id]);
      while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
      slots_[slot] = static_cast<uint8_t>(id);
    }
  }

  Id Find(std::string_view name) const {
    const Key key = MakeKey(name);
    size_t slot = Slot(key);
    for (uint8_t id = 0; (id = slots_[slot]) != 0; slot = (slot + 1) % kSlots) {
      if (keys_[id] == key && (key.length <= 16 || names_[id] == name)) {
        return static_cast<Id>(id);
      }
    }
    return Id::kUnknown;
  }

 private:
  static constexpr size_t kSlots = 1024;
  static_assert(kCount <= 256);

  static constexpr size_t Slot(const Key& key) {
    const uint64_t mixed =
        (key.head ^ std::rotl(key.tail, 23) ^ (key.length << 57)) *
        0x9E3779B97F4A7C15ULL;
    return mixed >> 54;
  }

  std::array<std::string_view, kCount> names_;
  std::array<Key, kCount> keys_{};
  std::array<uint8_t, kSlots> slots_{};
};

constexpr NameIndex<Tag, kTagNames.size()> kTagIndex(kTagNames);
constexpr NameIndex<Attr, kAttrNames.size()> kAttrIndex(kAttrNames);

}  // namespace

std::string_view Name(Tag tag) { return kTagNames[static_cast<size_t>(tag)]; }
std::string_view Name(Attr attr) {
  return kAttrNames[static_cast<size_t>(attr)];
}
std::string_view MixedCaseName(Tag tag) {
  return kMixedCaseTagNames[static_cast<size_t>(tag)];
}
std::string_view MixedCaseName(Attr attr) {
  return kMixedCaseAttrNames[static_cast<size_t>(attr)];
}

Tag FindTag(std::string_view name) { return kTagIndex.Find(name); }
Attr FindAttr(std::string_view name) { return kAttrIndex.Find(name); }

}  // namespace newsmill::html
