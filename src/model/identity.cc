#include "newsmill/model/identity.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <array>

#include "newsmill/base/ascii.h"
#include "newsmill/base/check.h"
#include "newsmill/base/utf8.h"
#include "xxhash.h"

namespace newsmill::model {
namespace {

Hash128 FromXxh(XXH128_hash_t hash) { return {hash.high64, hash.low64}; }

/// Returns an ASCII letter in lower case, and a digit unchanged. Returns ' '
/// for any other ASCII byte, because such a byte separates words.
constexpr char FoldAscii(char c) {
  return IsAsciiLetterOrDigit(c) ? LowerAscii(c) : ' ';
}

/// Appends a space to a text before each word except the first word.
class WordSink {
 public:
  explicit WordSink(std::string& out) : out_(out) {}
  void Separate() { gap_ = true; }
  void Begin() {
    if (gap_ && !out_.empty()) out_ += ' ';
    gap_ = false;
  }

 private:
  std::string& out_;
  bool gap_ = false;
};

std::string NormalisedAscii(std::string_view text) {
  static constexpr auto kFolded = [] {
    std::array<char, 128> folded{};
    for (size_t i = 0; i < 128; ++i)
      folded[i] = FoldAscii(static_cast<char>(i));
    return folded;
  }();
  // Each run of separators in `text` becomes at most one space, so `words` is
  // not longer than `text`.
  std::string words(text.size(), '\0');
  char* const out = words.data();
  size_t size = 0;
  char last = ' ';
  for (const char c : text) {
    // The loop has no branches, because the processor cannot predict branches
    // well for short words.
    const char folded = kFolded[static_cast<unsigned char>(c)];
    out[size] = folded;
    size += folded != ' ' || last != ' ' ? 1 : 0;
    last = folded;
  }
  if (size > 0 && last == ' ') --size;
  words.resize(size);
  return words;
}

/// Returns whether the character is part of a word. Combining marks are parts
/// of words.
bool IsWordPart(int32_t c) {
  if (c < 0x80) return FoldAscii(static_cast<char>(c)) != ' ';
  constexpr uint32_t kMask = U_GC_L_MASK | U_GC_ND_MASK | U_GC_M_MASK;
  return (1U << static_cast<unsigned>(u_charType(c)) & kMask) != 0;
}

std::string WordsOf(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  WordSink words(out);
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    const int32_t character = NextCharacter(text, i);
    if (IsWordPart(character)) {
      words.Begin();
      out.append(text, begin, i - begin);
    } else {
      words.Separate();
    }
  }
  return out;
}

}  // namespace

class FieldHash::State {
 public:
  State() : xxh_(XXH3_createState()) {
    NEWSMILL_CHECK(xxh_ != nullptr);
    XXH3_128bits_reset(xxh_.get());
  }
  XXH3_state_t* xxh() const { return xxh_.get(); }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> xxh_;
};

FieldHash::FieldHash() : state_(std::make_unique<State>()) {}
FieldHash::~FieldHash() = default;

FieldHash& FieldHash::Add(std::string_view field) {
  Add(static_cast<int64_t>(field.size()));
  XXH3_128bits_update(state_->xxh(), field.data(), field.size());
  return *this;
}

FieldHash& FieldHash::Add(int64_t field) {
  // The bytes are in a fixed order, so that the hash does not depend on the
  // machine's byte order.
  unsigned char bytes[8];
  for (int i = 0; i < 8; ++i) {
    bytes[i] =
        static_cast<unsigned char>(static_cast<uint64_t>(field) >> (8 * i));
  }
  XXH3_128bits_update(state_->xxh(), bytes, sizeof(bytes));
  return *this;
}

Hash128 FieldHash::Digest() const {
  return FromXxh(XXH3_128bits_digest(state_->xxh()));
}

Hash128 HashOf(std::string_view bytes) {
  return FromXxh(XXH3_128bits(bytes.data(), bytes.size()));
}

std::string NormalisedText(std::string_view text) {
  if (IsAscii(text)) return NormalisedAscii(text);
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  NEWSMILL_CHECK(U_SUCCESS(status));
  std::string folded;
  folded.reserve(text.size());
  icu::StringByteSink<std::string> sink(&folded);
  normalizer->normalizeUTF8(
      0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
      nullptr, status);
  NEWSMILL_CHECK(U_SUCCESS(status));
  return WordsOf(folded);
}

}  // namespace newsmill::model
