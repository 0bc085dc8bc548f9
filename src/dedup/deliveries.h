// Who may speak for a partition of the input, and what was decided of its
// messages that is not known to be committed.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "newsmill/model/decision.h"
#include "newsmill/model/log_entry.h"
#include "window.h"

namespace newsmill::dedup {

/// Not thread-safe.
class Deliveries {
 public:
  struct Decided {
    model::Decision decision;
    int64_t log_offset = -1;  // of the delivery's first entry
    Window::Place place;      // of its text, when that was kept
  };

  /// False, and nothing changes: it goes back behind what was committed and
  /// does not accept that.
  bool Claim(const model::ClaimEntry& claim);
  bool IsCurrent(int32_t partition, model::SessionKey session) const;
  int64_t committed_offset(int32_t partition) const;
  /// What stands below is committed and forgotten.
  void Commit(int32_t partition, int64_t committed_offset);

  /// Null when the delivery is not decided, or forgotten.
  const Decided* Find(const model::Delivery& delivery) const;
  void Add(const model::Delivery& delivery, Decided decided);
  void Remove(const model::Delivery& delivery);
  /// Those of one message.
  std::vector<model::Delivery> At(int32_t partition, int64_t offset) const;

  int64_t size() const { return size_; }
  int64_t bytes() const;

 private:
  struct Partition {
    model::SessionKey session = 0;
    int64_t committed_offset = 0;
    std::map<model::Delivery, Decided> decided;
  };

  void Forget(Partition& partition, int64_t below);

  std::map<int32_t, Partition> partitions_;  // those that were claimed
  int64_t size_ = 0;
};

}  // namespace newsmill::dedup
