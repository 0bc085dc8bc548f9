#include "phrase_index.h"

namespace newsmill::extract {
namespace {

size_t ByteAt(std::string_view text, size_t i) {
  return static_cast<unsigned char>(text[i]);
}
size_t FirstTwo(std::string_view text) {
  return ByteAt(text, 0) << 8 | ByteAt(text, 1);
}

}  // namespace

PhraseIndex::PhraseIndex(PhraseList phrases) : phrases_(phrases) {
  for (size_t i = 0; i < phrases.size(); ++i) {
    by_first_byte_[ByteAt(phrases[i], 0)].push_back(static_cast<int32_t>(i));
    first_two_.set(FirstTwo(phrases[i]));
  }
}

int32_t PhraseIndex::PrefixOf(std::string_view text, int32_t from) const {
  if (text.size() < 2 || !first_two_.test(FirstTwo(text))) return -1;
  for (const int32_t i : by_first_byte_[ByteAt(text, 0)]) {
    const std::string_view phrase = phrases_[static_cast<size_t>(i)];
    // Most that share the first byte differ in the second or the last.
    if (i >= from && text[1] == phrase[1] && phrase.size() <= text.size() &&
        text[phrase.size() - 1] == phrase.back() && text.starts_with(phrase)) {
      return i;
    }
  }
  return -1;
}

bool PhraseIndex::FoundIn(std::string_view text) const {
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    const size_t two = ByteAt(text, i) << 8 | ByteAt(text, i + 1);
    if (first_two_.test(two) && PrefixOf(text.substr(i)) >= 0) return true;
  }
  return false;
}

}  // namespace newsmill::extract
