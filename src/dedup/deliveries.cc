#include "deliveries.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace newsmill::dedup {
namespace {

/// Returns a delivery that sorts before all deliveries of the message at
/// `offset`.
model::Delivery FirstOf(int32_t partition, int64_t offset) {
  return {.partition = partition,
          .offset = offset,
          .item = std::numeric_limits<int32_t>::min(),
          .digest = {}};
}

}  // namespace

bool Deliveries::Claim(const model::ClaimEntry& claim) {
  Partition& partition = partitions_[claim.partition];
  if (claim.next_offset < partition.committed_offset && !claim.accept_rewind) {
    return false;
  }
  partition.assignment = claim.assignment;
  partition.committed_offset = claim.next_offset;
  Forget(partition, claim.next_offset);
  return true;
}

bool Deliveries::IsCurrent(int32_t partition,
                           model::AssignmentKey assignment) const {
  const auto found = partitions_.find(partition);
  return found != partitions_.end() && found->second.assignment == assignment;
}

int64_t Deliveries::committed_offset(int32_t partition) const {
  const auto found = partitions_.find(partition);
  return found == partitions_.end() ? 0 : found->second.committed_offset;
}

void Deliveries::Commit(int32_t partition, int64_t committed_offset) {
  Partition& lane = partitions_[partition];
  if (committed_offset <= lane.committed_offset) return;
  lane.committed_offset = committed_offset;
  Forget(lane, committed_offset);
}

void Deliveries::Forget(Partition& partition, int64_t below) {
  auto& decided = partition.decided;
  while (!decided.empty() && decided.begin()->first.offset < below) {
    decided.erase(decided.begin());
    --size_;
  }
}

const Deliveries::Decided* Deliveries::Find(
    const model::Delivery& delivery) const {
  const auto partition = partitions_.find(delivery.partition);
  if (partition == partitions_.end()) return nullptr;
  const auto found = partition->second.decided.find(delivery);
  return found == partition->second.decided.end() ? nullptr : &found->second;
}

void Deliveries::Add(const model::Delivery& delivery, Decided decided) {
  partitions_[delivery.partition].decided.emplace(delivery, decided);
  ++size_;
}

void Deliveries::Remove(const model::Delivery& delivery) {
  size_ -= static_cast<int64_t>(
      partitions_[delivery.partition].decided.erase(delivery));
}

std::vector<model::Delivery> Deliveries::At(int32_t partition,
                                            int64_t offset) const {
  std::vector<model::Delivery> deliveries;
  const auto lane = partitions_.find(partition);
  if (lane == partitions_.end()) return deliveries;
  for (auto it = lane->second.decided.lower_bound(FirstOf(partition, offset));
       it != lane->second.decided.end() && it->first.offset == offset; ++it) {
    deliveries.push_back(it->first);
  }
  return deliveries;
}

int64_t Deliveries::bytes() const {
  constexpr int64_t kTreeNodeBytes = 32;
  using Pending = std::map<model::Delivery, Decided>::value_type;
  return size_ * (kTreeNodeBytes + static_cast<int64_t>(sizeof(Pending)));
}

}  // namespace newsmill::dedup
