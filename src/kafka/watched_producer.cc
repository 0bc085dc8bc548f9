#include "watched_producer.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "messages.h"

namespace newsmill::kafka {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// While a thread waits for a call to return, it checks at this interval whether
// it is interrupted.
constexpr milliseconds kLookUp{50};

bool NotAllowed(rd_kafka_resp_err_t code) {
  return code == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED ||
         code == RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED;
}

/// Returns the topic for which the user has no permission. Returns "" if the
/// log line does not name such a topic. The failed call does not name the
/// topic, but librdkafka logs this line:
///   Failed to add partition "TOPIC" [N] to transaction: REASON
std::string DeniedIn(std::string_view facility, std::string_view line) {
  const size_t begin = line.find('"') + 1;
  const size_t end = line.find("\" [", begin);
  if (facility != "ADDPARTS" || begin == 0 || end == std::string_view::npos ||
      line.find(
          rd_kafka_err2str(RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)) ==
          std::string_view::npos) {
    return "";
  }
  return std::string(line.substr(begin, end - begin));
}

CallFailure FailureOf(const rd_kafka_error_t* error) {
  return {.code = rd_kafka_error_code(error),
          .must_abort = rd_kafka_error_txn_requires_abort(error) != 0,
          .stuck = false,
          .what = Describe(error)};
}

}  // namespace

void Deliveries::Refuse(size_t index, std::string why) {
  if (refused && *refused < index) return;
  refused = index;
  refused_why = std::move(why);
}

void Deliveries::Add(Deliveries later) {
  if (later.refused) Refuse(*later.refused, std::move(later.refused_why));
  if (later.denied) denied = std::move(later.denied);
}

/// Runs calls on a thread of its own. Owns the client and the data that the
/// client's callbacks write. The thread shares the ownership of this object, so
/// that the object still exists when a stuck call returns.
class WatchedProducer::Caller {
 public:
  /// Makes a Caller without a client. The client is made later, because its
  /// callbacks need a pointer to the Caller.
  explicit Caller(pipeline::Observer& observer) : observer_(&observer) {}

  void Adopt(ClientHandle client, const Topics& topics) {
    client_ = std::move(client);
    const auto topic = [this](const std::string& name) {
      return TopicHandle(
          rd_kafka_topic_new(client_.get(), name.c_str(), nullptr));
    };
    topics_ = {topic(topics.articles), topic(topics.duplicates),
               topic(topics.dead_letters)};
  }
  rd_kafka_topic_t* topic(pipeline::OutputTopic which) const {
    return topics_[static_cast<size_t>(which)].get();
  }
  rd_kafka_t* client() const { return client_.get(); }

  void RunCallLoop() {
    while (true) {
      Call call;
      {
        const MutexLock lock(mutex_);
        while (!call_ && !closed_) changed_.Wait(mutex_);
        if (closed_) return;
        call = std::exchange(call_, nullptr);
      }
      ErrorHandle error(call(client_.get()));
      const MutexLock lock(mutex_);
      result_ = std::move(error);
      changed_.NotifyAll();
    }
  }

  /// Runs `call` on the thread and returns its result. Returns nothing if the
  /// call is stuck, or if `interrupted` is set.
  std::optional<ErrorHandle> Run(Call call,
                                 const std::atomic<bool>& interrupted,
                                 milliseconds stuck_after) {
    const auto deadline = Clock::now() + stuck_after;
    const MutexLock lock(mutex_);
    call_ = std::move(call);
    changed_.NotifyAll();
    while (!result_) {
      if (interrupted.load() || Clock::now() >= deadline) return std::nullopt;
      changed_.WaitUntil(mutex_, std::min(deadline, Clock::now() + kLookUp));
    }
    return std::exchange(result_, std::nullopt);
  }

  bool HasResult() {
    const MutexLock lock(mutex_);
    return result_.has_value();
  }

  void Close() {
    const MutexLock lock(mutex_);
    closed_ = true;
    changed_.NotifyAll();
  }

  Deliveries TakeDeliveries() {
    const MutexLock lock(mutex_);
    return std::exchange(deliveries_, {});
  }

