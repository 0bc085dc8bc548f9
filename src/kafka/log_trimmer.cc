#include "log_trimmer.h"

#include <utility>

#include "denial.h"
#include "fmt/format.h"
#include "messages.h"
#include "newsmill/base/check.h"

namespace newsmill::kafka {
namespace {

constexpr int32_t kPartition = 0;
// How long the leader waits until all replicas have deleted the entries. If a
// replica takes longer, the answer is a time-out, but the leader has deleted
// them.
constexpr int kReplicasTimeoutMs = 10'000;
constexpr int kRequestTimeoutMs = 20'000;

using DeleteRecordsHandle =
    Handle<rd_kafka_DeleteRecords_t, rd_kafka_DeleteRecords_destroy>;

}  // namespace

LogTrimmer::LogTrimmer(const Options& options, pipeline::Observer& observer,
                       rd_kafka_t* client)
    : options_(options),
      name_(options.topics.fingerprints),
      observer_(observer),
      client_(client),
      answers_(rd_kafka_queue_new(client)) {}

LogTrimmer::~LogTrimmer() { Close(); }

void LogTrimmer::Close() {
  // librdkafka holds the queue's lock while it runs the callback. This call
  // takes the same lock, so no callback runs after this call.
  rd_kafka_queue_cb_event_enable(answers_.get(), nullptr, nullptr);
}

void LogTrimmer::Listen(std::function<void()> answered) {
  answered_ = std::move(answered);
  rd_kafka_queue_cb_event_enable(answers_.get(), &OnAnswer, this);
}

void LogTrimmer::OnAnswer(rd_kafka_t* /*client*/, void* trimmer) {
  auto* self = static_cast<LogTrimmer*>(trimmer);
  self->has_answers_.store(true);
  self->answered_();
}

void LogTrimmer::Trim(int64_t before) {
  // For Kafka, offset -1 means all entries.
  NEWSMILL_CHECK(before >= 0);
  before_ = before;
  if (!sent_ && before_ > 0) Send();
}

void LogTrimmer::Send() {
  const PartitionsHandle offsets =
      MakePartitions(name_, {{{kPartition, before_, {}}}});
  const DeleteRecordsHandle request(rd_kafka_DeleteRecords_new(offsets.get()));
  const AdminOptionsHandle admin(
      rd_kafka_AdminOptions_new(client_, RD_KAFKA_ADMIN_OP_DELETERECORDS));
  rd_kafka_AdminOptions_set_operation_timeout(admin.get(), kReplicasTimeoutMs,
                                              nullptr, 0);
  rd_kafka_AdminOptions_set_request_timeout(admin.get(), kRequestTimeoutMs,
                                            nullptr, 0);
  rd_kafka_DeleteRecords_t* requests[] = {request.get()};
  sent_ = before_;
  rd_kafka_DeleteRecords(client_, requests, 1, admin.get(), answers_.get());
}

void LogTrimmer::Serve() {
  if (!has_answers_.load(std::memory_order_relaxed)) return;
  has_answers_.store(false);
  while (const EventHandle event{rd_kafka_queue_poll(answers_.get(), 0)}) {
    Handle(event.get());
  }
}

void LogTrimmer::Handle(rd_kafka_event_t* event) {
  if (rd_kafka_event_type(event) != RD_KAFKA_EVENT_DELETERECORDS_RESULT) return;
  const int64_t sent = *std::exchange(sent_, std::nullopt);
  rd_kafka_resp_err_t code = rd_kafka_event_error(event);
  std::string what = code == RD_KAFKA_RESP_ERR_NO_ERROR
                         ? ""
                         : fmt::format("{}: {}", rd_kafka_err2name(code),
                                       rd_kafka_event_error_string(event));
  if (code == RD_KAFKA_RESP_ERR_NO_ERROR) {
    const rd_kafka_topic_partition_list_t* offsets =
        rd_kafka_DeleteRecords_result_offsets(
            rd_kafka_event_DeleteRecords_result(event));
    for (int i = 0; i < offsets->cnt; ++i) {
      code = offsets->elems[i].err;
      // The answer has the offset of the first entry that is left.
      if (code == RD_KAFKA_RESP_ERR_NO_ERROR) {
        observer_.On(pipeline::LogStartSeen{offsets->elems[i].offset});
      }
    }
    what = Describe(code);
  }
  if (code != RD_KAFKA_RESP_ERR_NO_ERROR) return Warn(code, what);
  if (before_ > sent) Send();
}

void LogTrimmer::Warn(rd_kafka_resp_err_t code, const std::string& what) {
  // The operator decides whether the workers may delete entries.
  const std::string text =
      code == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED
          ? fmt::format(
                "{}, or set dedup.trim to false; until then the "
                "fingerprint log grows",
                TopicNotAllowed(options_, code, name_, "trim", "DELETE"))
          : fmt::format(
                "topic {}: cannot delete the entries below offset {} "
                "({}); the worker tries again after its next mark",
                name_, before_, what);
  observer_.On(pipeline::Notice{pipeline::Severity::kWarning, text});
}

}  // namespace newsmill::kafka
