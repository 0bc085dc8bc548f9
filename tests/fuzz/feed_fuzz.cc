// Any bytes labelled as a feed or wire item give documents whose texts are
// valid UTF-8 of a bounded size, or one rejection. The result is the same each
// time. The first byte chooses the label.
#include <cstdint>

#include "newsmill/base/check.h"
#include "newsmill/base/utf8.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

model::RawMessage MessageOf(std::string_view bytes) {
  static const std::string kTypes[] = {"application/rss+xml",
                                       "application/atom+xml; charset=utf-8",
                                       "text/xml; charset=iso-8859-1",
                                       "application/feed+json",
                                       "application/vnd.iptc.g2.newsitem+xml",
                                       "application/vnd.iptc.ninjs+json"};
  model::RawMessage message;
  message.headers = {
      {"content-type", kTypes[static_cast<unsigned char>(bytes[0]) % 6]},
      {"url", "https://paper.example/feeds/all"}};
  message.value = bytes.substr(1);
  return message;
}

void CheckText(std::string_view text, const Options& options) {
  NEWSMILL_CHECK(IsValidUtf8(text));
  // Escaped markup has at most six bytes for each byte.
  NEWSMILL_CHECK(static_cast<int64_t>(text.size()) <=
                 8 * options.max_unpacked_bytes);
}

void CheckDocument(const model::Document& document, const Options& options) {
  const model::FeedItem& item = document.feed;
  for (const std::string& text :
       {document.content, document.url, item.title, item.summary, item.guid,
        item.published, item.modified, item.language, item.base_url,
        item.feed_title, item.feed_url, item.feed_link, item.subtitle,
        item.section, item.byline, item.credit, item.provider, item.rights,
        item.not_an_article}) {
    CheckText(text, options);
  }
  for (const auto& names : {item.authors, item.categories}) {
    for (const std::string& name : names) {
      NEWSMILL_CHECK(!name.empty());
      CheckText(name, options);
    }
  }
  for (const model::FeedImage& image : item.images) {
    NEWSMILL_CHECK(!image.url.empty());
    CheckText(image.url, options);
    CheckText(image.caption, options);
    CheckText(image.credit, options);
  }
  NEWSMILL_CHECK(document.content.find('\0') == std::string::npos);
}

void CheckItems(const std::vector<Item>& items, const Options& options) {
  NEWSMILL_CHECK(!items.empty());
  // One more if the document is cut off within an item.
  NEWSMILL_CHECK(items.size() <= static_cast<size_t>(options.max_items) + 1);
  for (size_t i = 0; i < items.size(); ++i) {
    if (!items[i]) {
      NEWSMILL_CHECK(i + 1 == items.size());
      NEWSMILL_CHECK(IsValidUtf8(items[i].error().detail));
      continue;
    }
    if (items[i]->item) {
      NEWSMILL_CHECK(*items[i]->item == static_cast<int32_t>(i));
    }
    CheckDocument(*items[i], options);
  }
}

void CheckSame(const std::vector<Item>& items, const std::vector<Item>& again) {
  NEWSMILL_CHECK(items.size() == again.size());
  for (size_t i = 0; i < items.size(); ++i) {
    NEWSMILL_CHECK(items[i].has_value() == again[i].has_value());
    if (!items[i]) continue;
    NEWSMILL_CHECK(items[i]->id == again[i]->id);
    NEWSMILL_CHECK(items[i]->content == again[i]->content);
  }
}

}  // namespace
}  // namespace newsmill::input

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using newsmill::input::Decode;
  if (size == 0) return 0;
  newsmill::input::Options options;
  options.max_unpacked_bytes = 1 << 18;
  options.max_items = 50;
  const auto message =
      newsmill::input::MessageOf({reinterpret_cast<const char*>(bytes), size});
  const auto items = Decode(message, options);
  newsmill::input::CheckItems(items, options);
  newsmill::input::CheckSame(items, Decode(message, options));
  return 0;
}
