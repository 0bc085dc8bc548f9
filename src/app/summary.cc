#include "summary.h"

#include <algorithm>
#include <cstdio>
#include <variant>

#include "console.h"
#include "fmt/format.h"
#include "fmt/ranges.h"
#include "newsmill/base/one_line.h"

namespace newsmill::app {
namespace {

constexpr double kMegabyte = 1e6;

// Makes a line of the table, such as "articles 3  original 2, update 1". The
// first number is the sum of the other numbers.
class Row {
 public:
  void Add(std::string_view name, int64_t count) {
    sum_ += count;
    if (count == 0) return;
    parts_ += fmt::format("{}{} {}", parts_.empty() ? "" : ", ", name, count);
  }

  void Append(std::string_view text) { parts_ += text; }
  bool empty() const { return sum_ == 0; }

  std::string Text(std::string_view title) const {
    if (parts_.empty()) return fmt::format("  {:<12} {:>9}\n", title, sum_);
    return fmt::format("  {:<12} {:>9}  {}\n", title, sum_, parts_);
  }

 private:
  int64_t sum_ = 0;
  std::string parts_;
};

int64_t SumOf(const pipeline::ItemCounts& counts) {
  int64_t sum = 0;
  for (const int64_t count : counts.relation) sum += count;
  for (const int64_t count : counts.reason) sum += count;
  return sum;
}

constexpr size_t kMostKeysNamed = 20;

}  // namespace

void IgnoredCounts::Add(const model::IgnoredFields& fields) {
  for (size_t i = 0; i < counts_.size(); ++i) counts_[i] += fields.counts[i];
  for (const model::IgnoredFields::Field& field : fields.named) {
    if (field.cause != model::IgnoredCause::kUnknownKey) continue;
    if (unknown_keys_.size() < kMostKeysNamed) {
      unknown_keys_.insert(OneLine(field.name));
    }
  }
}

std::string IgnoredCounts::Text() const {
  Row row;
  for (size_t i = 0; i < counts_.size(); ++i) {
    const auto cause = static_cast<model::IgnoredCause>(i);
    row.Add(model::Name(cause), counts_[i]);
    if (cause == model::IgnoredCause::kUnknownKey && counts_[i] > 0) {
      row.Append(fmt::format(" ({})", fmt::join(unknown_keys_, ", ")));
    }
  }
  return row.empty() ? "" : row.Text("ignored");
}

std::string TableOf(const pipeline::ItemCounts& counts) {
  Row articles;
  Row duplicates;
  Row dead_letters;
  for (int i = 0; i < model::kRelationCount; ++i) {
    const auto relation = static_cast<model::Relation>(i);
    (model::IsDuplicate(relation) ? duplicates : articles)
        .Add(model::Name(relation), counts.relation[i]);
  }
  for (int i = 0; i < model::kReasonCount; ++i) {
    dead_letters.Add(model::Name(static_cast<model::Reason>(i)),
                     counts.reason[i]);
  }
  return articles.Text("articles") + duplicates.Text("duplicates") +
         dead_letters.Text("dead letters");
}

Summary::Summary(bool on_terminal)
    : on_terminal_(on_terminal),
      begin_(std::chrono::steady_clock::now()),
      shown_at_(begin_) {}

void Summary::CountInput(const model::RawMessage& message) {
  const MutexLock lock(mutex_);
  ++messages_;
  bytes_ += message.bytes();
}

void Summary::On(const pipeline::Event& event) {
  if (const auto* done = std::get_if<pipeline::TransactionCommitted>(&event)) {
    const MutexLock lock(mutex_);
    counts_.Add(done->commit.counts);
    ShowProgress();
  } else if (const auto* ignored =
                 std::get_if<pipeline::FieldsIgnored>(&event)) {
    const MutexLock lock(mutex_);
    ignored_.Add(ignored->fields);
  } else if (const auto* notice = std::get_if<pipeline::Notice>(&event)) {
    if (notice->severity < pipeline::Severity::kWarning) return;
    ClearProgress();
    Complain(notice->text);
  }
}

void Summary::ClearProgress() {
  const MutexLock lock(mutex_);
  HideProgress();
}

void Summary::ShowProgress() {
  constexpr std::chrono::milliseconds kBetween{250};
  const auto now = std::chrono::steady_clock::now();
  if (!on_terminal_ || now - shown_at_ < kBetween) return;
  shown_at_ = now;
  HideProgress();
  const std::string line =
      fmt::format("{} items, {:.1f} MB/s", SumOf(counts_),
                  static_cast<double>(bytes_) / kMegabyte / Seconds());
  std::fwrite(line.data(), 1, line.size(), stderr);
  shown_ = true;
}

void Summary::HideProgress() {
  if (!shown_) return;
  std::fputs("\r\033[K", stderr);  // erases the line (ECMA-48)
  shown_ = false;
}

double Summary::Seconds() const {
  const std::chrono::duration<double> since =
      std::chrono::steady_clock::now() - begin_;
  return std::max(since.count(), 1e-6);
}

std::string Summary::Table() {
  const MutexLock lock(mutex_);
  return TableOf(counts_) + ignored_.Text();
}

std::string Summary::Text() {
  const MutexLock lock(mutex_);
  HideProgress();
  const double seconds = Seconds();
  return fmt::format("{} messages, {} items in {:.2f} s, {:.1f} MB/s\n{}",
                     messages_, SumOf(counts_), seconds,
                     static_cast<double>(bytes_) / kMegabyte / seconds,
                     TableOf(counts_) + ignored_.Text());
}

}  // namespace newsmill::app
