#include "phrase_index.h"

#include <string>

namespace newsmill::extract::lexicon {
PhraseIndex::PhraseIndex(PhraseList phrases) : phrases_(phrases) {
  for (size_t i = 0; i < phrases.size(); ++i) {
    const std::string_view phrase = phrases[i];
    const auto number = static_cast<int32_t>(i);
    if (phrase.size() > 2) {
      AddTo(BeginningOf(phrase), number);
      continue;
    }
    // A short phrase may go on with any byte.
    std::string beginning(phrase);
    beginning.resize(3);
    std::bitset<kBuckets> added;
    for (int third = 0; third < 256; ++third) {
      beginning[2] = static_cast<char>(third);
      const size_t hash = BeginningOf(beginning);
      beginnings_.set(hash);
      if (!added.test(hash % kBuckets)) AddTo(hash, number);
      added.set(hash % kBuckets);
    }
  }
}

void PhraseIndex::AddTo(size_t beginning, int32_t number) {
  beginnings_.set(beginning);
  buckets_[beginning % kBuckets].push_back(number);
}

int32_t PhraseIndex::PrefixIn(std::string_view text, int32_t from) const {
  for (const int32_t i : BucketOf(text)) {
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
  if (!MayBegin(text)) return -1;
  for (const int32_t i : BucketOf(text)) {
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
