// The program with faults, for the tests on a real broker. Environment
// variables choose the faults; without any it is `newsmill`.
//
//   NEWSMILL_FAULT_CRASH_ON=TEXT         a value with TEXT aborts the program
//   NEWSMILL_FAULT_SLOW_ON=TEXT          … takes NEWSMILL_FAULT_SLOW_MS
//   NEWSMILL_FAULT_SPIN_ON=TEXT          … never ends, and uses a processor
//   NEWSMILL_FAULT_KILL_CHILD=1          a child that examines a message is
//                                        killed as if from outside
//   NEWSMILL_FAULT_BREAK_CHILD=1         … aborts for every message
//   NEWSMILL_FAULT_CORK=PATH             publishing waits while PATH exists
//   NEWSMILL_FAULT_NEWEST_GROUP_METADATA=1
//                                        ignores assignments, also of others,
//                                        and uses the newest group metadata
//   NEWSMILL_FAULT_NO_TRANSACTION=1      output and offsets are not atomic
//   NEWSMILL_FAULT_LOST_ANSWER=1         every other commit has no answer
//   NEWSMILL_FAULT_CHANGED_TEXT=1        extracts another text from every
//                                        message, like another version
//   NEWSMILL_FAULT_PER_WORKER_MEMORY=1   each worker has a log of its own
//   NEWSMILL_FAULT_MISCOUNT=1            counts one article too many in each
//                                        transaction
//   NEWSMILL_FAULT_HOLD_APPENDS=PATH     appends wait while PATH exists,
//                                        except claims
//   NEWSMILL_FAULT_PLACE_SPACING=N       marks are for offsets divisible by N
//   NEWSMILL_FAULT_KILL_AT=STEP          SIGKILL at a step of writing a mark or
//                                        of trimming the log: see mark_faults.h
//   NEWSMILL_FAULT_INPUT_CLOCK=1         the time of log entries is that of
//                                        the input
//   NEWSMILL_FAULT_SWAPPED=1             swaps adjacent messages of different
//                                        partitions
//
// A fault reports what it does on stderr as {"event":"fault","message":"…"}.

#include <poll.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "newsmill/app/app.h"
#include "newsmill/base/mutex.h"
#include "newsmill/pipeline/local_log.h"
#include "support/mark_faults.h"

