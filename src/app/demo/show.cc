#include "show.h"

#include <string_view>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "newsmill/base/one_line.h"
#include "newsmill/base/utf8.h"
#include "newsmill/json/reader.h"

namespace newsmill::app {
namespace {

using pipeline::OutputMessage;
using pipeline::OutputTopic;

// Escape sequences for colours (ECMA-48, "select graphic rendition").
constexpr std::string_view kGreen = "\033[32m";
constexpr std::string_view kYellow = "\033[33m";
constexpr std::string_view kRed = "\033[31m";
constexpr std::string_view kReset = "\033[0m";

std::string Coloured(std::string_view text, std::string_view colour,
                     bool colours) {
  return colours ? fmt::format("{}{}{}", colour, text, kReset)
                 : std::string(text);
}

std::string Shown(std::string_view text) {
  constexpr size_t kMostBytes = 100;
  return OneLine(TruncateUtf8(text, kMostBytes));
}

std::string TextAt(const json::Value& object, std::string_view key) {
  const auto text = object.FindString(key);
  return text && *text ? Shown(**text) : "";
}

// Returns the section, the date and the language of a record, for example
// "Local, 2026-03-02, en". Omits values that the record does not have.
std::string SectionDateAndLanguage(const json::Value& record) {
  std::vector<std::string> parts = {TextAt(record, "section"),
                                    TextAt(record, "published_at"),
                                    TextAt(record, "language")};
  std::erase(parts, "");
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string RecordLine(const OutputMessage& message, bool colours) {
  const auto tree = json::Tree::Parse(message.value.value_or(""));
  if (!tree) return "→ a record that is not JSON\n";
  const json::Value record = tree->root();
  const auto dedup = record.Find("dedup");
  const std::string relation = dedup ? TextAt(*dedup, "relation") : "";
  const bool duplicate = message.topic == OutputTopic::kDuplicates;
  const std::string mark = duplicate ? Coloured("=", kYellow, colours)
                                     : Coloured("→", kGreen, colours);
  const std::string place = SectionDateAndLanguage(record);
  return fmt::format("{} {:<16}  {}{}\n", mark, relation,
                     TextAt(record, "title"),
                     place.empty() ? "" : fmt::format("  ({})", place));
}

std::string DeadLetterLine(const OutputMessage& message, bool colours) {
  const auto header = [&](std::string_view name) {
    return Shown(model::FindHeader(message.headers, name).value_or(""));
  };
  return fmt::format("{} {:<16}  {}\n", Coloured("✗", kRed, colours),
                     header("newsmill-reason"), header("newsmill-detail"));
}

class WatchedSink : public pipeline::Sink {
 public:
  WatchedSink(std::unique_ptr<pipeline::Sink> sink, Watcher& watcher)
      : sink_(std::move(sink)), watcher_(watcher) {}

  std::expected<void, pipeline::PublishError> Recover() override {
    return sink_->Recover();
  }
  std::expected<std::vector<pipeline::CommittedPosition>,
                pipeline::PublishError>
  FetchProgress(std::span<const int32_t> partitions) override {
    return sink_->FetchProgress(partitions);
  }
  std::expected<void, pipeline::PublishError> Publish(
      const pipeline::Transaction& transaction) override {
    auto published = sink_->Publish(transaction);
    if (published) watcher_.Published(transaction);
    return published;
  }
  void Interrupt() override { sink_->Interrupt(); }

 private:
  std::unique_ptr<pipeline::Sink> sink_;
  Watcher& watcher_;
};

}  // namespace

std::string LineOf(const OutputMessage& message, bool colours) {
  return message.topic == OutputTopic::kDeadLetters
             ? DeadLetterLine(message, colours)
             : RecordLine(message, colours);
}

std::unique_ptr<pipeline::Sink> Watched(std::unique_ptr<pipeline::Sink> sink,
                                        Watcher& watcher) {
  return std::make_unique<WatchedSink>(std::move(sink), watcher);
}

}  // namespace newsmill::app
