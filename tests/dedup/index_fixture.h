// An index for tests, and entries of the log.
#pragma once

#include <cstdint>
#include <utility>
#include <variant>

#include "gtest/gtest.h"
#include "newsmill/dedup/index.h"
#include "newsmill/model/log_entry.h"
#include "support/made_texts.h"

namespace newsmill::dedup {

using test::HashOfNumber;
using test::PrintOf;
using test::Random;
using test::Scramble;
using test::Story;
using test::Text;

/// An index whose log has begun, with partition 0 claimed by assignment 1.
class IndexTest : public ::testing::Test {
 protected:
  static constexpr int64_t kMinute = 60'000;

  IndexTest() {
    rules_.window_ms = 60 * kMinute;
    rules_.max_entries = 1000;
    rules_.max_step_ms = 10 * kMinute;
    Apply(model::GenesisEntry{.log_id = {1, 2}, .group = "g", .outputs = {}});
    Apply(rules_);
    Claim({.partition = 0, .assignment = 1, .next_offset = 0});
  }

  template <typename Content>
  Applied Apply(Content content) {
    model::LogEntry entry;
    entry.content = std::move(content);
    return index_.Apply(entry, log_offset_++, time_ms_);
  }
  Applied Claim(const model::ClaimEntry& claim) { return Apply(claim); }

  /// The delivery of a document that is not part of a feed.
  static model::Delivery DeliveryAt(int64_t offset, int32_t partition = 0) {
    return {.partition = partition,
            .offset = offset,
            .item = -1,
            .digest = HashOfNumber(static_cast<uint64_t>(offset))};
  }
  /// By assignment 1, nothing committed.
  static model::FingerprintEntry EntryOf(const model::Delivery& delivery,
                                         uint64_t article, const Text& text) {
    return {.delivery = delivery,
            .assignment = 1,
            .committed_offset = 0,
            .input_time_ms = -1,
            .record_id = RecordAt(delivery.offset),
            .fingerprint = PrintOf(article, text)};
  }
  static model::Hash128 RecordAt(int64_t offset) {
    return HashOfNumber(static_cast<uint64_t>(offset) + 1'000'000);
  }

  /// Applies a text of the article as the next message of partition 0.
  Applied Add(uint64_t article, const Text& text) {
    return Apply(EntryOf(DeliveryAt(next_++), article, text));
  }
  /// The same with a fingerprint of this version.
  Applied AddOf(uint16_t version, uint64_t article, const Text& text) {
    auto entry = EntryOf(DeliveryAt(next_++), article, text);
    entry.fingerprint.version = version;
    return Apply(entry);
  }
  model::Relation RelationOf(uint64_t article, const Text& text) {
    return Add(article, text).decision.relation;
  }
  Applied Retract(int64_t offset, model::AssignmentKey assignment = 1) {
    return Apply(model::RetractEntry{.delivery = DeliveryAt(offset),
                                     .assignment = assignment});
  }
  /// Advances the time with an entry that changes nothing else.
  void Wait(int64_t minutes) {
    for (; minutes > 0; --minutes) {
      time_ms_ += kMinute;
      Apply(model::UnknownEntry{});
    }
  }

  model::RulesEntry rules_;
  Index index_;
  int64_t log_offset_ = 0;
  int64_t time_ms_ = 1'000'000;
  int64_t next_ = 0;  // next message of partition 0
};

}  // namespace newsmill::dedup
