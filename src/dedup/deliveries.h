// Records, for each partition, which assignment has claimed it, and which
// deliveries are decided but not committed yet. All these facts come from the
// fingerprint log.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "newsmill/model/decision.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/model/mark.h"
#include "state_digest.h"
#include "text_numbers.h"

namespace newsmill::dedup {

/// The claims and the decided deliveries that are not committed yet. Not
/// thread-safe.
class Deliveries {
 public:
  struct Decided {
    model::Decision decision;
    int64_t log_offset = -1;  // offset of the delivery's first entry in the log
    TextNumber text = 0;      // the text, if it was inserted
  };

  /// Applies a claim. Returns false and changes nothing if the claim begins
  /// below the committed offset and does not accept a rewind.
  bool Claim(const model::ClaimEntry& claim);
  bool IsCurrent(int32_t partition, model::AssignmentKey assignment) const;
  int64_t committed_offset(int32_t partition) const;
  /// Sets the committed offset, and forgets the deliveries below this offset.
  void Commit(int32_t partition, int64_t committed_offset);

  /// Returns the decision, or null if the delivery is not decided or is
  /// forgotten.
  const Decided* Find(const model::Delivery& delivery) const;
  void Add(const model::Delivery& delivery, Decided decided);
  void Remove(const model::Delivery& delivery);
  /// Returns the decided deliveries of one message.
  std::vector<model::Delivery> At(int32_t partition, int64_t offset) const;

  /// The partitions and deliveries for a mark, ascending.
  std::vector<model::MarkedPartition> MarkedPartitions() const;
  std::vector<model::MarkedDelivery> MarkedDeliveries() const;
  /// Adds a partition of a mark.
  void Load(const model::MarkedPartition& marked);
  /// The digest of all partitions and deliveries.
  const StateDigest& digest() const { return digest_; }

  int64_t size() const { return size_; }
  int64_t bytes() const;

 private:
  struct Partition {
    model::AssignmentKey assignment = 0;
    int64_t committed_offset = 0;
    std::map<model::Delivery, Decided> decided;
  };

  void Forget(Partition& partition, int64_t below);
  /// Changes a partition, and the digest with it.
  void Set(int32_t number, Partition& partition,
           model::AssignmentKey assignment, int64_t committed_offset);

  // The partitions with at least one entry in the log.
  std::map<int32_t, Partition> partitions_;
  int64_t size_ = 0;
  StateDigest digest_;
};

}  // namespace newsmill::dedup
