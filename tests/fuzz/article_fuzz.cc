// Any text gives an article whose record is valid JSON, or a rejection. The
// result is the same each time. The first byte chooses the kind.
#include <cstdint>

#include "newsmill/base/check.h"
#include "newsmill/base/utf8.h"
#include "newsmill/dedup/fingerprint.h"
#include "newsmill/extract/extract.h"
#include "newsmill/json/reader.h"
#include "newsmill/output/record.h"

namespace newsmill {
namespace {

model::Document DocumentOf(std::string_view bytes) {
  model::Document document;
  if (bytes.empty()) return document;
  const auto choice = static_cast<unsigned char>(bytes[0]);
  bytes.remove_prefix(1);
  if ((choice & 1) != 0) {
    document.kind = (choice & 8) != 0 ? model::DocumentKind::kRss
                                      : model::DocumentKind::kHtml;
    document.content_markup = model::Markup::kHtml;
  }
  AppendValidUtf8(bytes, document.content);
  if ((choice & 2) != 0) document.url = document.content.substr(0, 40);
  if ((choice & 4) != 0) document.feed.title = "Ferry sails again";
  return document;
}

std::string RecordOf(const model::Article& article) {
  const auto record = output::Prepare(article, {});
  NEWSMILL_CHECK(record.has_value());
  return output::Complete(record->head, {}, output::Provenance{});
}

void CheckRecord(const model::Article& article, const std::string& record) {
  NEWSMILL_CHECK(IsValidUtf8(record));
  const auto tree = json::Tree::Parse(record);
  NEWSMILL_CHECK(tree.has_value());
  auto paragraph = tree->root().Find("paragraphs")->first();
  for (const std::string& expected : article.paragraphs) {
    NEWSMILL_CHECK(!expected.empty());
    NEWSMILL_CHECK(paragraph &&
                   (!IsValidUtf8(expected) || paragraph->string() == expected));
    paragraph = paragraph->next();
  }
}

}  // namespace
}  // namespace newsmill

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace newsmill;  // NOLINT(google-build-using-namespace)
  const model::Document document =
      DocumentOf({reinterpret_cast<const char*>(bytes), size});
  const auto article = extract::Extract(document, {.min_text_characters = 1});
  if (!article) return 0;
  const std::string record = RecordOf(*article);
  CheckRecord(*article, record);
  const auto again = extract::Extract(document, {.min_text_characters = 1});
  NEWSMILL_CHECK(RecordOf(*again) == record);
  NEWSMILL_CHECK(dedup::FingerprintsOf(*article).newest.text ==
                 dedup::FingerprintsOf(*again).newest.text);
  return 0;
}
