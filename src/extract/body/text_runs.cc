#include "text_runs.h"

#include <algorithm>
#include <array>
#include <span>

#include "extract/text/characters.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::body {
namespace {

constexpr unsigned char Byte(char c) { return static_cast<unsigned char>(c); }

/// A blank, a joiner or another invisible character. `bytes` is its size, or 0
/// for all other characters.
/// Blanks: U+0085, U+00A0, U+1680, U+2000–U+200A, U+2028, U+2029, U+202F,
/// U+205F, U+3000.
/// Joiners: U+200C, U+200D. Joiners belong to the spelling of a word
/// (https://www.unicode.org/versions/Unicode15.0.0/ch23.pdf, section 23.2).
/// Other invisible characters: U+00AD, U+200B, U+200E, U+200F, U+202A–U+202E,
/// U+2060–U+2064, U+FEFF.
struct Special {
  uint8_t bytes = 0;
  bool blank = false;
  bool joiner = false;
};
Special SpecialAt(std::string_view text, size_t at) {
  const size_t left = text.size() - at;
  const unsigned char a = Byte(text[at]);
  if (a == 0xC2 && left >= 2) {
    const unsigned char b = Byte(text[at + 1]);
    if (b == 0xA0) return {2, true};
    if (b == 0xAD) return {2, false};
    if (b == 0x85) return {2, true};
  }
  if (left < 3) return {};
  const unsigned char b = Byte(text[at + 1]);
  const unsigned char c = Byte(text[at + 2]);
  if (a == 0xE2 && b == 0x80) {
    if (c <= 0x8A || c == 0xA8 || c == 0xA9 || c == 0xAF) return {3, true};
    if (c == 0x8C || c == 0x8D) return {3, false, true};
    if (c <= 0x8F || (c >= 0xAA && c <= 0xAE)) return {3, false};
  }
  if (a == 0xE2 && b == 0x81) {
    if (c == 0x9F) return {3, true};
    if (c >= 0xA0 && c <= 0xA4) return {3, false};
  }
  if (a == 0xE1 && b == 0x9A && c == 0x80) return {3, true};
  if (a == 0xE3 && b == 0x80 && c == 0x80) return {3, true};
  if (a == 0xEF && b == 0xBB && c == 0xBF) return {3, false};
  return {};
}

bool IsIdeographicSpace(std::string_view text, size_t at) {
  return text.substr(at).starts_with("\u3000");
}

constexpr bool IsControl(char c) { return Byte(c) <= 0x20 || c == 0x7F; }

/// For each byte: true if no blank and no invisible character begins with this
/// byte.
constexpr auto kPlain = [] {
  std::array<bool, 256> plain{};
  for (size_t i = 0; i < plain.size(); ++i) {
    plain[i] = !IsControl(static_cast<char>(i)) && i != 0xC2 &&
               (i < 0xE1 || i > 0xE3) && i != 0xEF;
  }
  return plain;
}();

/// Returns whether the character at `i` is plain, which means that it is
/// neither blank nor invisible. Plain characters are copied unchanged.
bool IsPlainAt(std::string_view text, size_t i) {
  if (i == text.size()) return false;
  return kPlain[Byte(text[i])] ||
         (!IsControl(text[i]) && SpecialAt(text, i).bytes == 0);
}

/// Returns the end of the run of plain characters that starts at `i`. The run
/// may contain single spaces.
size_t EndOfPlain(std::string_view text, size_t i) {
  while (IsPlainAt(text, i)) {
    ++i;
    if (i < text.size() && text[i] == ' ' && IsPlainAt(text, i + 1)) ++i;
  }
  return i;
}

/// What Counter counts. Most bytes are not counted.
enum class Counted : uint8_t { kNot, kDigit, kComma, kBlank, kThreeBytes };
constexpr auto kCounted = [] {
  std::array<Counted, 256> counted{};
  for (size_t i = '0'; i <= '9'; ++i) counted[i] = Counted::kDigit;
  counted[','] = Counted::kComma;
  counted[' '] = Counted::kBlank;
  // The first bytes of characters of three bytes.
  for (size_t i = 0xE0; i <= 0xEF; ++i) counted[i] = Counted::kThreeBytes;
  return counted;
}();

constexpr bool EndsSentence(char c) { return c == '.' || c == '!' || c == '?'; }

/// Counts the words, digits and other properties of a block.
class Counter {
 public:
  explicit Counter(TextBlock& block) : block_(block) {}

  void Count(std::string_view text) {
    uint32_t wide = 0;
    bool starts_word = true;
    for (size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (starts_word) {
        ++block_.words;
        if (c >= 'A' && c <= 'Z') ++block_.capitalised;
        starts_word = false;
      }
      switch (kCounted[Byte(c)]) {
        case Counted::kNot:
          break;
        case Counted::kDigit:
          ++block_.digits;
          break;
        case Counted::kComma:
          ++block_.commas;
          break;
        case Counted::kBlank:
          starts_word = true;
          if (i > 0 && EndsSentence(text[i - 1])) ++block_.sentence_ends;
          break;
        case Counted::kThreeBytes:
          if (HasNoSpaces(text, i)) CountWide(text, i, wide);
          break;
      }
    }
    if (wide >= 4) {
      block_.words += wide / 2;
      block_.wide = true;
    }
    if (!text.empty()) CountEnds(text);
  }

 private:
  // Returns whether the character at `i` is in a script without spaces between
  // words: Thai, Lao, Tibetan, Burmese, Khmer, Kana, Han. Hangul and full-width
  // forms are treated like these scripts. The character must have three bytes.
  static bool HasNoSpaces(std::string_view text, size_t i) {
    const unsigned char lead = Byte(text[i]);
    if (lead >= 0xE3) return true;
    if (lead > 0xE1 || i + 2 >= text.size()) return false;
    const unsigned char second = Byte(text[i + 1]);
    if (lead == 0xE0) return second >= 0xB8;
    return second <= 0x81 || (second == 0x82 && Byte(text[i + 2]) < 0xA0) ||
           second == 0x9E || second == 0x9F;
  }

