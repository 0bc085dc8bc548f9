// Writes the blocks of pages with their features, for
// script/train_body_model.py.
//
//   newsmill_body_dump < PAGES > BLOCKS
//
// PAGES: for each page its envelope and the first model's scores of its blocks,
// or nothing, each after its length in bytes.
// BLOCKS: the hash of the feature list, the numbers of features and of
// contexts. For each page the number of blocks, 0 if it is no page. For each
// block its text after its length, its features, and its contexts if scores
// were given. Numbers have four bytes, features and contexts two,
// little-endian.
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "extract/assemble.h"
#include "extract/body/context.h"
#include "extract/body/features.h"
#include "extract/body/model.h"
#include "newsmill/extract/options.h"
#include "newsmill/html/parse.h"
#include "newsmill/input/decode.h"

namespace newsmill::extract {
namespace {

void WriteNumber(size_t number) {
  const auto value = static_cast<uint32_t>(number);
  std::fwrite(&value, sizeof(value), 1, stdout);
}

bool ReadBytes(std::string& bytes) {
  uint32_t size = 0;
  if (std::fread(&size, sizeof(size), 1, stdin) != 1) return false;
  bytes.resize(size);
  return std::fread(bytes.data(), 1, size, stdin) == size;
}

std::vector<int32_t> NumbersIn(std::string_view bytes) {
  std::vector<int32_t> numbers(bytes.size() / sizeof(int32_t));
  std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof(int32_t));
  return numbers;
}

void WritePage(const model::Document& document,
               const std::vector<int32_t>& scores) {
  const html::Document page = html::Parse(document.content);
  metadata::PageEvidence evidence = metadata::ReadPage(page, document);
  model::Article article;
  AssembleMetadata(evidence, document, article);
  const body::BodyHints hints = HintsOf(evidence, article);
  const body::Outline outline =
      body::OutlineOf(page, static_cast<size_t>(Options{}.max_blocks));
  WriteNumber(outline.blocks.size());
  if (outline.blocks.empty()) return;
  const std::vector<body::FeatureRow> rows =
      FeaturesOf(outline, body::FactsOf(outline, hints), hints);
  std::vector<body::ContextRow> contexts;
  if (!scores.empty()) contexts = body::ContextsOf(outline, rows, scores);
  for (size_t i = 0; i < rows.size(); ++i) {
    const std::string_view text = outline.TextOf(outline.blocks[i]);
    WriteNumber(text.size());
    std::fwrite(text.data(), 1, text.size(), stdout);
    for (int feature = 0; feature < body::kFeatureCount; ++feature) {
      const int16_t value = rows[i].At(feature);
      std::fwrite(&value, sizeof(value), 1, stdout);
    }
    if (contexts.empty()) continue;
    std::fwrite(contexts[i].data(), sizeof(int16_t), body::kContextCount,
                stdout);
  }
}

int Dump() {
  WriteNumber(body::FeatureListHash());
  WriteNumber(body::kFeatureCount);
  WriteNumber(body::kContextCount);
  model::RawMessage message;
  std::string scores;
  message.value.emplace();
  while (ReadBytes(*message.value) && ReadBytes(scores)) {
    const input::Item item = input::Decode(message, {}).front();
    if (item && item->kind == model::DocumentKind::kHtml) {
      WritePage(*item, NumbersIn(scores));
    } else {
      WriteNumber(0);
    }
  }
  return 0;
}

}  // namespace
}  // namespace newsmill::extract

int main() { return newsmill::extract::Dump(); }
