// newsmill_dump_documents: reads one envelope a line. Prints the documents that
// `input` decodes, one JSON object a line with the line number of the envelope.
#include <iostream>
#include <string>

#include "newsmill/input/decode.h"
#include "newsmill/json/writer.h"

namespace newsmill {
namespace {

void WriteText(json::Writer& writer, std::string_view key,
               std::string_view text) {
  if (!text.empty()) writer.Key(key).String(text);
}

void WriteTexts(json::Writer& writer, std::string_view key,
                const std::vector<std::string>& texts) {
  writer.Key(key).BeginArray();
  for (const std::string& text : texts) writer.String(text);
  writer.EndArray();
}

std::string_view NameOf(model::Markup markup) {
  return markup == model::Markup::kHtml ? "html" : "text";
}

void WriteImages(json::Writer& writer,
                 const std::vector<model::FeedImage>& images) {
  writer.Key("images").BeginArray();
  for (const model::FeedImage& image : images) {
    writer.BeginObject();
    WriteText(writer, "url", image.url);
    WriteText(writer, "caption", image.caption);
    WriteText(writer, "credit", image.credit);
    writer.EndObject();
  }
  writer.EndArray();
}

void WriteFeedItem(json::Writer& writer, const model::FeedItem& item) {
  WriteText(writer, "feed_title", item.feed_title);
  WriteText(writer, "feed_url", item.feed_url);
  WriteText(writer, "feed_link", item.feed_link);
  WriteText(writer, "language", item.language);
  WriteText(writer, "title", item.title);
  writer.Key("title_markup").String(NameOf(item.title_markup));
  WriteText(writer, "published", item.published);
  WriteText(writer, "modified", item.modified);
  WriteTexts(writer, "authors", item.authors);
  WriteText(writer, "summary", item.summary);
  writer.Key("summary_markup").String(NameOf(item.summary_markup));
  WriteText(writer, "guid", item.guid);
  WriteTexts(writer, "categories", item.categories);
  WriteText(writer, "base_url", item.base_url);
  writer.Key("content_is_summary").Bool(item.content_is_summary);
  WriteImages(writer, item.images);
}

void WriteItem(json::Writer& writer, const input::Item& item) {
  if (!item) {
    writer.Key("reason").String(model::Name(item.error().reason));
    writer.Key("detail").String(item.error().detail);
    return;
  }
  writer.Key("kind").String(model::Name(item->kind));
  writer.Key("id").String(model::ToHex(item->id));
  WriteText(writer, "url", item->url);
  WriteText(writer, "content", item->content);
  writer.Key("content_markup").String(NameOf(item->content_markup));
  if (item->item) writer.Key("item").Int(*item->item);
  WriteFeedItem(writer, item->feed);
}

int Run() {
  std::ios::sync_with_stdio(false);
  std::string line;
  for (int64_t number = 0; std::getline(std::cin, line); ++number) {
    model::RawMessage message;
    message.value = line;
    for (const input::Item& item : input::Decode(message, {})) {
      std::string out;
      json::Writer writer(out);
      writer.BeginObject().Key("line").Int(number);
      WriteItem(writer, item);
      writer.EndObject();
      std::cout << out << '\n';
    }
  }
  return 0;
}

}  // namespace
}  // namespace newsmill

int main() { return newsmill::Run(); }
