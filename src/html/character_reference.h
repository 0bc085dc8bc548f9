// Reads character references such as "&amp;", "&#8217;" and "&#x2019;".
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace newsmill::html {

/// The name and the text of a character reference:
/// https://html.spec.whatwg.org/multipage/named-characters.html
struct NamedReference {
  std::string_view name;  // without "&"; some names end with ";"
  std::string_view text;
};
/// All names in sorted order. Some names are in the list twice, with and
/// without ";".
inline constexpr size_t kNamedReferenceCount = 2231;
extern const std::array<NamedReference, kNamedReferenceCount> kNamedReferences;
/// For each byte: the index of the first name that begins with this byte. If
/// there is no such name: the index of the first name that begins with a
/// greater byte.
extern const std::array<uint16_t, 129> kNamedReferencesFrom;

/// The text of a character reference (at most 8 bytes), or nothing if there is
/// no character reference.
class CharacterReference {
 public:
  CharacterReference() = default;
  CharacterReference(const char* end, std::string_view text);

  /// Returns false if the "&" is an ordinary character.
  explicit operator bool() const { return end_ != nullptr; }
  const char* end() const { return end_; }  // end of the reference
  std::string_view text() const { return {bytes_.data(), length_}; }

 private:
  const char* end_ = nullptr;
  std::array<char, 8> bytes_{};
  uint8_t length_ = 0;
};

/// Reads a character reference. `p` is the position after its "&".
/// https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
CharacterReference ReadCharacterReference(const char* p, const char* end,
                                          bool in_attribute);

}  // namespace newsmill::html
