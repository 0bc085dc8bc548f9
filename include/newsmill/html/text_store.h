// The text of a document: the input itself, and beside it what the parser had
// to change.
//
//   offsets   0 ........ input.size()   + 1 ......................
//   bytes     │ the input, not owned │ – │ changed text, owned    │
//
// No text lies across the gap, so texts that touch are parts of one buffer.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace newsmill::html {

/// Where a text lies in its TextStore.
struct TextSpan {
  uint32_t offset = 0;
  uint32_t length = 0;

  uint32_t end() const { return offset + length; }
  bool empty() const { return length == 0; }
};

/// The input must outlive it. Views are good until the next Append, and when
/// nothing is appended any more as long as the store lives, moved or not.
class TextStore {
 public:
  /// Of a longer input, this much is read.
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

  /// `begin` and `end` point into the input.
  TextSpan InInput(const char* begin, const char* end) const {
    return {static_cast<uint32_t>(begin - input_.data()),
            static_cast<uint32_t>(end - begin)};
  }

  /// Where the next byte will go.
  uint32_t end() const {
    return static_cast<uint32_t>(changed_base() + changed_.size());
  }
  /// These drop the text when offsets have run out. `text` is no view of this
  /// store's changed text; a span may be any of it.
  void Append(std::string_view text);
  void Append(TextSpan span);
  void Append(char c) {
    if (HasRoom(1)) changed_.push_back(c);
  }
  /// Everything since that end() is given back.
  void ShrinkTo(uint32_t end) { changed_.resize(end - changed_base()); }
  TextSpan Since(uint32_t begin) const { return {begin, end() - begin}; }

  /// `first` and then `second`, as one text. Costs the length of `second`
  /// only, when they touch or `first` is followed by `*room` unused bytes;
  /// else `first` is moved, with room to double, and `*room` is updated.
  TextSpan Join(TextSpan first, TextSpan second, uint32_t* room);

  /// True when text was dropped because offsets ran out.
  bool overflowed() const { return overflowed_; }

 private:
  size_t changed_base() const { return input_.size() + 1; }
  bool HasRoom(size_t bytes);

  std::string_view input_;
  std::vector<char> changed_;  // moving it keeps the bytes where they are
  bool overflowed_ = false;
};

}  // namespace newsmill::html