  void CountWide(std::string_view text, size_t i, uint32_t& wide) {
    const std::string_view character = text.substr(i, 3);
    if (character == "。" || character == "！" || character == "？") {
      ++block_.sentence_ends;
    } else if (character == "、" || character == "，") {
      ++block_.commas;
    } else {
      ++wide;
    }
  }

  void CountEnds(std::string_view text) {
    block_.ends_sentence = text::EndsSentence(text);
    block_.starts_lower = text.front() >= 'a' && text.front() <= 'z';
  }

  TextBlock& block_;
};

/// Returns whether the lines of a block are paragraphs. This is the case if
/// most words are in lines of prose that end with a sentence, or if the lines
/// are indented by ideographic spaces. Lines of a poem or an address are short,
/// and lines that an editor has wrapped seldom end with a sentence.
bool AreParagraphs(std::span<const TextBlock> lines, const TextBlock& whole,
                   ptrdiff_t indented) {
  uint32_t paragraphs = 0;
  uint32_t words = 0;
  for (const TextBlock& line : lines) {
    if (!LooksLikeProse(line) || !line.ends_sentence) continue;
    ++paragraphs;
    words += line.words;
  }
  if (paragraphs == 0) return false;
  return indented * 2 >= std::ssize(lines) - 1 ||
         (paragraphs >= 2 && words * 4 >= whole.words * 3);
}

}  // namespace

void BlockWriter::LineBreak(const std::string& out) {
  if (written_ && breaks_ == 0) {
    lines_.push_back(sums_);
    lines_.back().end = static_cast<uint32_t>(out.size());
  }
  ++breaks_;
  space_ = true;
}

void BlockWriter::Begin(std::string& out) {
  if (!written_) {
    begin_ = static_cast<uint32_t>(out.size());
    written_ = true;
  } else {
    out += space_ ? std::string_view(" ") : joiner_;
  }
  breaks_ = 0;
  space_ = false;
  joiner_ = {};
}

void BlockWriter::Join(std::string_view joiner, std::string& out) {
  if (!written_ || space_) return;
  const bool after_ascii = Byte(out.back()) < 0x80;
  if (after_ascii) {
    joiner_ = joiner.back() == '\x8C' ? "\u200C" : "\u200D";
  } else if (!out.ends_with(joiner)) {
    out += joiner;
  }
}

bool BlockWriter::Write(std::string_view text, std::string& out) {
  const size_t before = out.size();
  size_t i = 0;
  while (i < text.size()) {
    if (IsControl(text[i])) {
      space_ = true;
      ++i;
      continue;
    }
    const size_t end = EndOfPlain(text, i);
    if (end > i) {
      Begin(out);
      out.append(text.substr(i, end - i));
      i = end;
      continue;
    }
    const Special special = SpecialAt(text, i);
    space_ = space_ || special.blank;
    if (breaks_ > 0 && !lines_.empty() && IsIdeographicSpace(text, i)) {
      lines_.back().indented = true;
    }
    if (special.joiner) Join(text.substr(i, special.bytes), out);
    i += special.bytes;
  }
  const uint32_t bytes = static_cast<uint32_t>(out.size() - before);
  if (link_) sums_.link_bytes += bytes;
  if (strong_) sums_.strong_bytes += bytes;
  if (emphasis_) sums_.emphasis_bytes += bytes;
  return bytes > 0;
}

TextBlock BlockWriter::BlockBetween(const Sums& before, const Sums& at,
                                    std::string_view out) {
  TextBlock block;
  block.text_begin = before.end;
  block.text_end = at.end;
  Counter(block).Count(out.substr(before.end, at.end - before.end));
  // The sums include the space before the text of a line.
  const uint32_t bytes = block.bytes();
  const uint64_t link_bytes =
      std::min(at.link_bytes - before.link_bytes, bytes);
  block.links = at.links - before.links;
  block.link_words = static_cast<uint32_t>(
      (link_bytes * block.words + bytes / 2) / std::max(bytes, 1U));
  block.strong_bytes = std::min(at.strong_bytes - before.strong_bytes, bytes);
  block.emphasis_bytes =
      std::min(at.emphasis_bytes - before.emphasis_bytes, bytes);
  return block;
}

void BlockWriter::EndBlock(const std::string& out,
                           std::vector<TextBlock>& blocks) {
  if (written_) {
    sums_.end = static_cast<uint32_t>(out.size());
    const Sums start = {.end = begin_};
    const TextBlock whole = BlockBetween(start, sums_, out);
    if (breaks_ > 0) lines_.pop_back();
    const size_t first = blocks.size();
    Sums before = start;
    for (const Sums& line : lines_) {
      blocks.push_back(BlockBetween(before, line, out));
      before = line;
      ++before.end;  // the space between two lines
    }
    if (!lines_.empty()) blocks.push_back(BlockBetween(before, sums_, out));
    if (lines_.empty() ||
        !AreParagraphs(std::span(blocks).subspan(first), whole,
                       std::ranges::count_if(lines_, &Sums::indented))) {
      blocks.resize(first);
      blocks.push_back(whole);
      blocks.back().lines = static_cast<uint32_t>(lines_.size());
    }
  }
  written_ = false;
  space_ = false;
  joiner_ = {};
  breaks_ = 0;
  sums_ = {};
  lines_.clear();
}

}  // namespace newsmill::extract::body
