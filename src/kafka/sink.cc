// Implements Sink with a transactional producer. Records, dead letters and
// offsets are in one transaction. If a producer is stuck or fenced, or has a
// fatal error, a new producer with the same transactional id replaces it. (For
// "stuck" see watched_producer.h.)

#include <atomic>
#include <chrono>
#include <memory>
#include <random>
#include <utility>
#include <vector>

#include "client.h"
#include "committed.h"
#include "denial.h"
#include "fmt/format.h"
#include "messages.h"
#include "newsmill/kafka/kafka.h"
#include "watched_producer.h"

namespace newsmill::kafka {
namespace {

using pipeline::PublishError;
using pipeline::PublishFailure;

// The maximum number of abandoned producers. Each of them keeps a few threads
// and buffers. When this number is reached, the worker stops, because only a
// restart frees the threads and buffers.
constexpr size_t kMostAbandoned = 4;
// After this many failed fetches in a row, the client is replaced, because the
// client may be the cause of the failures.
constexpr int kMostFetchesFailed = 3;
// The time after which a fetch of committed offsets counts as stuck. The answer
// usually takes milliseconds.
constexpr std::chrono::milliseconds kFetchStuckAfter{40'000};

std::string TransactionalId(const Options& options) {
  if (!options.instance_id.empty()) {
    return TransactionalIdPrefix(options) + options.instance_id;
  }
  std::random_device random;
  return fmt::format("{}{:08x}{:08x}", TransactionalIdPrefix(options), random(),
                     random());
}

/// Returns whether this error means that the coordinator does not accept this
/// worker as the owner of the partitions any more.
bool MeansFenced(rd_kafka_resp_err_t code) {
  return code == RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION ||
         code == RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID ||
         code == RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID;
}

class KafkaSink : public pipeline::Sink {
 public:
  KafkaSink(Options options, pipeline::Observer& observer)
      : options_(std::move(options)),
        observer_(observer),
        transactional_id_(TransactionalId(options_)) {}

  std::expected<void, PublishError> Recover() override;
  std::expected<std::vector<pipeline::CommittedPosition>, PublishError>
  FetchProgress(std::span<const int32_t> partitions) override;
  std::expected<void, PublishError> Publish(
      const pipeline::Transaction& transaction) override;
  void Interrupt() override { interrupted_.store(true); }

 private:
  std::expected<void, PublishError> MakeProducer();
  CallResult Send(const pipeline::Transaction& transaction);
  void DecideOwnOffsets();
  std::string Why(const CallFailure& failure) const;
  /// Ends the transaction after the failure: aborts it, or drops the producer.
  /// Returns the error for the caller of the sink.
  PublishError GiveUp(const CallFailure& failure);
  void Drop();

  const Options options_;
  pipeline::Observer& observer_;
  const std::string transactional_id_;
  std::atomic<bool> interrupted_ = false;
  std::shared_ptr<rd_kafka_t> offsets_client_;
  int fetches_failed_ = 0;  // failed fetches in a row with offsets_client_
  std::unique_ptr<WatchedProducer> producer_;
  /// Producers that were replaced while one of their calls was stuck.
  std::vector<std::unique_ptr<WatchedProducer>> abandoned_;
};

std::expected<void, PublishError> KafkaSink::Recover() {
  if (producer_) return {};  // the producer has no open transaction, see GiveUp
  return MakeProducer();
}

std::expected<void, PublishError> KafkaSink::MakeProducer() {
  std::erase_if(abandoned_,
                [](const auto& left) { return left->HasReturned(); });
  if (abandoned_.size() >= kMostAbandoned) {
    return std::unexpected(PublishError{
        .failure = PublishFailure::kStop,
        .what =
            "transaction calls did not return, again and again; restart the "
            "worker, and check the brokers' transaction coordinators"});
  }
  auto made = WatchedProducer::Make(options_, transactional_id_, observer_,
                                    interrupted_);
  if (!made) {
    return std::unexpected(PublishError{.failure = PublishFailure::kStop,
                                        .what = made.error().message});
  }
  producer_ = *std::move(made);
  if (const auto ready = producer_->InitTransactions(); !ready) {
    const CallFailure& failure = ready.error();
    Drop();
    return std::unexpected(PublishError{
        .failure = NeedsOperator(failure.code) ? PublishFailure::kStop
                                               : PublishFailure::kRetry,
        .what = "cannot start the transactional producer: " + Why(failure)});
  }
  return {};
}

std::expected<std::vector<pipeline::CommittedPosition>, PublishError>
KafkaSink::FetchProgress(std::span<const int32_t> partitions) {
  if (const auto recovered = Recover(); !recovered) {
    return std::unexpected(recovered.error());
  }
  if (!offsets_client_) {
    auto made = MakeOffsetsClient(options_);
    if (!made) {
      return std::unexpected(PublishError{.failure = PublishFailure::kStop,
                                          .what = made.error().message});
    }
    offsets_client_ = *std::move(made);
    fetches_failed_ = 0;
  }
  // `fetched` is shared with the call, because a stuck call may return after
  // this function has returned.
  const auto fetched = std::make_shared<Fetched>();
  const CallResult returned = producer_->Watch(
      [fetched, client = offsets_client_, options = options_,
       wanted = std::vector<int32_t>(partitions.begin(), partitions.end())](
          rd_kafka_t*) -> rd_kafka_error_t* {
        *fetched = FetchCommitted(client.get(), options, wanted);
        return nullptr;
      },
      kFetchStuckAfter);
  if (!returned) {
    offsets_client_.reset();
    Drop();
    return std::unexpected(PublishError{
        .failure = PublishFailure::kRetry,
        .what = "fetching the committed offsets: " + returned.error().what});
  }
  fetches_failed_ = fetched->positions ? 0 : fetches_failed_ + 1;
  if (fetches_failed_ >= kMostFetchesFailed) offsets_client_.reset();
  if (fetched->undecided) DecideOwnOffsets();
  for (const model::PartitionRange& lost : fetched->expired) {
    observer_.On(pipeline::OffsetsExpired{lost});
  }
  return fetched->positions;
}

std::expected<void, PublishError> KafkaSink::Publish(
    const pipeline::Transaction& transaction) {
  if (const auto recovered = Recover(); !recovered) return recovered;
  (void)producer_->TakeDeliveries();
  const CallResult sent = Send(transaction);
  if (sent) return {};
  return std::unexpected(GiveUp(sent.error()));
}

CallResult KafkaSink::Send(const pipeline::Transaction& transaction) {
  if (auto begun = producer_->BeginTransaction(); !begun) return begun;
  for (size_t i = 0; i < transaction.messages.size(); ++i) {
    const pipeline::OutputMessage& message = transaction.messages[i];
    auto produced = producer_->Produce(message, i);
    if (produced && transaction.separate) produced = producer_->Flush();
    if (!produced) return produced;
  }
  auto offsets = producer_->SendOffsets(
      MakePartitions(options_.topics.raw, transaction.progress),
      ReadGroupMetadata(transaction.group_metadata));
  if (!offsets) return offsets;
  return producer_->CommitTransaction();
}

/// Drops offsets that wait for the end of an earlier transaction of this
/// producer, although this transaction has ended. (KIP-890 describes such
/// hanging transactions.) Such offsets appear as follows. A request with
/// offsets times out, and librdkafka sends the request again. A broker that had
/// hung handles one of the two requests only after the transaction has ended.
/// Then the offsets of this request wait, and all clients that ask for stable
/// offsets wait, too. The wait ends when the same producer commits or aborts
/// another transaction with offsets of the group. So this function makes such a
/// transaction and aborts it.
void KafkaSink::DecideOwnOffsets() {
  const pipeline::Progress nothing{
      .partition = 0, .next_offset = 0, .metadata = {}};
  const bool done =
      producer_->BeginTransaction() &&
      producer_->SendOffsets(
          MakePartitions(options_.topics.raw, {&nothing, 1}),
          GroupMetadataHandle(
              rd_kafka_consumer_group_metadata_new(options_.group.c_str()))) &&
      producer_->AbortTransaction();
  // The open transaction of a dropped producer is aborted by init_transactions
  // of the next producer.
  if (!done) Drop();
}

/// Returns the text of the failure. If a missing permission is the cause, the
/// text names this permission.
std::string KafkaSink::Why(const CallFailure& failure) const {
  switch (failure.code) {
    case RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED:
      return TransactionalIdNotAllowed(options_, failure.code,
                                       transactional_id_);
    case RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED:
      return GroupNotAllowed(options_, failure.code);
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
      return fmt::format(
          "{}; give the worker's principal WRITE on {}, {} and {}, and READ on "
          "{}",
          failure.what, options_.topics.articles, options_.topics.duplicates,
          options_.topics.dead_letters, options_.topics.raw);
    default:
      return failure.what;
  }
}

PublishError KafkaSink::GiveUp(const CallFailure& failure) {
  // The producer is kept only if the abort succeeds. After a rejected record,
  // librdkafka's abort may fail. Then init_transactions of the next producer
  // aborts the transaction.
  Deliveries deliveries = producer_->TakeDeliveries();
  const bool aborted = !producer_->stuck() && failure.must_abort &&
                       producer_->AbortTransaction().has_value();
  deliveries.Add(producer_->TakeDeliveries());
  if (!aborted) Drop();

  PublishError error{.failure = PublishFailure::kRetry, .what = Why(failure)};
  if (deliveries.denied) {
    error = {
        .failure = PublishFailure::kStop,
        .what = TopicNotAllowed(options_, deliveries.denied->code,
                                deliveries.denied->topic, "write to", "WRITE")};
  } else if (NeedsOperator(failure.code)) {
    error.failure = PublishFailure::kStop;
  } else if (deliveries.refused) {
    error = {.failure = PublishFailure::kRefused,
             .message = *deliveries.refused,
             .what = deliveries.refused_why};
  } else if (failure.must_abort && ContentRefused(failure.code)) {
    error.failure = PublishFailure::kRefused;
  } else if (failure.must_abort && MeansFenced(failure.code)) {
    error.failure = PublishFailure::kFenced;
  }
  return error;
}

void KafkaSink::Drop() {
  if (producer_ && producer_->stuck()) {
    abandoned_.push_back(std::move(producer_));
  }
  producer_.reset();
}

}  // namespace

std::expected<std::unique_ptr<pipeline::Sink>, Error> MakeSink(
    const Options& options, pipeline::Observer& observer) {
  return std::make_unique<KafkaSink>(options, observer);
}

}  // namespace newsmill::kafka