namespace newsmill {
namespace {

using pipeline::FingerprintLog;
using pipeline::LogBounds;
using pipeline::LogError;
using pipeline::LogRecord;
using pipeline::ProcessFunction;
using pipeline::PublishError;
using pipeline::Sink;
using pipeline::Source;
using pipeline::SourceEvent;
using pipeline::Transaction;

std::optional<std::string> Get(const std::string& fault) {
  const char* value = std::getenv(("NEWSMILL_FAULT_" + fault).c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

void WaitMs(int milliseconds) { poll(nullptr, 0, milliseconds); }

void Tell(const char* message) {
  std::fprintf(stderr, "{\"event\":\"fault\",\"message\":\"%s\"}\n", message);
}

/// Gives the outcome a text that no other message has, and marks its title.
void ChangeText(const model::RawMessage& message, pipeline::Outcome& outcome) {
  auto* record = std::get_if<output::PreparedRecord>(&outcome.content);
  if (record == nullptr) return;
  constexpr std::string_view kTitle = "\"title\":\"";
  for (std::string* head : {&record->head, &record->duplicate_head}) {
    const size_t at = head->find(kTitle);
    if (at != std::string::npos) head->insert(at + kTitle.size(), "Changed: ");
  }
  std::mt19937_64 random(static_cast<uint64_t>(message.partition) << 40 |
                         static_cast<uint64_t>(message.offset));
  const auto byte = [&random] { return static_cast<uint8_t>(random()); };
  model::Fingerprint& fingerprint = outcome.fingerprints.newest;
  fingerprint.text = {.high = random(), .low = random()};
  fingerprint.title = random();
  std::generate(fingerprint.body.begin(), fingerprint.body.end(), byte);
  std::generate(fingerprint.lead.begin(), fingerprint.lead.end(), byte);
  std::generate(fingerprint.facts.begin(), fingerprint.facts.end(), byte);
  const model::Hash128 article = outcome.fingerprints.oldest.article;
  outcome.fingerprints.oldest = fingerprint;
  outcome.fingerprints.oldest.version = model::kOldestFingerprintVersion;
  outcome.fingerprints.oldest.article = article;
}

ProcessFunction WithFaults(const ProcessFunction& process) {
  const bool changed_text = Get("CHANGED_TEXT").has_value();
  const auto crash_on = Get("CRASH_ON");
  const auto slow_on = Get("SLOW_ON");
  const auto spin_on = Get("SPIN_ON");
  const int slow_ms = std::atoi(Get("SLOW_MS").value_or("0").c_str());
  return [=](const model::RawMessage& message) {
    const std::string value = message.value.value_or("");
    if (crash_on && value.find(*crash_on) != std::string::npos) std::abort();
    if (spin_on && value.find(*spin_on) != std::string::npos) {
      Tell("spins");
      for (volatile int spins = 0;;) spins = spins ^ 1;
    }
    if (slow_on && value.find(*slow_on) != std::string::npos) {
      Tell("slow");
      WaitMs(slow_ms);
    }
    std::vector<pipeline::Outcome> outcomes = process(message);
    if (changed_text) {
      for (pipeline::Outcome& each : outcomes) ChangeText(message, each);
    }
    return outcomes;
  };
}

/// The newest group metadata that the consumer has seen.
class NewestGroupMetadata {
 public:
  void Set(std::string group_metadata) {
    const MutexLock lock(mutex_);
    group_metadata_ = std::move(group_metadata);
  }
  std::string Get() {
    const MutexLock lock(mutex_);
    return group_metadata_;
  }

 private:
  Mutex mutex_;
  std::string group_metadata_ GUARDED_BY(mutex_);
};

/// Records the newest group metadata. With `hide`, the pipeline is not told
/// that its assignment has ended, as if a worker had no assignments.
class WatchingSource : public Source {
 public:
  WatchingSource(std::unique_ptr<Source> source, NewestGroupMetadata& fresh,
                 bool hide)
      : source_(std::move(source)), fresh_(fresh), hide_(hide) {}

  SourceEvent Poll(bool want_messages,
                   std::chrono::milliseconds timeout) override {
    SourceEvent event = source_->Poll(want_messages, timeout);
    if (auto* message = std::get_if<model::RawMessage>(&event)) {
      next_offsets_[message->partition] = message->offset + 1;
    } else if (auto* assigned = std::get_if<pipeline::Assigned>(&event)) {
      fresh_.Set(assigned->group_metadata);
      if (hide_ && started_) return TakeAgain(*assigned);
    } else if (std::holds_alternative<pipeline::Revoked>(event) && hide_) {
      source_->Release();
      return std::monostate();
    }
    return event;
  }
  void Start(std::span<const pipeline::Progress> starts) override {
    started_ = true;
    source_->Start(starts);
  }
  void Release() override { source_->Release(); }
  void Rejoin() override { source_->Rejoin(); }
  void Close() override { source_->Close(); }

 private:
  SourceEvent TakeAgain(const pipeline::Assigned& assigned) {
    std::vector<pipeline::Progress> starts;
    starts.reserve(assigned.partitions.size());
    for (const int32_t partition : assigned.partitions) {
      starts.push_back({partition, next_offsets_[partition], {}});
    }
    source_->Start(starts);
    return std::monostate();
  }

  std::unique_ptr<Source> source_;
  NewestGroupMetadata& fresh_;
  const bool hide_;
  bool started_ = false;
  std::map<int32_t, int64_t> next_offsets_;
};

/// Swaps adjacent messages of different partitions.
class SwappingSource : public Source {
 public:
  explicit SwappingSource(std::unique_ptr<Source> source)
      : source_(std::move(source)) {}

  SourceEvent Poll(bool want_messages,
                   std::chrono::milliseconds timeout) override {
    if (ready_.empty()) Take(source_->Poll(want_messages, timeout));
    const bool given =
        !ready_.empty() &&
        (want_messages ||
         !std::holds_alternative<model::RawMessage>(ready_.front()));
    if (!given) return std::monostate();
    SourceEvent event = std::move(ready_.front());
    ready_.pop_front();
    return event;
  }
  void Start(std::span<const pipeline::Progress> starts) override {
    source_->Start(starts);
  }
  void Release() override { source_->Release(); }
  void Rejoin() override { source_->Rejoin(); }
  void Close() override { source_->Close(); }

 private:
  /// Holds a message until the next event.
  void Take(SourceEvent event) {
    if (std::holds_alternative<std::monostate>(event)) return;
    auto* message = std::get_if<model::RawMessage>(&event);
    if (message != nullptr && !held_) {
      held_ = std::move(*message);
      return;
    }
    const bool swaps =
        message != nullptr && message->partition != held_->partition;
    if (held_) ready_.emplace_back(*std::exchange(held_, std::nullopt));
    ready_.push_back(std::move(event));
    if (swaps) std::iter_swap(ready_.end() - 2, ready_.end() - 1);
  }

  std::unique_ptr<Source> source_;
  std::optional<model::RawMessage> held_;
  std::deque<SourceEvent> ready_;
};

/// Hides the claims of others, like a log without assignments.
class UnclaimedLog : public FingerprintLog {
 public:
  explicit UnclaimedLog(std::unique_ptr<FingerprintLog> log)
      : log_(std::move(log)) {}

  std::expected<LogBounds, Error> Open(std::function<void()> readable,
                                       int64_t least_end) override {
    return log_->Open(std::move(readable), least_end);
  }
  std::expected<void, LogError> Append(const model::LogEntry& entry) override {
    if (const auto* claim = std::get_if<model::ClaimEntry>(&entry.content)) {
      own_.insert(claim->assignment);
    }
    return log_->Append(entry);
  }
  std::expected<std::optional<LogRecord>, LogError> Poll() override {
    auto record = log_->Poll();
    if (!record || !*record) return record;
    auto& content = (*record)->entry.content;
    const auto* claim = std::get_if<model::ClaimEntry>(&content);
    if (claim != nullptr && !own_.contains(claim->assignment)) {
      content = model::UnknownEntry();
    }
    return record;
  }
  std::expected<void, LogError> ReadFrom(int64_t offset) override {
    return log_->ReadFrom(offset);
  }
  void Trim(int64_t before) override { log_->Trim(before); }
  void Close() override { log_->Close(); }

 private:
  std::unique_ptr<FingerprintLog> log_;
  std::set<model::AssignmentKey> own_;
};

/// Delays the entries of a producer.
class HoldingLog : public FingerprintLog {
 public:
  HoldingLog(std::unique_ptr<FingerprintLog> log, std::string path)
      : log_(std::move(log)), path_(std::move(path)) {}

  std::expected<LogBounds, Error> Open(std::function<void()> readable,
                                       int64_t least_end) override {
    release_ = std::jthread([this, readable](const std::stop_token& stop) {
      while (IsHolding() && !stop.stop_requested()) WaitMs(20);
      readable();  // Poll appends the held entries
    });
    return log_->Open(std::move(readable), least_end);
  }
  std::expected<void, LogError> Append(const model::LogEntry& entry) override {
    const bool decides =
        std::holds_alternative<model::FingerprintEntry>(entry.content) ||
        std::holds_alternative<model::RetractEntry>(entry.content);
    if (!decides || !IsHolding()) return log_->Append(entry);
    Tell("held");
    held_.push_back(entry);
    return {};
  }
  std::expected<std::optional<LogRecord>, LogError> Poll() override {
    if (!IsHolding()) {
      for (const model::LogEntry& entry : std::exchange(held_, {})) {
        if (auto sent = log_->Append(entry); !sent) {
          return std::unexpected(sent.error());
        }
      }
    }
    return log_->Poll();
  }
  std::expected<void, LogError> ReadFrom(int64_t offset) override {
    return log_->ReadFrom(offset);
  }
  void Trim(int64_t before) override { log_->Trim(before); }
  void Close() override {
    release_ = {};
    log_->Close();
  }

 private:
  bool IsHolding() const { return std::filesystem::exists(path_); }

  std::unique_ptr<FingerprintLog> log_;
  const std::string path_;
  std::vector<model::LogEntry> held_;
  std::jthread release_;
};

class FaultySink : public Sink {
 public:
  FaultySink(std::unique_ptr<Sink> sink, NewestGroupMetadata& fresh)
      : sink_(std::move(sink)), fresh_(fresh) {}

  std::expected<void, PublishError> Recover() override {
    return sink_->Recover();
  }
  std::expected<std::vector<pipeline::CommittedPosition>, PublishError>
  FetchProgress(std::span<const int32_t> partitions) override {
    return sink_->FetchProgress(partitions);
  }
  std::expected<void, PublishError> Publish(
      const Transaction& transaction) override {
    if (transaction.messages.empty() || !WaitForCork()) {
      return PublishWithFaults(transaction);
    }
    auto published = PublishWithFaults(transaction);
    Tell(published ? "uncorked: committed" : "uncorked: failed");
    return published;
  }
  void Interrupt() override { sink_->Interrupt(); }

 private:
  /// Waits while the cork exists. Returns whether there was one.
  bool WaitForCork() const {
    if (!cork_ || !std::filesystem::exists(*cork_)) return false;
    Tell("corked");
    while (std::filesystem::exists(*cork_)) WaitMs(20);
    return true;
  }

  std::expected<void, PublishError> PublishWithFaults(
      const Transaction& transaction) {
    Transaction changed = transaction;
    if (newest_group_metadata_) changed.group_metadata = fresh_.Get();
    if (!no_transaction_) return LoseAnswers(changed);

    Transaction output = changed;
    output.progress.clear();
    if (const auto sent = sink_->Publish(output); !sent) return sent;
    if (!output.messages.empty()) {
      Tell("output without offsets");
      WaitMs(300);  // gives a test time to kill the worker
    }
    changed.messages.clear();
    return sink_->Publish(changed);
  }

  /// Reports a failure for every other commit of records.
  std::expected<void, PublishError> LoseAnswers(
      const Transaction& transaction) {
    auto published = sink_->Publish(transaction);
    if (!lost_answer_ || !published || transaction.messages.empty() ||
        ++commits_ % 2 == 0) {
      return published;
    }
    Tell("answer lost");
    return std::unexpected(PublishError{
        .failure = pipeline::PublishFailure::kRetry, .what = "answer lost"});
  }

  std::unique_ptr<Sink> sink_;
  NewestGroupMetadata& fresh_;
  const bool lost_answer_ = Get("LOST_ANSWER").has_value();
  int commits_ = 0;
  const std::optional<std::string> cork_ = Get("CORK");
  const bool newest_group_metadata_ = Get("NEWEST_GROUP_METADATA").has_value();
  const bool no_transaction_ = Get("NO_TRANSACTION").has_value();
};

/// Reports one article too many to the metrics in each transaction.
class Miscounting : public pipeline::Observer {
 public:
  explicit Miscounting(pipeline::Observer& metrics) : metrics_(metrics) {}
  void On(const pipeline::Event& event) override {
    const auto* done = std::get_if<pipeline::TransactionCommitted>(&event);
    if (done == nullptr) return metrics_.On(event);
    pipeline::Commit miscounted = done->commit;
    ++miscounted.counts.relation[0];
    metrics_.On(pipeline::TransactionCommitted{miscounted});
  }

 private:
  pipeline::Observer& metrics_;
};

std::unique_ptr<FingerprintLog> WithLogFaults(
    std::unique_ptr<FingerprintLog> log, testing::KillPoint& kill_point) {
  if (Get("PER_WORKER_MEMORY")) return std::make_unique<pipeline::LocalLog>();
  if (Get("NEWEST_GROUP_METADATA")) {
    log = std::make_unique<UnclaimedLog>(std::move(log));
  }
  if (const auto path = Get("HOLD_APPENDS")) {
    log = std::make_unique<HoldingLog>(std::move(log), *path);
  }
  if (Get("KILL_AT")) {
    log = std::make_unique<testing::KillingLog>(std::move(log), kill_point);
  }
  if (Get("INPUT_CLOCK")) {
    log = std::make_unique<testing::InputClockLog>(std::move(log));
  }
  return log;
}

app::WorkerParts Faults(NewestGroupMetadata& fresh,
                        testing::KillPoint& kill_point) {
  app::WorkerParts faults;
  faults.source = [&](std::unique_ptr<Source> source) {
    const bool hide = Get("NEWEST_GROUP_METADATA").has_value();
    if (Get("SWAPPED")) {
      source = std::make_unique<SwappingSource>(std::move(source));
    }
    return std::make_unique<WatchingSource>(std::move(source), fresh, hide);
  };
  faults.sink = [&](std::unique_ptr<Sink> sink) {
    return std::make_unique<FaultySink>(std::move(sink), fresh);
  };
  faults.process = WithFaults;
  faults.log = [&](std::unique_ptr<FingerprintLog> log) {
    return WithLogFaults(std::move(log), kill_point);
  };
  if (Get("MISCOUNT")) {
    faults.metrics = [](pipeline::Observer& metrics) {
      return std::make_unique<Miscounting>(metrics);
    };
  }
  if (Get("KILL_AT")) {
    faults.metrics = [&](pipeline::Observer& metrics) {
      return std::make_unique<testing::KillingObserver>(metrics, kill_point);
    };
  }
  if (const auto spacing = Get("PLACE_SPACING")) {
    faults.place_spacing = std::stoll(*spacing);
  }
  return faults;
}

}  // namespace
}  // namespace newsmill

int main(int argc, char** argv) {
  const bool examines = argc > 1 && std::string_view(argv[1]) == "examine";
  if (examines && newsmill::Get("KILL_CHILD")) std::raise(SIGKILL);
  if (examines && newsmill::Get("BREAK_CHILD")) std::abort();
  newsmill::NewestGroupMetadata fresh;
  newsmill::testing::KillPoint kill_point(
      newsmill::Get("KILL_AT").value_or(""));
  return newsmill::app::Main(argc, argv, newsmill::Faults(fresh, kill_point));
}
