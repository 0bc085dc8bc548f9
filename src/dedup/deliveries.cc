#include "deliveries.h"

#include <algorithm>
#include <array>
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

constexpr uint64_t kPartitionElement = 1;
constexpr uint64_t kDeliveryElement = 2;

auto ElementOf(int32_t partition, model::AssignmentKey assignment,
               int64_t committed_offset) {
  return std::array{kPartitionElement, static_cast<uint64_t>(partition),
                    assignment, static_cast<uint64_t>(committed_offset)};
}

auto ElementOf(const model::Delivery& delivery,
               const Deliveries::Decided& decided) {
  const model::Decision& decision = decided.decision;
  const model::Hash128 of = decision.of.value_or(model::Hash128());
  return std::array{
      kDeliveryElement,
      static_cast<uint64_t>(delivery.partition),
      static_cast<uint64_t>(delivery.offset),
      static_cast<uint64_t>(delivery.item),
      delivery.digest.high,
      delivery.digest.low,
      static_cast<uint64_t>(decision.relation),
      of.high,
      of.low,
      static_cast<uint64_t>(decision.similarity_permille.value_or(-1)),
      static_cast<uint64_t>(decided.log_offset)};
}

}  // namespace

bool Deliveries::Claim(const model::ClaimEntry& claim) {
  Partition& partition = partitions_[claim.partition];
  if (claim.next_offset < partition.committed_offset && !claim.accept_rewind) {
    return false;
  }
  Set(claim.partition, partition, claim.assignment, claim.next_offset);
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
  Set(partition, lane, lane.assignment, committed_offset);
  Forget(lane, committed_offset);
}

void Deliveries::Forget(Partition& partition, int64_t below) {
  auto& decided = partition.decided;
  while (!decided.empty() && decided.begin()->first.offset < below) {
    digest_.Remove(ElementOf(decided.begin()->first, decided.begin()->second));
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
  digest_.Add(ElementOf(delivery, decided));
  partitions_[delivery.partition].decided.emplace(delivery, decided);
  ++size_;
}

void Deliveries::Remove(const model::Delivery& delivery) {
  auto& decided = partitions_[delivery.partition].decided;
  const auto found = decided.find(delivery);
  if (found == decided.end()) return;
  digest_.Remove(ElementOf(found->first, found->second));
  decided.erase(found);
  --size_;
}

void Deliveries::Set(int32_t number, Partition& partition,
                     model::AssignmentKey assignment,
                     int64_t committed_offset) {
  // A partition that has never been claimed is no element.
  if (partition.assignment != 0) {
    digest_.Remove(
        ElementOf(number, partition.assignment, partition.committed_offset));
  }
  partition.assignment = assignment;
  partition.committed_offset = committed_offset;
  if (assignment != 0) {
    digest_.Add(ElementOf(number, assignment, committed_offset));
  }
}

std::vector<model::MarkedPartition> Deliveries::MarkedPartitions() const {
  std::vector<model::MarkedPartition> marked;
  marked.reserve(partitions_.size());
  for (const auto& [number, partition] : partitions_) {
    marked.push_back({.partition = number,
                      .assignment = partition.assignment,
                      .committed_offset = partition.committed_offset});
  }
  return marked;
}

std::vector<model::MarkedDelivery> Deliveries::MarkedDeliveries() const {
  std::vector<model::MarkedDelivery> marked;
  for (const auto& [number, partition] : partitions_) {
    for (const auto& [delivery, decided] : partition.decided) {
      marked.push_back({.delivery = delivery,
                        .decision = decided.decision,
                        .log_offset = decided.log_offset});
    }
  }
  return marked;
}

void Deliveries::Load(const model::MarkedPartition& marked) {
  Set(marked.partition, partitions_[marked.partition], marked.assignment,
      marked.committed_offset);
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
