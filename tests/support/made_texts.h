// Texts for tests of deduplication. A text is a list of shingle numbers, so a
// test can choose how similar two texts are.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "newsmill/model/fingerprint.h"
#include "newsmill/model/hash128.h"

namespace newsmill::test {

/// SplitMix64 (Steele, Lea, Flood: OOPSLA 2014): a bijection.
inline uint64_t Scramble(uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ x >> 27) * 0x94d049bb133111ebULL;
  return x ^ x >> 31;
}

/// Small, seeded, and the same on every machine.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(Scramble(seed)) {}
  /// Returns a number below `bound`, which is not 0.
  uint64_t Below(uint64_t bound) { return (state_ = Scramble(state_)) % bound; }
  bool OneIn(uint64_t n) { return Below(n) == 0; }

 private:
  uint64_t state_;
};

inline model::Hash128 HashOfNumber(uint64_t number) {
  return {Scramble(number), Scramble(~number)};
}

struct Text {
  std::vector<uint32_t> shingles;  // in the order of the text, all different
  std::vector<uint32_t> facts;
  uint16_t language = 1;

  Text Beginning(size_t count) const {
    Text text = *this;
    text.shingles.resize(std::min(count, shingles.size()));
    return text;
  }
  /// Returns the text with its last `count` shingles replaced. Each `edit`
  /// gives other replacements.
  Text Edited(size_t count, uint32_t edit = 1) const {
    Text text = *this;
    for (uint32_t& shingle : std::span(text.shingles).last(count)) {
      shingle += edit << 24;
    }
    return text;
  }
  Text Longer(uint32_t count) const {
    Text text = *this;
    for (uint32_t i = 1; i <= count; ++i) {
      text.shingles.push_back(shingles.back() + (i << 16));
    }
    return text;
  }
  Text WithFacts(std::vector<uint32_t> other) const {
    Text text = *this;
    text.facts = std::move(other);
    return text;
  }
};

/// Returns a text that shares nothing with other stories.
inline Text Story(uint32_t number, uint32_t shingles = 200) {
  Text text;
  for (uint32_t i = 0; i < shingles; ++i) {
    text.shingles.push_back(number * 1000 + i);
  }
  for (uint32_t i = 0; i < 10; ++i) text.facts.push_back(number * 100 + i);
  return text;
}

/// MinHash with one hash function for each register.
inline void MinHash(std::span<const uint32_t> shingles, uint64_t salt,
                    std::span<uint8_t> registers) {
  for (size_t i = 0; i < registers.size(); ++i) {
    uint64_t least = UINT64_MAX;
    for (const uint32_t shingle : shingles) {
      least = std::min(least, Scramble(shingle ^ (salt + i) << 32));
    }
    registers[i] = static_cast<uint8_t>(least);
  }
}

inline model::Fingerprint PrintOf(uint64_t article, const Text& text) {
  constexpr size_t kLeadShingles = 100;
  const auto lead = std::span(text.shingles)
                        .first(std::min(kLeadShingles, text.shingles.size()));
  model::Fingerprint print;
  print.language = text.language;
  print.article = HashOfNumber(article);
  uint64_t hash = 0;
  for (const uint32_t part : text.shingles) hash = Scramble(hash ^ part);
  for (const uint32_t part : text.facts) hash = Scramble(hash ^ part);
  print.text = HashOfNumber(hash);
  print.body_shingles = static_cast<uint32_t>(text.shingles.size());
  print.lead_shingles = static_cast<uint32_t>(lead.size());
  MinHash(text.shingles, 0, print.body);
  MinHash(lead, model::kBodyRegisters, print.lead);
  for (const uint32_t fact : text.facts) {
    const uint64_t bit = Scramble(fact) % (uint64_t{8} * model::kFactBytes);
    print.facts[bit / 8] |= static_cast<uint8_t>(1 << bit % 8);
  }
  return print;
}

}  // namespace newsmill::test
