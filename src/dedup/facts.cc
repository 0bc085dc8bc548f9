#include "facts.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

#include "mixing.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/check.h"
#include "newsmill/base/utf8.h"
#include "xxhash.h"

namespace newsmill::dedup {
namespace {

/// The kind of a character. The kind decides where numbers, words and sentences
/// begin and end.
enum class Kind : uint8_t {
  kOther,
  kIgnored,  // soft hyphens and other characters without a width
  kSmall,
  kCapital,
  kLetter,  // a letter of a script without case, such as Chinese
  kMark,
  kDigit,
  kJoint,   // a separator that may be inside a number, such as ','
  kPeriod,  // inside a number or abbreviation, or the end of a sentence
  kStop,    // ends a sentence
  kQuote,
};

constexpr Kind AsciiKind(char c) {
  if (c >= 'a' && c <= 'z') return Kind::kSmall;
  if (c >= 'A' && c <= 'Z') return Kind::kCapital;
  if (c >= '0' && c <= '9') return Kind::kDigit;
  switch (c) {
    case ',':
    case ':':
    case '/':
    case '-':
      return Kind::kJoint;
    case '.':
      return Kind::kPeriod;
    case '!':
    case '?':
      return Kind::kStop;
    case '"':
    case '\'':
    case '`':
      return Kind::kQuote;
    default:
      return Kind::kOther;
  }
}

constexpr auto kAsciiKinds = [] {
  std::array<Kind, 128> kinds{};
  for (size_t i = 0; i < kinds.size(); ++i) {
    kinds[i] = AsciiKind(static_cast<char>(i));
  }
  return kinds;
}();

/// Returns the ASCII form of a separator or dash inside a number, or 0 for
/// other characters.
char AsciiJoint(int32_t c) {
  switch (c) {
    case 0xFF0C:  // fullwidth comma
    case 0x066C:  // Arabic thousands separator
      return ',';
    case 0xFF0E:  // fullwidth full stop
    case 0x066B:  // Arabic decimal separator
      return '.';
    case 0xFF1A:  // fullwidth colon
      return ':';
    case 0xFF0F:  // fullwidth solidus
      return '/';
    case 0x2212:  // minus sign
      return '-';
    default:
      return u_charType(c) == U_DASH_PUNCTUATION ? '-' : '\0';
  }
}

Kind KindOfPunctuation(int32_t c) {
  switch (c) {
    case 0x201A:  // Unicode classifies low quotation marks as brackets
    case 0x201E:
      return Kind::kQuote;
    case 0x2026:  // ellipsis
      return Kind::kStop;
    default:
      break;
  }
  if (const char joint = AsciiJoint(c); joint != '\0') {
    return joint == '.' ? Kind::kPeriod : Kind::kJoint;
  }
  return u_hasBinaryProperty(c, UCHAR_S_TERM) ? Kind::kStop : Kind::kOther;
}

Kind KindByProperties(int32_t c) {
  if (c < 0x80) return kAsciiKinds[static_cast<size_t>(c)];
  switch (u_charType(c)) {
    case U_LOWERCASE_LETTER:
      return Kind::kSmall;
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return Kind::kCapital;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return Kind::kLetter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return Kind::kMark;
    case U_DECIMAL_DIGIT_NUMBER:
      return Kind::kDigit;
    case U_FORMAT_CHAR:
      return Kind::kIgnored;
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return Kind::kQuote;
    default:
      return KindOfPunctuation(c);
  }
}

/// The kinds of the characters U+0000 to U+FFFF. Nearly all characters of texts
/// are among these. The table exists because a lookup of a character's
/// properties in ICU takes several times as long.
using KindTable = std::array<Kind, 0x10000>;

const KindTable& Kinds() {
  static const KindTable kKinds = [] {
    KindTable kinds;
    for (size_t c = 0; c < kinds.size(); ++c) {
      kinds[c] = KindByProperties(static_cast<int32_t>(c));
    }
    return kinds;
  }();
  return kKinds;
}

bool HasCase(Kind kind) {
  return kind == Kind::kSmall || kind == Kind::kCapital;
}
/// Returns whether a character of this kind begins a word. A letter without
/// case does not begin a word, because in some scripts there is no space before
/// the next word or number.
bool BeginsWord(Kind kind) { return HasCase(kind) || kind == Kind::kDigit; }
bool ContinuesWord(Kind kind) {
  return BeginsWord(kind) || kind == Kind::kMark || kind == Kind::kIgnored;
}

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

constexpr size_t kHalfBytes = model::kFactBytes / 2;

/// Only this many bytes of a word are used. The rest of a longer word is
/// ignored.
constexpr size_t kMostBytes = 64;
using Buffer = std::array<char, kMostBytes>;

std::string_view FoldedAscii(std::string_view word, Buffer& buffer) {
  const size_t size = std::min(word.size(), buffer.size());
  for (size_t i = 0; i < size; ++i) {
    buffer[i] = LowerAscii(word[i]);
  }
  return {buffer.data(), size};
}

/// Returns the word in the form NFKC_Casefold, which drops characters without
/// width.
std::string_view Folded(std::string_view word, Buffer& buffer) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  NEWSMILL_CHECK(U_SUCCESS(status));
  icu::CheckedArrayByteSink sink(buffer.data(),
                                 static_cast<int32_t>(buffer.size()));
  normalizer->normalizeUTF8(
      0, icu::StringPiece(word.data(), static_cast<int32_t>(word.size())), sink,
      nullptr, status);
  NEWSMILL_CHECK(U_SUCCESS(status));
  return {buffer.data(), static_cast<size_t>(sink.NumberOfBytesWritten())};
}

/// Returns the number with digits and dashes in ASCII. `number` is in `buffer`.
std::string_view WithAsciiDigits(std::string_view number, Buffer& buffer) {
  size_t size = 0;
  for (size_t at = 0; at < number.size();) {
    const size_t begin = at;
    const int32_t character = NextCharacter(number, at);
    // The function changes the characters in place. This is possible because an
    // ASCII character is never longer than the character that it replaces.
    if (const int32_t digit = u_charDigitValue(character); digit >= 0) {
      buffer[size++] = static_cast<char>('0' + digit);
    } else if (const char joint = AsciiJoint(character); joint != '\0') {
      buffer[size++] = joint;
    } else {
      for (size_t i = begin; i < at; ++i) buffer[size++] = buffer[i];
    }
  }
  return {buffer.data(), size};
}

class FactReader {
 public:
  FactReader(std::string_view paragraph, FactMap& facts)
      : text_(paragraph), facts_(facts), kinds_(Kinds()) {}

