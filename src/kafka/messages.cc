#include "messages.h"

#include <cstdlib>
#include <cstring>

namespace newsmill::kafka {
namespace {

std::optional<std::string> CopyBytes(const void* bytes, size_t size) {
  if (bytes == nullptr) return std::nullopt;
  return std::string(static_cast<const char*>(bytes), size);
}

model::Headers CopyHeaders(const rd_kafka_message_t& message) {
  model::Headers headers;
  rd_kafka_headers_t* raw = nullptr;
  if (rd_kafka_message_headers(&message, &raw) != RD_KAFKA_RESP_ERR_NO_ERROR) {
    return headers;
  }
  const char* name = nullptr;
  const void* value = nullptr;
  size_t size = 0;
  for (size_t i = 0; rd_kafka_header_get_all(raw, i, &name, &value, &size) ==
                     RD_KAFKA_RESP_ERR_NO_ERROR;
       ++i) {
    headers.push_back({name, CopyBytes(value, size)});
  }
  return headers;
}

/// Bytes as rd_kafka_producev takes them: empty is not null.
struct Bytes {
  explicit Bytes(std::optional<std::string_view> view)
      // NOLINTNEXTLINE(*-const-cast): RD_KAFKA_MSG_F_COPY only reads
      : begin(view ? const_cast<char*>(view->empty() ? "" : view->data())
                   : nullptr),
        size(view ? view->size() : 0) {}
  char* begin;
  size_t size;
};

}  // namespace

model::RawMessage CopyMessage(const rd_kafka_message_t& message) {
  rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
  const int64_t timestamp = rd_kafka_message_timestamp(&message, &type);
  return {
      .topic = rd_kafka_topic_name(message.rkt),
      .partition = message.partition,
      .offset = message.offset,
      .timestamp_ms = type == RD_KAFKA_TIMESTAMP_NOT_AVAILABLE ? -1 : timestamp,
      .key = CopyBytes(message.key, message.key_len),
      .value = CopyBytes(message.payload, message.len),
      .headers = CopyHeaders(message)};
}

HeadersHandle MakeHeaders(const model::Headers& headers) {
  HeadersHandle made(rd_kafka_headers_new(headers.size()));
  for (const model::Header& header : headers) {
    rd_kafka_header_add(
        made.get(), header.name.data(),
        static_cast<ssize_t>(header.name.size()),
        header.value ? header.value->data() : nullptr,
        header.value ? static_cast<ssize_t>(header.value->size()) : 0);
  }
  return made;
}

rd_kafka_resp_err_t ProduceCopy(rd_kafka_t* producer, rd_kafka_topic_t* topic,
                                std::optional<std::string_view> key,
                                std::optional<std::string_view> value,
                                HeadersHandle& headers, size_t index) {
  const Bytes key_bytes(key);
  const Bytes value_bytes(value);
  const rd_kafka_resp_err_t code = rd_kafka_producev(
      producer, RD_KAFKA_V_RKT(topic), RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
      RD_KAFKA_V_KEY(key_bytes.begin, key_bytes.size),
      RD_KAFKA_V_VALUE(value_bytes.begin, value_bytes.size),
      RD_KAFKA_V_HEADERS(headers.get()),
      RD_KAFKA_V_OPAQUE(reinterpret_cast<void*>(index)), RD_KAFKA_V_END);
  if (code == RD_KAFKA_RESP_ERR_NO_ERROR) {
    (void)headers.release();  // the message owns them now
  }
  return code;
}

PartitionsHandle MakePartitions(const std::string& topic,
                                std::span<const pipeline::Progress> progress) {
  PartitionsHandle list(
      rd_kafka_topic_partition_list_new(static_cast<int>(progress.size())));
  for (const pipeline::Progress& one : progress) {
    rd_kafka_topic_partition_t* added = rd_kafka_topic_partition_list_add(
        list.get(), topic.c_str(), one.partition);
    added->offset = one.next_offset;
    if (one.note.empty()) continue;
    // librdkafka frees it with the list.
    added->metadata = std::malloc(one.note.size());
    std::memcpy(added->metadata, one.note.data(), one.note.size());
    added->metadata_size = one.note.size();
  }
  return list;
}

std::string WriteMembership(rd_kafka_t* consumer) {
  const GroupMetadataHandle metadata(
      rd_kafka_consumer_group_metadata(consumer));
  void* buffer = nullptr;
  size_t size = 0;
  const ErrorHandle error(
      rd_kafka_consumer_group_metadata_write(metadata.get(), &buffer, &size));
  if (error) return "";
  std::string bytes(static_cast<const char*>(buffer), size);
  rd_kafka_mem_free(consumer, buffer);
  return bytes;
}

GroupMetadataHandle ReadMembership(const std::string& bytes) {
  rd_kafka_consumer_group_metadata_t* metadata = nullptr;
  const ErrorHandle error(rd_kafka_consumer_group_metadata_read(
      &metadata, bytes.data(), bytes.size()));
  return GroupMetadataHandle(error ? nullptr : metadata);
}

}  // namespace newsmill::kafka
