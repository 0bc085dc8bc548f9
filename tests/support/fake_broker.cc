#include "support/fake_broker.h"

#include <utility>

namespace newsmill::testing {
namespace {

using pipeline::PublishError;
using pipeline::PublishFailure;

std::unexpected<PublishError> Lost() {
  return std::unexpected(
      PublishError{.failure = PublishFailure::kRetry, .what = "planned fault"});
}

std::string Copy(const std::optional<std::string_view>& view) {
  return std::string(view.value_or("(null)"));
}

}  // namespace

void FakeBroker::SetGeneration(std::string group_metadata) {
  const MutexLock lock(mutex_);
  generation_ = std::move(group_metadata);
}

std::string FakeBroker::generation() {
  const MutexLock lock(mutex_);
  return generation_;
}

std::expected<void, PublishError> FakeBroker::Commit(
    const pipeline::Transaction& transaction) {
  const MutexLock lock(mutex_);
  if (transaction.group_metadata != generation_) {
    return std::unexpected(PublishError{.failure = PublishFailure::kFenced,
                                        .what = "other generation"});
  }
  for (size_t i = 0; i < transaction.messages.size(); ++i) {
    const pipeline::OutputMessage& message = transaction.messages[i];
    if (message.topic == pipeline::OutputTopic::kArticles &&
        !refused_.empty() &&
        Copy(message.value).find(refused_) != std::string::npos) {
      return std::unexpected(
          PublishError{.failure = PublishFailure::kRefused,
                       .message = transaction.separate ? i : 0,
                       .what = "too large"});
    }
  }
  for (const pipeline::OutputMessage& message : transaction.messages) {
    output_.push_back({message.topic, Copy(message.key), Copy(message.value),
                       message.headers});
  }
  for (const pipeline::Progress& one : transaction.progress) {
    progress_[one.partition] = one;
  }
  ++transactions_;
  return {};
}

std::vector<pipeline::CommittedPosition> FakeBroker::FetchPositions(
    std::span<const int32_t> partitions) {
  const MutexLock lock(mutex_);
  std::vector<pipeline::CommittedPosition> found;
  for (const int32_t partition : partitions) {
    const auto it = progress_.find(partition);
    const bool committed = it != progress_.end();
    found.push_back({.progress = committed
                                     ? it->second
                                     : pipeline::Progress{partition, 0, {}},
                     .committed = committed});
  }
  return found;
}

std::vector<pipeline::Progress> FakeBroker::Fetch(
    std::span<const int32_t> partitions) {
  std::vector<pipeline::Progress> found;
  for (const pipeline::CommittedPosition& position :
       FetchPositions(partitions)) {
    found.push_back(position.progress);
  }
  return found;
}

void FakeBroker::SetProgress(pipeline::Progress progress) {
  const MutexLock lock(mutex_);
  progress_[progress.partition] = progress;
}

std::vector<Published> FakeBroker::output() {
  const MutexLock lock(mutex_);
  return output_;
}

int FakeBroker::transactions() {
  const MutexLock lock(mutex_);
  return transactions_;
}

void FakeBroker::RefuseValuesWith(std::string text) {
  const MutexLock lock(mutex_);
  refused_ = std::move(text);
}

std::expected<void, PublishError> FaultySink::Recover() {
  if (Next() != Fault::kNone) return Lost();
  return sink_.Recover();
}

std::expected<std::vector<pipeline::CommittedPosition>, PublishError>
FaultySink::FetchProgress(std::span<const int32_t> partitions) {
  if (Next() != Fault::kNone) return Lost();
  return sink_.FetchProgress(partitions);
}

std::expected<void, PublishError> FaultySink::Publish(
    const pipeline::Transaction& transaction) {
  const Fault fault = Next();
  if (fault == Fault::kBefore) return Lost();
  auto published = sink_.Publish(transaction);
  if (fault == Fault::kAfter && published) return Lost();
  return published;
}

}  // namespace newsmill::testing