  void ReadAll() {
    names_ = HasSmallLetter();
    while (at_ < text_.size()) {
      const size_t begin = at_;
      const Kind kind = KindOf(NextCharacter(text_, at_));
      if (BeginsWord(kind)) {
        ReadWord(begin, kind);
      } else {
        ReadBetween(kind);
      }
    }
  }

 private:
  Kind KindOf(int32_t character) const {
    if (character < 0) return Kind::kOther;
    const auto c = static_cast<size_t>(character);
    return c < kinds_.size() ? kinds_[c] : KindByProperties(character);
  }

  bool HasSmallLetter() const {
    for (size_t at = 0; at < text_.size();) {
      if (KindOf(NextCharacter(text_, at)) == Kind::kSmall) return true;
    }
    return false;
  }

  /// A number or a word: letters with case and digits without a space between
  /// them, and separators between two digits.
  struct Word {
    std::string_view text;
    Kind first;
    int32_t letters = 0;
    int32_t small = 0;
    int32_t digits = 0;
    bool is_ascii = true;

    void Add(Kind kind) {
      letters += HasCase(kind) ? 1 : 0;
      small += kind == Kind::kSmall ? 1 : 0;
      digits += kind == Kind::kDigit ? 1 : 0;
    }
  };

  /// Reads the rest of the word that begins at `begin` with a character of kind
  /// `first`.
  Word TakeWord(size_t begin, Kind first) {
    Word word = {.text = {}, .first = first};
    word.is_ascii = IsAscii(text_[begin]);
    word.Add(first);
    size_t end = at_;
    for (Kind last = first; at_ < text_.size(); end = at_) {
      Kind kind = Kind::kSmall;  // the kind of 'a' to 'z', without a lookup
      if (text_[at_] >= 'a' && text_[at_] <= 'z') {
        ++at_;
      } else {
        kind = KindOf(NextCharacter(text_, at_));
        if (!ContinuesWord(kind) && !(last == Kind::kDigit && IsJoint(kind))) {
          break;
        }
        word.is_ascii = word.is_ascii && IsAscii(text_[end]);
      }
      word.Add(kind);
      last = kind;
    }
    at_ = end;
    word.text = text_.substr(begin, end - begin);
    return word;
  }

