// A worker between fakes, for the tests of the engine.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "fmt/format.h"
#include "newsmill/model/identity.h"
#include "newsmill/pipeline/local_log.h"
#include "newsmill/pipeline/pipeline.h"
#include "support/fake_broker.h"
#include "support/fake_source.h"

namespace newsmill::pipeline {

using std::chrono::milliseconds;
using testing::FakeBroker;
using testing::FakeSink;
using testing::FakeSource;
using testing::FaultySink;
using testing::Published;

inline std::vector<model::RawMessage> Messages(int partitions, int each) {
  std::vector<model::RawMessage> messages;
  for (int partition = 0; partition < partitions; ++partition) {
    for (int offset = 0; offset < each; ++offset) {
      messages.push_back({.topic = "raw",
                          .partition = partition,
                          .offset = offset * 2,  // offsets have gaps
                          .timestamp_ms = 0,
                          .key = std::nullopt,
                          .value = fmt::format("p{}o{}", partition, offset),
                          .headers = {}});
    }
  }
  return messages;
}

/// The value itself is the record; values with "bad" are rejected.
inline std::vector<Outcome> ProcessText(const model::RawMessage& message) {
  std::vector<Outcome> outcomes(1);
  const std::string& value = *message.value;
  if (value.find("bad") != std::string::npos) {
    outcomes[0].content = model::Rejection{
        .reason = model::Reason::kNoText, .detail = "bad", .input_id = ""};
  } else {
    outcomes[0].content =
        output::PreparedRecord{.id = model::HashOf(value),
                               .article_id = value,
                               .input_id = "",
                               .head = "{\"id\":\"" + value + "\"",
                               .duplicate_head = "{"};
    auto& prints = outcomes[0].fingerprints;
    prints.newest.article = prints.newest.text = model::HashOf(value);
    prints.oldest.article = prints.oldest.text = model::HashOf(value);
  }
  return outcomes;
}

/// Sums up the events that count items and bytes.
class CountingObserver : public Observer {
 public:
  void On(const Event& event) override {
    if (const auto* admitted = std::get_if<MessageAdmitted>(&event)) {
      admitted_bytes += admitted->charged_bytes;
    } else if (const auto* stage = std::get_if<StageEntered>(&event)) {
      if (stage->stage != Stage::kPublish) return;
      ++reached_publish;
      reached_publish.notify_all();
    } else if (const auto* items = std::get_if<ItemsEntered>(&event)) {
      entered += items->items;
    } else if (const auto* dropped = std::get_if<ItemsAbandoned>(&event)) {
      abandoned += dropped->items;
    } else if (const auto* done = std::get_if<TransactionCommitted>(&event)) {
      Count(done->commit);
    }
  }
  std::atomic<int64_t> admitted_bytes = 0;
  std::atomic<int64_t> reached_publish = 0;  // messages
  std::atomic<int64_t> transactions = 0;
  std::atomic<int64_t> entered = 0;
  std::atomic<int64_t> abandoned = 0;
  std::atomic<int64_t> published = 0;
  std::atomic<int64_t> counted = 0;  // by relation and reason

 private:
  void Count(const Commit& commit) {
    ++transactions;
    published += commit.items;
    for (const int64_t count : commit.counts.relation) counted += count;
    for (const int64_t count : commit.counts.reason) counted += count;
  }
};

inline Options FastOptions() {
  Options options;
  options.threads = 3;
  options.commit_interval = milliseconds(2);
  options.drain_timeout = milliseconds(10'000);
  return options;
}

inline LogTerms TestTerms() {
  LogTerms terms;
  terms.genesis.group = "group";
  terms.rules.window_ms = 3'600'000;
  terms.rules.max_step_ms = 600'000;
  terms.rules.max_entries = 100'000;
  return terms;
}

/// A worker between fakes.
struct Worker {
  explicit Worker(FakeBroker& broker, std::vector<model::RawMessage> messages)
      : source(broker, std::move(messages)), sink(broker) {}

  std::expected<void, Error> Run(Sink& through) {
    return Pipeline(options, dedup::Duplicates::kRoute,
                    PartsWith(source, through, log))
        .Run();
  }
  std::expected<void, Error> Run() { return Run(sink); }

  /// The worker's own parts around these ends.
  Pipeline::Parts PartsWith(Source& with_source, Sink& with_sink,
                            FingerprintLog& with_log) {
    return {.source = with_source,
            .sink = with_sink,
            .log = with_log,
            .terms = terms,
            .observer = observer,
            .process = process};
  }

  Options options = FastOptions();
  ProcessFunction process = ProcessText;
  LogTerms terms = TestTerms();
  FakeSource source;
  FakeSink sink;
  LocalLog log;
  CountingObserver observer;
};

inline std::multiset<std::string> Keys(const std::vector<Published>& output) {
  std::multiset<std::string> keys;
  for (const Published& one : output) keys.insert(one.key);
  return keys;
}

inline std::multiset<std::string> Values(
    const std::vector<model::RawMessage>& messages) {
  std::multiset<std::string> values;
  for (const model::RawMessage& message : messages) {
    values.insert(*message.value);
  }
  return values;
}

/// Says where the assignment is, and counts polls.
class OpenlyRevokedSource : public FakeSource {
 public:
  enum class Assignment { kOpen, kRevoked, kReleased };
  using FakeSource::FakeSource;
  SourceEvent Poll(bool want_messages, milliseconds timeout) override {
    SourceEvent event = FakeSource::Poll(want_messages, timeout);
    if (std::holds_alternative<Revoked>(event)) {
      assignment = Assignment::kRevoked;
    }
    ++polls;
    polls.notify_all();
    return event;
  }
  void Start(std::span<const Progress> starts) override {
    FakeSource::Start(starts);
    assignment = Assignment::kOpen;
    ++starts_;
    starts_.notify_all();
  }
  void Release() override {
    assignment = Assignment::kReleased;
    released = true;
    released.notify_all();
    FakeSource::Release();
  }
  void Close() override {
    FakeSource::Close();
    polls += 1'000;  // nobody waits for more
    polls.notify_all();
  }
  /// Until intake has looked at its notices and come back.
  void WaitForPolls(int count) {
    const int enough = polls + count;
    for (int now = polls; now < enough; now = polls) polls.wait(now);
  }
  /// Until the assignment of that number, from 1, has begun.
  void WaitForStart(int number) {
    for (int now = starts_; now < number; now = starts_) starts_.wait(now);
  }
  /// Until an assignment was given back.
  void WaitForRelease() { released.wait(false); }
  std::atomic<bool> released = false;
  std::atomic<Assignment> assignment = Assignment::kOpen;
  std::atomic<int> polls = 0;

 private:
  std::atomic<int> starts_ = 0;
};

}  // namespace newsmill::pipeline
