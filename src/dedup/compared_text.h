// The part of a fingerprint that decides whether two texts are copies.
#pragma once

#include <array>
#include <cstdint>

#include "newsmill/model/fingerprint.h"

namespace newsmill::dedup {

/// See model::Fingerprint for the fields. The window has millions of these
/// structs, so the struct has no other fields, and they have this order: a text
/// that shares a band by chance is recognised by the first fields.
struct ComparedText {
  std::array<uint8_t, model::kBodyRegisters> body{};
  std::array<uint8_t, model::kLeadRegisters> lead{};
  std::array<uint8_t, model::kFactBytes> facts{};
  uint32_t body_shingles = 0;
  uint16_t language = 0;
  uint8_t version = 0;
  bool has_bands = false;  // the text is in the lanes of bands (window.h)
};

inline ComparedText ComparedOf(const model::Fingerprint& print) {
  return {.body = print.body,
          .lead = print.lead,
          .facts = print.facts,
          .body_shingles = print.body_shingles,
          .language = print.language,
          .version = static_cast<uint8_t>(print.version),
          .has_bands = false};
}

}  // namespace newsmill::dedup
