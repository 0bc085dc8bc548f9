// Tells two observers.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "newsmill/pipeline/io.h"

namespace newsmill::pipeline {

/// As thread-safe as the two, which must outlive it.
class BothObservers : public Observer {
 public:
  BothObservers(Observer& first, Observer& second)
      : first_(first), second_(second) {}

  void ItemsEntered(int64_t items) override {
    first_.ItemsEntered(items);
    second_.ItemsEntered(items);
  }
  void ItemsAbandoned(int64_t items, AbandonCause cause) override {
    first_.ItemsAbandoned(items, cause);
    second_.ItemsAbandoned(items, cause);
  }
  void TransactionCommitted(const Commit& commit) override {
    first_.TransactionCommitted(commit);
    second_.TransactionCommitted(commit);
  }
  void MessageAdmitted(int64_t bytes, int64_t charged) override {
    first_.MessageAdmitted(bytes, charged);
    second_.MessageAdmitted(bytes, charged);
  }
  void StageEntered(Stage stage, Duration waited) override {
    first_.StageEntered(stage, waited);
    second_.StageEntered(stage, waited);
  }
  void StageLeft(Stage stage, Duration stayed, int64_t items,
                 int64_t refused) override {
    first_.StageLeft(stage, stayed, items, refused);
    second_.StageLeft(stage, stayed, items, refused);
  }
  void IndexReady(int64_t log_end, int64_t texts) override {
    first_.IndexReady(log_end, texts);
    second_.IndexReady(log_end, texts);
  }
  void EntryApplied(const model::LogEntry& entry,
                    dedup::Effect effect) override {
    first_.EntryApplied(entry, effect);
    second_.EntryApplied(entry, effect);
  }
  void LogRead(const LogPosition& position) override {
    first_.LogRead(position);
    second_.LogRead(position);
  }
  void LogEndSeen(int64_t end_offset) override {
    first_.LogEndSeen(end_offset);
    second_.LogEndSeen(end_offset);
  }
  void SessionStarted(std::span<const Progress> starts) override {
    first_.SessionStarted(starts);
    second_.SessionStarted(starts);
  }
  void SessionEnded(bool lost) override {
    first_.SessionEnded(lost);
    second_.SessionEnded(lost);
  }
  void SessionDeposed() override {
    first_.SessionDeposed();
    second_.SessionDeposed();
  }
  void PartitionEndsSeen(std::span<const PartitionEnd> ends) override {
    first_.PartitionEndsSeen(ends);
    second_.PartitionEndsSeen(ends);
  }
  void TransactionFailed(const PublishError& error) override {
    first_.TransactionFailed(error);
    second_.TransactionFailed(error);
  }
  void RecoveryFailed(const PublishError& error) override {
    first_.RecoveryFailed(error);
    second_.RecoveryFailed(error);
  }
  void PublishingFails(const PublishError& last, Duration duration) override {
    first_.PublishingFails(last, duration);
    second_.PublishingFails(last, duration);
  }
  void PublishingFailsNoMore(Duration duration) override {
    first_.PublishingFailsNoMore(duration);
    second_.PublishingFailsNoMore(duration);
  }
  void OffsetsExpired(const model::PartitionRange& lost) override {
    first_.OffsetsExpired(lost);
    second_.OffsetsExpired(lost);
  }
  void InputMissing(std::string_view what) override {
    first_.InputMissing(what);
    second_.InputMissing(what);
  }
  void InputFound() override {
    first_.InputFound();
    second_.InputFound();
  }
  void DrainStarted() override {
    first_.DrainStarted();
    second_.DrainStarted();
  }
  void Note(Severity severity, std::string_view message) override {
    first_.Note(severity, message);
    second_.Note(severity, message);
  }

 private:
  Observer& first_;
  Observer& second_;
};

}  // namespace newsmill::pipeline
