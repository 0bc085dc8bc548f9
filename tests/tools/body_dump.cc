// Blocks of pages with their features, for script/train_body_model.py.
//
//   newsmill_body_dump < PAGES > BLOCKS
//
// PAGES: for each page six texts (title, authors on lines of their own, body in
// JSON-LD, description, "1" for an article, the page in UTF-8), each behind its
// length as four bytes. BLOCKS: the number of features; for each page the
// number of blocks; for each block its text and its features. Numbers are
// little-endian, of four bytes, features of two.
#include <array>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "body_features.h"
#include "newsmill/extract/options.h"
#include "newsmill/html/parse.h"

namespace newsmill::extract {
namespace {

void WriteNumber(size_t number) {
  const auto value = static_cast<uint32_t>(number);
  std::fwrite(&value, sizeof(value), 1, stdout);
}

bool ReadText(std::string& text) {
  uint32_t size = 0;
  if (std::fread(&size, sizeof(size), 1, stdin) != 1) return false;
  text.resize(size);
  return std::fread(text.data(), 1, size, stdin) == size;
}

std::vector<std::string> LinesOf(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void WritePage(const BodyHints& hints, const std::string& page) {
  const html::Document document = html::Parse(page);
  const Outline outline =
      OutlineOf(document, static_cast<size_t>(Options{}.max_blocks));
  WriteNumber(outline.blocks.size());
  if (outline.blocks.empty()) return;
  const std::vector<FeatureRow> rows =
      FeaturesOf(outline, FactsOf(outline, hints), hints);
  for (size_t i = 0; i < rows.size(); ++i) {
    const std::string_view text = outline.TextOf(outline.blocks[i]);
    WriteNumber(text.size());
    std::fwrite(text.data(), 1, text.size(), stdout);
    for (int feature = 0; feature < kFeatureCount; ++feature) {
      const int16_t value = rows[i].At(feature);
      std::fwrite(&value, sizeof(value), 1, stdout);
    }
  }
}

int Dump() {
  WriteNumber(kFeatureCount);
  std::array<std::string, 6> texts;
  while (true) {
    for (std::string& text : texts) {
      if (!ReadText(text)) return 0;
    }
    BodyHints hints;
    hints.title = texts[0];
    hints.authors = LinesOf(texts[1]);
    hints.article_body = texts[2];
    hints.description = texts[3];
    hints.is_article_type = texts[4] == "1";
    WritePage(hints, texts[5]);
  }
}

}  // namespace
}  // namespace newsmill::extract

int main() { return newsmill::extract::Dump(); }
