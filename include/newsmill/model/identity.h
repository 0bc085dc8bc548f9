// Hashes of byte strings, and the normal form in which texts are compared.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// Returns the 128-bit XXH3 of `bytes` (https://xxhash.com) with seed 0.
Hash128 HashOf(std::string_view bytes);

/// Computes the XXH3-128 of several fields, each preceded by its length, so
/// that "ab","c" and "a","bc" differ. Not thread-safe.
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

/// Returns `text` in a form that is equal for texts that a reader would call
/// the same: NFKC and case folding (UAX #31, NFKC_Casefold), letters and digits
/// only, one space for everything between them. Reads invalid UTF-8 as U+FFFD.
std::string NormalisedText(std::string_view text);

}  // namespace newsmill::model
