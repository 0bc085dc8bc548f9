// A fingerprint log that a single worker has written, with marks.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "newsmill/dedup/index.h"
#include "newsmill/model/identity.h"
#include "newsmill/output/mark.h"
#include "support/fake_log.h"

namespace newsmill::app {

inline constexpr int64_t kSpacing = 16;

class WrittenLog {
 public:
  WrittenLog() {
    Append(genesis());
    model::RulesEntry rules;
    rules.window_ms = 30'000;
    rules.max_step_ms = 600'000;
    rules.max_entries = 1000;
    Append(rules);
    Append(model::ClaimEntry{
        .partition = 0, .assignment = 0xab, .next_offset = 0});
  }

  static model::GenesisEntry genesis() {
    return {.log_id = {1, 2}, .group = "group", .outputs = {"a", "d", "l"}};
  }

  /// Appends entries with new texts until the next offset is `end`.
  void GrowTo(int64_t end) {
    while (this->end() < end) {
      const model::Hash128 hash = model::HashOf(std::to_string(this->end()));
      model::FingerprintEntry entry;
      entry.delivery = {
          .partition = 0, .offset = this->end(), .item = -1, .digest = {}};
      entry.assignment = 0xab;
      entry.committed_offset = this->end() - 2;
      entry.record_id = hash;
      entry.fingerprint.article = hash;
      entry.fingerprint.text = hash;
      Append(entry);
    }
  }

  /// Appends a mark for the end of the log.
  model::MarkPartEntry Mark(uint64_t nonce) {
    return AppendMark(index_.Capture(), nonce);
  }
  /// The same, but the mark has another digest than the state.
  model::MarkPartEntry WrongMark(uint64_t nonce) {
    model::Mark mark = index_.Capture();
    ++mark.digest.low;
    return AppendMark(mark, nonce);
  }

  void Append(decltype(model::LogEntry::content) content) {
    const model::LogEntry entry{.anchor = {}, .content = std::move(content)};
    index_.Apply(entry, end(), end() * 1000);
    log.Append(entry);
  }
  int64_t end() { return log.bounds().end; }
  const dedup::Index& index() const { return index_; }

  testing::FakeLog log;

 private:
  model::MarkPartEntry AppendMark(const model::Mark& mark, uint64_t nonce) {
    const auto parts = output::PartsOf(mark, nonce);
    for (const model::MarkPartEntry& part : parts) Append(part);
    return parts.front();
  }

  dedup::Index index_;
};

}  // namespace newsmill::app
