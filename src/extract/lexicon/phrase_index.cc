#include "phrase_index.h"

namespace newsmill::extract::lexicon {
namespace {

/// Returns the byte at `i`, or 0 if `i` is after the end of the text.
size_t ByteAt(std::string_view text, size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}
size_t FirstTwo(std::string_view text) {
  return ByteAt(text, 0) << 8 | ByteAt(text, 1);
}

}  // namespace

PhraseIndex::PhraseIndex(PhraseList phrases) : phrases_(phrases) {
  for (size_t i = 0; i < phrases.size(); ++i) {
    const size_t two = FirstTwo(phrases[i]);
    buckets_[two % kBuckets].push_back(static_cast<int32_t>(i));
    if (phrases[i].size() > 2) {
      beginnings_.set((two << 8 | ByteAt(phrases[i], 2)) % kBeginnings);
      continue;
    }
    for (size_t third = 0; third < 256; ++third) {
      beginnings_.set((two << 8 | third) % kBeginnings);
    }
  }
}

std::span<const int32_t> PhraseIndex::Like(std::string_view text) const {
  const size_t two = FirstTwo(text);
  if (!beginnings_.test((two << 8 | ByteAt(text, 2)) % kBeginnings)) return {};
  return buckets_[two % kBuckets];
}

int32_t PhraseIndex::PrefixOf(std::string_view text, int32_t from) const {
  for (const int32_t i : Like(text)) {
    const std::string_view phrase = phrases_[static_cast<size_t>(i)];
    // Compares the last byte of the phrase first, because phrases with the same
    // start usually have different last bytes.
    if (i >= from && phrase.size() <= text.size() &&
        text[phrase.size() - 1] == phrase.back() && text.starts_with(phrase)) {
      return i;
    }
  }
  return -1;
}

int32_t PhraseIndex::NumberOf(std::string_view text) const {
  for (const int32_t i : Like(text)) {
    if (phrases_[static_cast<size_t>(i)] == text) return i;
  }
  return -1;
}

bool PhraseIndex::FoundIn(std::string_view text) const {
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    if (PrefixOf(text.substr(i)) >= 0) return true;
  }
  return false;
}

}  // namespace newsmill::extract::lexicon
