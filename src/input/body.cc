#include "body.h"

#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::input {
namespace {

/// Returns the value of a Kafka header as valid UTF-8. The value in the message
/// may be any bytes.
std::string TextHeader(const model::Headers& headers, std::string_view name) {
  std::string text;
  if (const auto value = model::FindHeader(headers, name)) {
    AppendValidUtf8(TrimBlanks(*value), text);
  }
  return text;
}

bool IsDigitAt(std::string_view text, size_t i) {
  return i < text.size() && IsAsciiDigit(text[i]);
}

/// Returns whether the text starts like `pattern`. In `pattern`, '0' matches
/// any digit, and every other character matches only itself. For example,
/// "2024-01-23T10" starts like "0000-00-00".
bool StartsLike(std::string_view text, std::string_view pattern) {
  for (size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '0' ? !IsDigitAt(text, i)
                          : i >= text.size() || text[i] != pattern[i]) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool LooksLikeTimestamp(std::string_view text) {
  if (!StartsLike(text, "0000-00-00")) return false;
  if (text.size() == 10) return true;
  const bool separated = text[10] == 'T' || text[10] == 't' || text[10] == ' ';
  return separated && StartsLike(text.substr(11), "00:00") && text.size() <= 40;
}

BodyResult BareBody(const model::RawMessage& message) {
  const auto text = [&](std::string_view name) {
    return TextHeader(message.headers, name);
  };
  Body body;
  body.bytes = *message.value;
  body.input_id = text("id");
  body.url = text("url");
  body.content_type = text("content-type");
  body.charset = text("charset");
  body.source = text("source");
  body.fetched_at = text("fetched-at");
  return body;
}

}  // namespace newsmill::input
