// What makes two byte strings, or two texts, the same.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// XXH3 with 128 bits (https://xxhash.com), seed 0.
Hash128 HashOf(std::string_view bytes);

/// XXH3-128 over several fields, each preceded by its length, so that "ab","c"
/// and "a","bc" differ.
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

/// The form in which texts that a reader would call the same are equal: NFKC
/// and case folding (UAX #31, NFKC_Casefold), letters and digits only, one
/// space for whatever stands between them. Input that is not UTF-8 counts as
/// U+FFFD.
std::string NormalisedText(std::string_view text);

}  // namespace newsmill::model
