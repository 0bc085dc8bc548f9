// Functions for ASCII text in protocols, such as the names of headers. Letters
// beyond ASCII are not changed and not recognised.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill {

constexpr char LowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string LowerAscii(std::string_view text);

constexpr bool IsAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsAsciiLetterOrDigit(char c) {
  return IsAsciiLetter(c) || IsAsciiDigit(c);
}

/// Returns true for space, tab, carriage return, line feed and form feed.
constexpr bool IsBlank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}
/// Removes all `characters` from the start and the end of `text`, and returns
/// the rest.
std::string_view Trim(std::string_view text, std::string_view characters);

/// Removes the blanks from the start and the end of `text`, and returns the
/// rest.
std::string_view TrimBlanks(std::string_view text);

/// Removes the first word and the space after the word from `text`. Returns the
/// word: the characters before the first space.
constexpr std::string_view TakeWord(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(std::min(word.size() + 1, text.size()));
  return word;
}

bool EqualsIgnoringCase(std::string_view a, std::string_view b);

/// Returns whether `text` is equal to one of `texts`.
template <size_t kSize>
constexpr bool IsOneOf(std::string_view text,
                       const std::array<std::string_view, kSize>& texts) {
  return std::ranges::find(texts, text) != texts.end();
}
/// Like IsOneOf, but ignores case.
template <size_t kSize>
bool IsOneOfIgnoringCase(std::string_view text,
                         const std::array<std::string_view, kSize>& texts) {
  return std::ranges::any_of(texts, [&](std::string_view other) {
    return EqualsIgnoringCase(text, other);
  });
}

/// Returns whether `text` starts with one of `texts`.
constexpr bool StartsWithAny(std::string_view text,
                             std::span<const std::string_view> texts) {
  return std::ranges::any_of(
      texts, [&](std::string_view each) { return text.starts_with(each); });
}
/// Returns whether `text` ends with one of `texts`.
constexpr bool EndsWithAny(std::string_view text,
                           std::span<const std::string_view> texts) {
  return std::ranges::any_of(
      texts, [&](std::string_view each) { return text.ends_with(each); });
}
/// Returns whether one of `texts` is in `text`. Searches for one after the
/// other.
constexpr bool ContainsAny(std::string_view text,
                           std::span<const std::string_view> texts) {
  return std::ranges::any_of(texts, [&](std::string_view each) {
    return text.find(each) != text.npos;
  });
}

/// Returns the first `max` parts of `text`. Each character of `separators`
/// separates two parts. The parts have no blanks at their ends. Empty parts are
/// left out.
std::vector<std::string_view> Split(std::string_view text,
                                    std::string_view separators,
                                    size_t max = std::string_view::npos);

/// Returns true if `text` starts with `prefix`. Ignores the case of `text`.
/// `prefix` must be in lower case.
bool StartsWithIgnoringCase(std::string_view text, std::string_view prefix);

}  // namespace newsmill
