// One folder of tests/data a document: input.*, headers.json where the message
// had any, and expected.json, the record as `process` writes it or
// {"reason": …} for a dead letter. NEWSMILL_WRITE_GOLDEN=1 writes what came out
// instead of comparing it; read the difference before committing it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "gtest/gtest.h"
#include "newsmill/extract/extract.h"
#include "newsmill/input/decode.h"
#include "newsmill/json/reader.h"
#include "newsmill/output/record.h"

namespace newsmill {
namespace {

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> Cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(NEWSMILL_TEST_DATA)) {
    if (entry.is_directory()) names.push_back(entry.path().filename());
  }
  std::ranges::sort(names);
  return names;
}

model::RawMessage MessageIn(const fs::path& folder) {
  model::RawMessage message;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const fs::path& path = entry.path();
    if (path.stem() == "input") message.value = ReadFile(path);
    if (path.filename() != "headers.json") continue;
    const auto tree = json::Tree::Parse(ReadFile(path));
    EXPECT_TRUE(tree) << path;
    for (auto header = tree->root().first(); header; header = header->next()) {
      message.headers.push_back(
          {std::string(header->key()), std::string(header->string())});
    }
  }
  return message;
}

std::string ReasonOf(const model::Rejection& rejection) {
  return "{\"reason\": \"" + std::string(model::Name(rejection.reason)) +
         "\"}\n";
}

std::string OutputOf(const model::RawMessage& message) {
  const auto items = input::Decode(message, {});
  const auto& item = items.front();
  if (!item) return ReasonOf(item.error());
  const auto article = extract::Extract(*item, {});
  if (!article) return ReasonOf(article.error());
  const auto record = output::Prepare(*article, {});
  if (!record) return ReasonOf(record.error());
  return output::Complete(record->head, {}, std::nullopt) + "\n";
}

class GoldenTest : public testing::TestWithParam<std::string> {};

TEST_P(GoldenTest, GivesTheExpectedOutput) {
  const fs::path folder = fs::path(NEWSMILL_TEST_DATA) / GetParam();
  const std::string output = OutputOf(MessageIn(folder));

  if (std::getenv("NEWSMILL_WRITE_GOLDEN") != nullptr) {
    std::ofstream(folder / "expected.json", std::ios::binary) << output;
  }
  EXPECT_EQ(output, ReadFile(folder / "expected.json"));
}

INSTANTIATE_TEST_SUITE_P(Data, GoldenTest, testing::ValuesIn(Cases()),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace newsmill
