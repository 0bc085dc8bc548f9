// The texts of a document: the input, and a buffer for text that the parser had
// to change.
//
//   offsets   0 ........ input.size()   + 1 ......................
//   bytes     │ the input, not owned │ – │ changed text, owned    │
//
// A gap of one byte separates the two ranges of offsets, so adjacent spans are
// always in the same buffer.
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

/// The texts of one document. The input must outlive the store. Append makes
/// views invalid. After the last Append, views are valid as long as the store
/// lives. Views stay valid when the store is moved.
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

  /// Returns the span of [begin, end), which must be a part of the input.
  TextSpan InInput(const char* begin, const char* end) const {
    return {static_cast<uint32_t>(begin - input_.data()),
            static_cast<uint32_t>(end - begin)};
  }

  /// Returns the offset of the next byte to append.
  uint32_t end() const {
    return static_cast<uint32_t>(changed_base() + changed_.size());
  }
  /// Appends a text. Drops the text if no offsets are left for it. A
  /// string_view argument must not refer to the changed text of this store. A
  /// TextSpan argument may refer to it.
  void Append(std::string_view text);
  void Append(TextSpan span);
  void Append(char c) {
    if (HasRoom(1)) changed_.push_back(c);
  }
  /// Removes all text from offset `end` on.
  void ShrinkTo(uint32_t end) { changed_.resize(end - changed_base()); }
  TextSpan Since(uint32_t begin) const { return {begin, end() - begin}; }

  /// Returns `first` followed by `second` as one text. Takes time linear in the
  /// length of `second` if the two texts are adjacent, or if the `*room` unused
  /// bytes after `first` are enough. Otherwise moves `first`, reserves twice
  /// the space and updates `*room`.
  TextSpan Join(TextSpan first, TextSpan second, uint32_t* room);

  /// Returns true if text was dropped because no offsets were left.
  bool overflowed() const { return overflowed_; }

 private:
  size_t changed_base() const { return input_.size() + 1; }
  bool HasRoom(size_t bytes);

  std::string_view input_;
  std::vector<char> changed_;  // moving it keeps the bytes where they are
  bool overflowed_ = false;
};

}  // namespace newsmill::html