  void NoteRefused(size_t index, rd_kafka_resp_err_t code) {
    const MutexLock lock(mutex_);
    deliveries_.Refuse(index, Describe(code));
  }

  /// Removes the pointer to the observer, because the observer may be destroyed
  /// while an abandoned client still runs.
  void ForgetObserver() { observer_.store(nullptr); }

  static void OnDelivery(rd_kafka_t*, const rd_kafka_message_t* message,
                         void* opaque) {
    if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR) return;
    auto* caller = static_cast<Caller*>(opaque);
    if (ContentRefused(message->err)) {
      caller->NoteRefused(reinterpret_cast<uintptr_t>(message->_private),
                          message->err);
    } else if (NotAllowed(message->err)) {
      const MutexLock lock(caller->mutex_);
      caller->deliveries_.denied = {.topic = rd_kafka_topic_name(message->rkt),
                                    .code = message->err};
    }
  }

  static void ForwardLog(const rd_kafka_t* client, int level,
                         const char* facility, const char* text) {
    auto* caller = static_cast<Caller*>(rd_kafka_opaque(client));
    if (std::string topic = DeniedIn(facility, text); !topic.empty()) {
      const MutexLock lock(caller->mutex_);
      caller->deliveries_.denied = {
          .topic = std::move(topic),
          .code = RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED};
    }
    pipeline::Observer* observer = caller->observer_.load();
    if (observer == nullptr) return;
    ReportClientLog(*observer, client, level, facility, text);
  }

 private:
  std::atomic<pipeline::Observer*> observer_;
  Mutex mutex_;
  CondVar changed_;
  Call call_ GUARDED_BY(mutex_);
  std::optional<ErrorHandle> result_ GUARDED_BY(mutex_);
  Deliveries deliveries_ GUARDED_BY(mutex_);
  bool closed_ GUARDED_BY(mutex_) = false;
  ClientHandle client_;  // destroyed before the data that its callbacks use
  // The topics of client_.
  std::array<TopicHandle, pipeline::kOutputTopicCount> topics_;
};

std::expected<std::unique_ptr<WatchedProducer>, Error> WatchedProducer::Make(
    const Options& options, const std::string& transactional_id,
    pipeline::Observer& observer, const std::atomic<bool>& interrupted,
    milliseconds stuck_after) {
  auto conf = MakeProducerConf(options, transactional_id, &observer);
  if (!conf) return std::unexpected(conf.error());
  auto caller = std::make_shared<Caller>(observer);
  rd_kafka_conf_set_opaque(conf->get(), caller.get());
  rd_kafka_conf_set_log_cb(conf->get(), &Caller::ForwardLog);
  rd_kafka_conf_set_dr_msg_cb(conf->get(), &Caller::OnDelivery);
  auto client = MakeClient(ClientKind::kProducer, *std::move(conf));
  if (!client) return std::unexpected(client.error());
  caller->Adopt(*std::move(client), options.topics);
  std::thread thread([caller] { caller->RunCallLoop(); });
  return std::unique_ptr<WatchedProducer>(new WatchedProducer(
      std::move(caller), std::move(thread), interrupted, stuck_after));
}

WatchedProducer::WatchedProducer(std::shared_ptr<Caller> caller,
                                 std::thread thread,
                                 const std::atomic<bool>& interrupted,
                                 milliseconds stuck_after)
    : caller_(std::move(caller)),
      thread_(std::move(thread)),
      interrupted_(interrupted),
      stuck_after_(stuck_after) {}

WatchedProducer::~WatchedProducer() {
  caller_->Close();
  if (stuck_ && !HasReturned()) {
    // Nothing can end the stuck call, so its thread and its client may stay
    // until the process ends. The sink limits the number of such producers.
    caller_->ForgetObserver();
    struct Abandoned {
      std::thread thread;
      std::shared_ptr<Caller> caller;
    };
    static Mutex mutex;
    static auto& all = *new std::vector<Abandoned>();
    const MutexLock lock(mutex);
    all.push_back({std::move(thread_), std::move(caller_)});
    return;
  }
  thread_.join();
  rd_kafka_purge(client(), RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT |
                               RD_KAFKA_PURGE_F_NON_BLOCKING);
}

