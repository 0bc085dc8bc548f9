// Any value, with a few headers, gives documents in valid UTF-8 or a rejection.
// The result is the same each time. The first byte chooses the headers.
#include <cstdint>

#include "newsmill/base/check.h"
#include "newsmill/base/utf8.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

model::RawMessage MessageOf(std::string_view bytes) {
  static const model::Headers kChoices[] = {
      {},
      {{"content-type", "text/html"}},
      {{"content-type", "text/plain; charset=utf-16le"}},
      {{"content-type", "application/json"}, {"id", "x\xFF"}},
      {{"charset", "shift_jis"}, {"url", "http://a.example/\x80"}},
      {{"charset", "gb18030"}, {"fetched-at", "2024"}},
      {{"charset", "iso-2022-jp"}},
      {{"charset", "nonsense"}},
  };
  model::RawMessage message;
  if (bytes.empty()) return message;
  message.headers = kChoices[static_cast<unsigned char>(bytes[0]) % 8];
  message.value = bytes.substr(1);
  return message;
}

void CheckItem(const Item& item) {
  if (!item) {
    NEWSMILL_CHECK(IsValidUtf8(item.error().detail));
    NEWSMILL_CHECK(IsValidUtf8(item.error().input_id));
    return;
  }
  NEWSMILL_CHECK(IsValidUtf8(item->content));
  NEWSMILL_CHECK(IsValidUtf8(item->url));
  NEWSMILL_CHECK(IsValidUtf8(item->input_id));
  NEWSMILL_CHECK(item->id != model::Hash128{});
  NEWSMILL_CHECK(item->content.find('\0') == std::string::npos);
}

}  // namespace
}  // namespace newsmill::input

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using newsmill::input::Decode;
  newsmill::input::Options options;
  options.max_unpacked_bytes = 1 << 16;
  const auto message =
      newsmill::input::MessageOf({reinterpret_cast<const char*>(bytes), size});
  const auto items = Decode(message, options);
  const auto again = Decode(message, options);
  NEWSMILL_CHECK(!items.empty() && items.size() == again.size());
  newsmill::input::CheckItem(items.front());
  NEWSMILL_CHECK(items.front().has_value() == again.front().has_value());
  if (items.front()) {
    NEWSMILL_CHECK(items.front()->content == again.front()->content);
  }
  return 0;
}
