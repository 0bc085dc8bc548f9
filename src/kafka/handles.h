// Wraps librdkafka's handles in unique_ptrs. The deleter of each handle is the
// librdkafka call that frees the handle.
#pragma once

#include <librdkafka/rdkafka.h>

#include <memory>
#include <string>

namespace newsmill::kafka {

template <auto kFree>
struct FreeWith {
  template <typename T>
  void operator()(T* handle) const {
    kFree(handle);
  }
};

template <typename T, auto kFree>
using Handle = std::unique_ptr<T, FreeWith<kFree>>;

using ConfHandle = Handle<rd_kafka_conf_t, rd_kafka_conf_destroy>;
using ErrorHandle = Handle<rd_kafka_error_t, rd_kafka_error_destroy>;
using EventHandle = Handle<rd_kafka_event_t, rd_kafka_event_destroy>;
using QueueHandle = Handle<rd_kafka_queue_t, rd_kafka_queue_destroy>;
using TopicHandle = Handle<rd_kafka_topic_t, rd_kafka_topic_destroy>;
using PartitionsHandle = Handle<rd_kafka_topic_partition_list_t,
                                rd_kafka_topic_partition_list_destroy>;
using PartitionHandle =
    Handle<rd_kafka_topic_partition_t, rd_kafka_topic_partition_destroy>;
using GroupMetadataHandle = Handle<rd_kafka_consumer_group_metadata_t,
                                   rd_kafka_consumer_group_metadata_destroy>;
using AdminOptionsHandle =
    Handle<rd_kafka_AdminOptions_t, rd_kafka_AdminOptions_destroy>;
using HeadersHandle = Handle<rd_kafka_headers_t, rd_kafka_headers_destroy>;
/// A client. Its destruction blocks until the client's threads have ended.
using ClientHandle = Handle<rd_kafka_t, rd_kafka_destroy>;

/// Returns whether an operator has to act on this error, because another
/// attempt of the same request would also fail.
inline bool NeedsOperator(rd_kafka_resp_err_t code) {
  switch (code) {
    case RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_INVALID_TRANSACTION_TIMEOUT:
    case RD_KAFKA_RESP_ERR_UNSUPPORTED_VERSION:
    case RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE:
      return true;
    default:
      return false;
  }
}

/// Returns whether this error means that the broker rejects the content of a
/// record. The broker would reject the same record again.
inline bool ContentRefused(rd_kafka_resp_err_t code) {
  return code == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE ||
         code == RD_KAFKA_RESP_ERR_RECORD_LIST_TOO_LARGE ||
         code == RD_KAFKA_RESP_ERR_INVALID_RECORD ||
         code == RD_KAFKA_RESP_ERR_POLICY_VIOLATION;
}

inline std::string Describe(rd_kafka_resp_err_t code) {
  return std::string(rd_kafka_err2name(code)) + ": " + rd_kafka_err2str(code);
}

inline std::string Describe(const rd_kafka_error_t* error) {
  return std::string(rd_kafka_error_name(error)) + ": " +
         rd_kafka_error_string(error);
}

}  // namespace newsmill::kafka
