// The simulated fleet. fleet_brokers.cc and fleet_workers.cc have its parts,
// fleet_simulator.cc the schedule.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "fleet_log.h"
#include "fleet_parts.h"
#include "fleet_simulator.h"

namespace newsmill::pipeline::fleet {

/// Workers have an id. Partitions, offsets and items are numbered from 0.
class Fleet {
 public:
  Fleet(uint64_t seed, Broken broken);
  FleetReport Run();

 private:
  static constexpr int kSteps = 2500;
  static constexpr int kRoundsToDrain = 60;
  static constexpr int64_t kReadsToDrain = 5000;
  static constexpr size_t kMostWorks = 4;

  // The brokers.
  void Deliver(Producer& producer);
  void DeliverAny();
  void AppendToLog(const model::LogEntry& entry);
  void TrimAny();
  void ChangeVersion();
  void AppendGarbage();
  void AppendForeignMark();
  void TrimByHand();
  void StopAll();
  void NoteDecision(int64_t offset);
  void DecideAgain();
  void Rebalance();
  void Expel(size_t id);
  bool IsCurrent(size_t id) const;
  bool Fetch(Lane& lane) const;
  void Commit(const Transaction& transaction);
  void FinishTransaction(size_t number);
  Transaction* TransactionOf(size_t id);

  // The workers.
  void Start(size_t id);
  void Crash(size_t id);
  void Pause(size_t id);
  void Join(size_t id);
  void EndAssignment(size_t id);
  void DropTransaction(size_t id, bool by_crash);
  void Hear(size_t id);
  void Read(size_t id);
  void OnError(size_t id, const LogError& error);
  void OnStop(size_t id, const LogError& error);
  void CompareWithTruth(size_t id, const LogRecord& record,
                        const Applied& applied);
  void CheckSkippedMarks(const Worker& worker);
  void Misread(size_t id);
  bool HasReadAll(const Worker& worker) const;
  void OnOwn(size_t id, const model::LogEntry& entry, const Applied& applied);
  void OnClaim(size_t id, Lane& lane, Effect effect);
  void OnDecision(size_t id, Lane& lane, const model::Delivery& delivery,
                  const Applied& applied);
  void OnRetract(size_t id, Lane& lane, const model::Delivery& delivery,
                 Effect effect);
  void Advance(size_t id, Lane& lane);
  void FollowVersion(Worker& worker);
  static uint16_t VersionInForce(const Worker& worker) {
    const auto& rules = worker.reader->follower.index().rules();
    return rules ? rules->version : 0;
  }
  void Process(Worker& worker, Lane& lane);
  void Publish(size_t id, Lane& lane);
  bool RetractRefused(Worker& worker, const Lane& lane, Work& work);
  template <typename Content>
  void Append(Worker& worker, const Content& content);

  // The schedule.
  void StepWorker(size_t id);
  void StepFault();
  bool IsTimeToChangeVersion() const {
    return version_until_ > 0 && log_.end() >= version_until_;
  }
  void DrainRound();
  bool IsDrained() const;
  void CheckBooks();
  bool IsExcused(const model::Hash128& record) const;
  void Found(Harm harm, std::string_view what);
  void Trace(uint64_t event) {
    report_.trace = Scramble(report_.trace ^ event);
  }
  template <typename Container>
  size_t Any(const Container& container) {
    return random_.Below(container.size());
  }

  Broken broken_;
  Random random_;
  FleetReport report_;
  bool is_bounded_ = false;  // a short window that evicts originals
  bool has_foreign_parts_ = false;
  bool has_wrong_states_ = false;
  // An operator trims the log too far, stops all workers, and starts the first
  // one with --accept-short-log. The others start when it is ready.
  enum class ShortLog { kNever, kMayBe, kIsShort, kStopped, kAccepted };
  ShortLog short_log_ = ShortLog::kNever;
  uint64_t faults_in_ = 1;
  // If not 0: the log begins with the oldest version of the fingerprints.
  // Workers that start after this offset put the newest version in force.
  int64_t version_until_ = 0;

  std::vector<std::vector<Message>> input_;  // by partition and offset
  std::vector<int64_t> arrived_;
  std::vector<int64_t> committed_;
  int64_t generation_ = 0;
  std::set<size_t> members_;
  std::vector<Transaction> transactions_;  // open ones
  std::deque<Producer> producers_;         // references stay valid
  std::vector<Worker> workers_;
  model::AssignmentKey assignments_ = 0;

  SharedLog log_;
  LogTerms terms_;
  int64_t bytes_factor_ = 1;
  int64_t now_ms_ = 0;

  // The accounts, which CheckBooks checks.
  struct Decided {
    model::Decision decision;
    int64_t log_offset = -1;
    model::Hash128 record;
  };
  struct Suppressed {
    model::Hash128 of;
    model::Hash128 record;
    int64_t log_offset = -1;
  };
  std::map<model::Delivery, Decided> decided_;  // and not retracted
  std::map<model::Hash128, int64_t> retracts_;  // offset of the last one
  std::map<model::Hash128, uint32_t> stories_;  // of records
  std::vector<std::vector<int>> counted_;       // by partition and offset
  std::set<model::Hash128> published_;
  std::vector<Suppressed> suppressed_;
  std::array<int, kStories> originals_{};
  std::array<bool, kStories> has_retracts_{};
  // Stories of records that a worker with a wrong state has published.
  std::array<bool, kStories> is_excused_{};
};

}  // namespace newsmill::pipeline::fleet
