// One folder of tests/data a case: input.* (of an .ndjson, an envelope a line),
// headers.json where the message had any, and expected.json: for each item a
// line, the record or duplicate as `process` writes it or {"reason": …} for a
// dead letter. NEWSMILL_WRITE_GOLDEN=1 writes what came out
// instead of comparing it; read the difference before committing it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "gtest/gtest.h"
#include "newsmill/dedup/index.h"
#include "newsmill/json/reader.h"
#include "newsmill/output/record.h"
#include "newsmill/pipeline/processor.h"

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

model::Headers HeadersIn(const fs::path& folder) {
  model::Headers headers;
  const fs::path path = folder / "headers.json";
  if (!fs::exists(path)) return headers;
  const auto tree = json::Tree::Parse(ReadFile(path));
  EXPECT_TRUE(tree) << path;
  for (auto header = tree->root().first(); header; header = header->next()) {
    headers.push_back(
        {std::string(header->key()), std::string(header->string())});
  }
  return headers;
}

/// One, or of an .ndjson one a line.
std::vector<model::RawMessage> MessagesIn(const fs::path& folder) {
  std::vector<model::RawMessage> messages;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const fs::path& path = entry.path();
    if (path.stem() != "input") continue;
    std::vector<std::string> values;
    if (path.extension() == ".ndjson") {
      std::ifstream lines(path, std::ios::binary);
      for (std::string line; std::getline(lines, line);) values.push_back(line);
    } else {
      values.push_back(ReadFile(path));
    }
    for (std::string& value : values) {
      model::RawMessage message;
      message.offset = static_cast<int64_t>(messages.size());
      message.value = std::move(value);
      message.headers = HeadersIn(folder);
      messages.push_back(std::move(message));
    }
  }
  return messages;
}

/// The log as `process` has it, with one claim for all.
class Decisions {
 public:
  Decisions() {
    model::RulesEntry rules;
    rules.window_ms = 3'600'000;
    rules.max_step_ms = rules.window_ms;
    rules.max_entries = 1000;
    Apply(model::GenesisEntry{});
    Apply(rules);
    Apply(model::ClaimEntry{});
  }
  model::Decision Of(const model::RawMessage& message,
                     const pipeline::Outcome& outcome) {
    model::FingerprintEntry entry;
    entry.delivery.offset = message.offset;
    entry.delivery.item = outcome.item.value_or(-1);
    entry.record_id = std::get<output::PreparedRecord>(outcome.content).id;
    entry.fingerprint = outcome.fingerprints.newest;
    return Apply(entry);
  }

 private:
  model::Decision Apply(decltype(model::LogEntry::content) content) {
    return index_
        .Apply({.anchor = {}, .content = std::move(content)}, offset_++, 0)
        .decision;
  }
  dedup::Index index_;
  int64_t offset_ = 0;
};

std::string LineOf(const model::RawMessage& message,
                   const pipeline::Outcome& outcome, Decisions& decisions) {
  if (const auto* rejection = std::get_if<model::Rejection>(&outcome.content)) {
    return "{\"reason\": \"" + std::string(model::Name(rejection->reason)) +
           "\"}\n";
  }
  const auto& record = std::get<output::PreparedRecord>(outcome.content);
  const model::Decision decision = decisions.Of(message, outcome);
  const bool duplicate = model::IsDuplicate(decision.relation);
  return output::Complete(duplicate ? record.duplicate_head : record.head,
                          decision, std::nullopt) +
         "\n";
}

std::string OutputOf(const std::vector<model::RawMessage>& messages) {
  Decisions decisions;
  std::string lines;
  for (const model::RawMessage& message : messages) {
    for (const auto& outcome : pipeline::Process({}, message)) {
      lines += LineOf(message, outcome, decisions);
    }
  }
  return lines;
}

class GoldenTest : public testing::TestWithParam<std::string> {};

TEST_P(GoldenTest, GivesTheExpectedOutput) {
  const fs::path folder = fs::path(NEWSMILL_TEST_DATA) / GetParam();
  const std::string output = OutputOf(MessagesIn(folder));

  if (std::getenv("NEWSMILL_WRITE_GOLDEN") != nullptr) {
    std::ofstream(folder / "expected.json", std::ios::binary) << output;
  }
  EXPECT_EQ(output, ReadFile(folder / "expected.json"));
}

INSTANTIATE_TEST_SUITE_P(Data, GoldenTest, testing::ValuesIn(Cases()),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace newsmill