bool WatchedProducer::HasReturned() const { return caller_->HasResult(); }

CallResult WatchedProducer::Watch(Call call) {
  return Watch(std::move(call), stuck_after_);
}

CallResult WatchedProducer::Watch(Call call, milliseconds stuck_after) {
  if (stuck_) {
    return std::unexpected(CallFailure{
        .stuck = true, .what = "an earlier transaction call has not returned"});
  }
  auto error = caller_->Run(std::move(call), interrupted_, stuck_after);
  if (!error) {
    stuck_ = true;
    return std::unexpected(CallFailure{
        .stuck = true,
        .what = interrupted_.load() ? "interrupted"
                                    : "the transaction call has not returned"});
  }
  if (*error) return std::unexpected(FailureOf(error->get()));
  return {};
}

CallResult WatchedProducer::InitTransactions() {
  return Watch([](rd_kafka_t* client) {
    return rd_kafka_init_transactions(client, kCallTimeoutMs);
  });
}

CallResult WatchedProducer::BeginTransaction() {
  const ErrorHandle error(rd_kafka_begin_transaction(client()));
  if (error) return std::unexpected(FailureOf(error.get()));
  return {};
}

CallResult WatchedProducer::Produce(const pipeline::OutputMessage& message,
                                    size_t index) {
  const auto deadline = Clock::now() + kStuckAfter;
  HeadersHandle headers = MakeHeaders(message.headers);
  while (true) {
    const rd_kafka_resp_err_t code =
        ProduceCopy(client(), caller_->topic(message.topic), message.key,
                    message.value, headers, index);
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR) return {};
    const bool full = code == RD_KAFKA_RESP_ERR__QUEUE_FULL;
    if (full && Clock::now() < deadline && !interrupted_.load()) {
      rd_kafka_poll(client(), static_cast<int>(kLookUp.count()));
      continue;
    }
    if (ContentRefused(code)) caller_->NoteRefused(index, code);
    return std::unexpected(
        CallFailure{.code = code, .must_abort = true, .what = Describe(code)});
  }
}

CallResult WatchedProducer::Flush() {
  return Watch([](rd_kafka_t* client) {
    const rd_kafka_resp_err_t code = rd_kafka_flush(client, kCallTimeoutMs);
    return code == RD_KAFKA_RESP_ERR_NO_ERROR
               ? nullptr
               : rd_kafka_error_new(code, "flush timed out");
  });
}

CallResult WatchedProducer::SendOffsets(PartitionsHandle offsets,
                                        GroupMetadataHandle group) {
  // Both are shared_ptrs, because std::function must be copyable. The call owns
  // them, because an abandoned call may still use them later.
  const std::shared_ptr<rd_kafka_topic_partition_list_t> list(
      offsets.release(), rd_kafka_topic_partition_list_destroy);
  const std::shared_ptr<rd_kafka_consumer_group_metadata_t> metadata(
      group.release(), [](rd_kafka_consumer_group_metadata_t* handle) {
        if (handle != nullptr) rd_kafka_consumer_group_metadata_destroy(handle);
      });
  return Watch([list, metadata](rd_kafka_t* client) {
    return rd_kafka_send_offsets_to_transaction(client, list.get(),
                                                metadata.get(), kCallTimeoutMs);
  });
}

CallResult WatchedProducer::CommitTransaction() {
  return Watch([](rd_kafka_t* client) {
    return rd_kafka_commit_transaction(client, kCallTimeoutMs);
  });
}

CallResult WatchedProducer::AbortTransaction() {
  return Watch([](rd_kafka_t* client) {
    return rd_kafka_abort_transaction(client, kCallTimeoutMs);
  });
}

Deliveries WatchedProducer::TakeDeliveries() {
  // Runs the callbacks for delivery reports.
  if (!stuck_) rd_kafka_poll(client(), 0);
  return caller_->TakeDeliveries();
}

rd_kafka_t* WatchedProducer::client() const { return caller_->client(); }

}  // namespace newsmill::kafka
