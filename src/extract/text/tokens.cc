#include "tokens.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "characters.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::text {
namespace {

constexpr int32_t kMaxDigits = 8;

/// Reads a text character by character. `current` returns the character at the
/// current position.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { Next(); }
  UChar32 current() const { return current_; }  // -1 at the end
  size_t begin() const { return begin_; }
  size_t end() const { return next_; }
  std::string_view bytes() const {
    return text_.substr(begin_, next_ - begin_);
  }
  void Next() {
    begin_ = next_;
    current_ = next_ < text_.size() ? NextCharacter(text_, next_) : -1;
  }

 private:
  std::string_view text_;
  size_t begin_ = 0;
  size_t next_ = 0;
  UChar32 current_ = -1;
};

int32_t DigitValue(UChar32 c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? c - '0' : -1;
  return u_charDigitValue(c);
}

bool IsSpace(UChar32 c) {
  if (c > ' ' && c < 0x80) return false;
  return c == ' ' || c == '\t' || c == 0xA0 || u_isspace(c) != 0;
}

bool IsWordCharacter(UChar32 c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  constexpr uint32_t kMask = U_GC_L_MASK | U_GC_M_MASK;
  return (1U << static_cast<unsigned>(u_charType(c)) & kMask) != 0;
}

/// Returns whether the character is invisible, such as a direction mark or a
/// joiner. Tokens do not contain such characters. Arabic and Persian dates have
/// direction marks between digits and slashes.
bool IsInvisible(UChar32 c) {
  return c >= 0xAD && (c == 0xAD || u_charType(c) == U_FORMAT_CHAR);
}

void ReadNumber(Scanner& scanner, Token& token) {
  token.kind = Token::Kind::kNumber;
  for (int32_t digit;
       scanner.current() >= 0 && (digit = DigitValue(scanner.current())) >= 0;
       scanner.Next()) {
    if (++token.digits <= kMaxDigits) token.value = token.value * 10 + digit;
  }
}

void ReadWord(Scanner& scanner, Token& token) {
  token.kind = Token::Kind::kWord;
  const bool wide = IsWide(scanner.current());
  do {
    if (IsInvisible(scanner.current())) {
      scanner.Next();
      continue;
    }
    token.end = scanner.end();
    token.word.append(scanner.bytes());
    scanner.Next();
  } while (
      !wide && scanner.current() >= 0 &&
      (IsWordCharacter(scanner.current()) || IsInvisible(scanner.current())) &&
      !IsWide(scanner.current()));
  token.word = Folded(token.word);
}

}  // namespace

std::vector<Token> TokensOf(std::string_view text, size_t max_tokens) {
  constexpr size_t kBytesOfToken = 4;  // estimate for `reserve`
  std::vector<Token> tokens;
  tokens.reserve(std::min(max_tokens, text.size() / kBytesOfToken + 1));
  Scanner scanner(text);
  bool after_space = false;
  while (scanner.current() >= 0 && tokens.size() < max_tokens) {
    if (IsSpace(scanner.current()) || IsInvisible(scanner.current())) {
      after_space |= IsSpace(scanner.current());
      scanner.Next();
      continue;
    }
    Token token;
    token.after_space = after_space;
    after_space = false;
    token.begin = scanner.begin();
    if (DigitValue(scanner.current()) >= 0) {
      ReadNumber(scanner, token);
      token.end = scanner.begin();
    } else if (IsWordCharacter(scanner.current())) {
      ReadWord(scanner, token);
    } else {
      token.end = scanner.end();
      token.word = scanner.bytes();
      scanner.Next();
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

}  // namespace newsmill::extract::text
