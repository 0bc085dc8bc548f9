// Stores the texts of an HTML document. Most texts are views of the input. Text
// that the parser had to change is in a second buffer.
//
//   offsets   0 ........ input.size()   + 1 ......................
//   bytes     │ the input, not owned │ – │ changed text, owned    │
//
// No text contains the offset between the two ranges of offsets. So two
// adjacent spans are always in the same buffer.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace newsmill::html {

/// The position and length of a text in its TextStore.
struct TextSpan {
  uint32_t offset = 0;
  uint32_t length = 0;

  uint32_t end() const { return offset + length; }
  bool empty() const { return length == 0; }
};

/// The texts of one document. The input must outlive the store. Each Append
/// makes all earlier views invalid. After the last Append, views stay valid
/// until the store is destroyed. A move of the store does not make views
/// invalid.
class TextStore {
 public:
  /// The maximum size of an input in bytes. The rest of a longer input is not
  /// read.
  static constexpr size_t kMaxInput = size_t{1} << 30U;

  explicit TextStore(std::string_view input)
      : input_(input.substr(0, kMaxInput)) {}

  std::string_view input() const { return input_; }

  std::string_view View(TextSpan span) const {
    const size_t base = changed_base();
    const char* const start = span.offset < base
                                  ? input_.data() + span.offset
                                  : changed_.data() + (span.offset - base);
    return {start, span.length};
  }

  /// Returns the span of the bytes from `begin` up to, but not including,
  /// `end`. REQUIRES: the bytes are in the input.
  TextSpan InInput(const char* begin, const char* end) const {
    return {static_cast<uint32_t>(begin - input_.data()),
            static_cast<uint32_t>(end - begin)};
  }

  /// Returns the offset of the byte that is appended next.
  uint32_t end() const {
    return static_cast<uint32_t>(changed_base() + changed_.size());
  }
  /// Appends a text. Drops the text if the store is full, because an offset has
  /// only 32 bits. A string_view argument must not refer to the second buffer
  /// of this store. A TextSpan argument may refer to the second buffer.
  void Append(std::string_view text);
  void Append(TextSpan span);
  void Append(char c) {
    if (HasRoom(1)) changed_.push_back(c);
  }
  /// Removes the text at `end` and after `end` from the second buffer.
  void ShrinkTo(uint32_t end) { changed_.resize(end - changed_base()); }
  TextSpan Since(uint32_t begin) const { return {begin, end() - begin}; }

  /// Joins two texts into one, and returns its span. `*room` is the number of
  /// unused bytes after `first`. If `second` fits into the unused bytes, or if
  /// the two texts are adjacent, Join takes time linear in the length of
  /// `second`. Otherwise Join may copy both texts, reserve unused bytes after
  /// them and update `*room`.
  TextSpan Join(TextSpan first, TextSpan second, uint32_t* room);

  /// Returns true if text was dropped because the store was full.
  bool overflowed() const { return overflowed_; }

 private:
  size_t changed_base() const { return input_.size() + 1; }
  bool HasRoom(size_t bytes);

  std::string_view input_;
  std::vector<char> changed_;  // a move keeps the address of the bytes
  bool overflowed_ = false;
};

}  // namespace newsmill::html
