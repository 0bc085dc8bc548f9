// Finds the ends of sentences in all scripts.
#include "characters.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::text {
namespace {

using Character = int32_t;

bool IsTerminal(Character c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x203C:
    case 0x2049:  // … ‼ ⁉
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0xFF0E:  // 。 ！ ？ ．
    case 0x061F:
    case 0x06D4:  // ؟ ۔
    case 0x0964:
    case 0x0965:  // danda
    case 0x1362:  // Ethiopic
    case 0x0589:  // Armenian
    case 0x0F0D:  // Tibetan
    case 0x104B:  // Burmese
    case 0x17D4:  // Khmer
      return true;
    default:
      return false;
  }
}

bool IsCloser(Character c) {
  switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '*':
    case 0x00BB:
    case 0x00AB:
    case 0x2019:
    case 0x201D:
    case 0x201C:
    case 0x203A:
    case 0x2039:
    case 0x300D:
    case 0x300F:
    case 0xFF09:
    case 0x3011:
    case 0xFF02:
      return true;
    default:
      return false;
  }
}

/// Returns the text without a remark in brackets at its end, such as the name
/// of an agency.
std::string_view WithoutLastRemark(std::string_view text) {
  size_t open = std::string_view::npos;
  if (text.ends_with(')')) open = text.rfind('(');
  if (text.ends_with("）")) open = text.rfind("（");
  if (open == text.npos || open == 0 || text.size() - open > 80) return text;
  text = text.substr(0, open);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool EndsWithTerminal(std::string_view text) {
  size_t i = text.size();
  for (int closers = 0; i > 0 && closers < 6; ++closers) {
    const Character c = PreviousCharacter(text, i);
    if (IsTerminal(c)) return true;
    if (!IsCloser(c) && c != ' ') return false;
  }
  return false;
}

}  // namespace

bool EndsSentence(std::string_view text) {
  if (EndsWithTerminal(text)) return true;
  const std::string_view before = WithoutLastRemark(text);
  return before.size() != text.size() && EndsWithTerminal(before);
}

bool EndsInEllipsis(std::string_view text) {
  const size_t size = text.find_last_not_of(" ])") + 1;  // 0 if there is none
  const std::string_view bare = text.substr(0, size);
  return bare.ends_with("…") || bare.ends_with("...");
}

int32_t InnerSentenceEnds(std::string_view text) {
  int32_t ends = 0;
  for (size_t i = 0; i + 2 < text.size(); ++i) {
    const char c = text[i];
    // A full stop after a short word is not counted, because it may belong to
    // an abbreviation.
    const bool stop = c == '.' && i >= 4 && text[i - 1] != '.' &&
                      text[i - 2] != ' ' && text[i - 3] != ' ';
    if ((stop || c == '!' || c == '?') && text[i + 1] == ' ') ++ends;
    if (text.substr(i, 3) == "。" && i + 3 < text.size()) ++ends;
  }
  return ends;
}

}  // namespace newsmill::extract::text
