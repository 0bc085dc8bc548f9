// Computes hashes of byte strings, and the normal form in which texts are
// compared.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// Returns the 128-bit XXH3 of `bytes` (https://xxhash.com) with seed 0.
Hash128 HashOf(std::string_view bytes);

/// Computes the XXH3-128 of several fields. Hashes the length of each field
/// before the field, so that "ab","c" and "a","bc" have different hashes. Not
/// thread-safe.
class FieldHash {
 public:
  FieldHash();
  ~FieldHash();
  FieldHash(const FieldHash&) = delete;
  FieldHash& operator=(const FieldHash&) = delete;

  FieldHash& Add(std::string_view field);
  FieldHash& Add(int64_t field);
  Hash128 Digest() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

/// Returns the normal form of `text`. Texts that look the same to a reader have
/// the same normal form. First applies NFKC and case folding (UAX #31,
/// NFKC_Casefold). Then keeps letters and digits, and replaces the characters
/// between them by one space. Reads invalid UTF-8 as U+FFFD.
std::string NormalisedText(std::string_view text);

}  // namespace newsmill::model
