#include "messages.h"

#include <cstdlib>
#include <cstring>
#include <iterator>

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

/// Returns an argument for rd_kafka_produceva that contains `bytes`. If `bytes`
/// are empty, the pointer must not be null, because a null pointer means that
/// there is no value.
rd_kafka_vu_t BytesArgument(rd_kafka_vtype_t type,
                            std::optional<std::string_view> bytes) {
  rd_kafka_vu_t argument{.vtype = type, .u = {}};
  if (bytes) {
    // NOLINTNEXTLINE(*-const-cast): RD_KAFKA_MSG_F_COPY only reads
    argument.u.mem.ptr = const_cast<char*>(bytes->empty() ? "" : bytes->data());
    argument.u.mem.size = bytes->size();
  }
  return argument;
}

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
  rd_kafka_vu_t arguments[] = {
      {.vtype = RD_KAFKA_VTYPE_RKT, .u = {.rkt = topic}},
      {.vtype = RD_KAFKA_VTYPE_MSGFLAGS, .u = {.i = RD_KAFKA_MSG_F_COPY}},
      BytesArgument(RD_KAFKA_VTYPE_KEY, key),
      BytesArgument(RD_KAFKA_VTYPE_VALUE, value),
      {.vtype = RD_KAFKA_VTYPE_HEADERS, .u = {.headers = headers.get()}},
      {.vtype = RD_KAFKA_VTYPE_OPAQUE,
       // NOLINTNEXTLINE(performance-no-int-to-ptr): an opaque number
       .u = {.ptr = reinterpret_cast<void*>(index)}}};
  const ErrorHandle error(
      rd_kafka_produceva(producer, arguments, std::size(arguments)));
  if (error) return rd_kafka_error_code(error.get());
  (void)headers.release();  // the message owns the headers now
  return RD_KAFKA_RESP_ERR_NO_ERROR;
}

PartitionsHandle MakePartitions(const std::string& topic,
                                std::span<const pipeline::Progress> progress) {
  PartitionsHandle list(
      rd_kafka_topic_partition_list_new(static_cast<int>(progress.size())));
  for (const pipeline::Progress& one : progress) {
    rd_kafka_topic_partition_t* added = rd_kafka_topic_partition_list_add(
        list.get(), topic.c_str(), one.partition);
    added->offset = one.next_offset;
    if (one.metadata == pipeline::OffsetMetadata()) continue;
    const std::string text = one.metadata.ToString();
    // librdkafka frees this memory together with the list.
    added->metadata = std::malloc(text.size());
    std::memcpy(added->metadata, text.data(), text.size());
    added->metadata_size = text.size();
  }
  return list;
}

std::string WriteGroupMetadata(rd_kafka_t* consumer) {
  char* member = rd_kafka_memberid(consumer);
  const bool is_member = member != nullptr && member[0] != '\0';
  rd_kafka_mem_free(consumer, member);
  if (!is_member) return "";
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

GroupMetadataHandle ReadGroupMetadata(const std::string& bytes) {
  rd_kafka_consumer_group_metadata_t* metadata = nullptr;
  const ErrorHandle error(rd_kafka_consumer_group_metadata_read(
      &metadata, bytes.data(), bytes.size()));
  return GroupMetadataHandle(error ? nullptr : metadata);
}

}  // namespace newsmill::kafka