  void ReadWord(size_t begin, Kind first) {
    const Word word = TakeWord(begin, first);
    if (word.digits > 0 ||
        (names_ && first == Kind::kCapital && word.letters >= 2 &&
         !begins_sentence_ && !begins_quote_)) {
      AddFact(word);
    }
    // The period after "J.", "U.S." or "Mr." does not end the sentence.
    EndWord(first == Kind::kCapital && word.digits == 0 &&
            (word.letters == 1 || (word.letters == 2 && word.small == 1)));
  }

  void AddFact(const Word& word) {
    Buffer buffer;
    std::string_view folded = word.is_ascii ? FoldedAscii(word.text, buffer)
                                            : Folded(word.text, buffer);
    if (!word.is_ascii && word.digits > 0) {
      folded = WithAsciiDigits(folded, buffer);
    }
    const std::span half = word.digits > 0
                               ? std::span(facts_).first<kHalfBytes>()
                               : std::span(facts_).last<kHalfBytes>();
    const uint64_t bit =
        XXH3_64bits(folded.data(), folded.size()) % (8 * half.size());
    half[bit / 8] |= static_cast<uint8_t>(1U << bit % 8);
  }

  /// Returns whether a digit follows the separator (period, comma …) that ends
  /// at `at_`.
  bool IsJoint(Kind kind) const {
    if (kind != Kind::kJoint && kind != Kind::kPeriod) return false;
    size_t next = at_;
    return next < text_.size() &&
           KindOf(NextCharacter(text_, next)) == Kind::kDigit;
  }

  void ReadBetween(Kind kind) {
    if (kind == Kind::kIgnored || kind == Kind::kMark) return;
    if (kind == Kind::kLetter) {
      EndWord(false);
      return;
    }
    if (kind == Kind::kStop || (kind == Kind::kPeriod && !is_abbreviation_)) {
      begins_sentence_ = true;
    }
    begins_quote_ = kind == Kind::kQuote && !after_word_;
    after_word_ = false;
  }

  void EndWord(bool is_abbreviation) {
    is_abbreviation_ = is_abbreviation;
    begins_sentence_ = false;
    begins_quote_ = false;
    after_word_ = true;
  }

  std::string_view text_;
  FactMap& facts_;
  const KindTable& kinds_;
  bool names_ = false;  // true: the paragraph is searched for names
  size_t at_ = 0;
  bool begins_sentence_ = true;
  bool begins_quote_ = false;
  bool is_abbreviation_ = false;
  bool after_word_ = false;  // true: the last character was part of a word
};

}  // namespace

FactMap FactsOf(std::span<const std::string> paragraphs) {
  FactMap facts{};
  for (const std::string& paragraph : paragraphs) {
    FactReader(paragraph, facts).ReadAll();
  }
  return facts;
}

}  // namespace newsmill::dedup
