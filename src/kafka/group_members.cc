#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "admin_client.h"
#include "denial.h"
#include "fmt/format.h"
#include "newsmill/kafka/kafka.h"

namespace newsmill::kafka {
namespace {

constexpr int kRequestTimeoutMs = 10'000;
// librdkafka answers after the time-out of the request.
constexpr int kAnswerTimeoutMs = kRequestTimeoutMs + 2'000;

/// Returns the text, or "" if librdkafka returns none.
std::string TextOf(const char* text) { return text == nullptr ? "" : text; }

GroupMember MemberOf(const rd_kafka_MemberDescription_t* member) {
  return {
      .client_id = TextOf(rd_kafka_MemberDescription_client_id(member)),
      .instance_id =
          TextOf(rd_kafka_MemberDescription_group_instance_id(member)),
      .host = TextOf(rd_kafka_MemberDescription_host(member)),
  };
}

std::unexpected<Error> Fail(const Options& options, rd_kafka_resp_err_t code,
                            const std::string& what) {
  return std::unexpected(
      Error{.message = fmt::format("cannot fetch the members of group {}: {}",
                                   options.group, what),
            .misconfigured = NeedsOperator(code)});
}

std::unexpected<Error> Fail(const Options& options, rd_kafka_resp_err_t code,
                            const char* text) {
  if (code == RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED) {
    return Misconfigured(GroupNotAllowed(options, code));
  }
  return Fail(options, code,
              fmt::format("{}: {}", rd_kafka_err2name(code), TextOf(text)));
}

}  // namespace

std::expected<std::vector<GroupMember>, Error> FetchGroupMembers(
    const Options& options) {
  const auto client = AdminClient::Make(options);
  if (!client) return std::unexpected(client.error());
  const AdminOptionsHandle admin(rd_kafka_AdminOptions_new(
      client->get(), RD_KAFKA_ADMIN_OP_DESCRIBECONSUMERGROUPS));
  rd_kafka_AdminOptions_set_request_timeout(admin.get(), kRequestTimeoutMs,
                                            nullptr, 0);
  const QueueHandle queue(rd_kafka_queue_new(client->get()));
  const char* asked[] = {options.group.c_str()};
  rd_kafka_DescribeConsumerGroups(client->get(), asked, 1, admin.get(),
                                  queue.get());
  const EventHandle event(rd_kafka_queue_poll(queue.get(), kAnswerTimeoutMs));
  if (!event) {
    return Fail(options, RD_KAFKA_RESP_ERR__TIMED_OUT, client->NoAnswer());
  }
  const rd_kafka_resp_err_t code = rd_kafka_event_error(event.get());
  if (code != RD_KAFKA_RESP_ERR_NO_ERROR) {
    return Fail(options, code, rd_kafka_event_error_string(event.get()));
  }
  std::vector<GroupMember> members;
  size_t groups = 0;
  const rd_kafka_ConsumerGroupDescription_t** described =
      rd_kafka_DescribeConsumerGroups_result_groups(
          rd_kafka_event_DescribeConsumerGroups_result(event.get()), &groups);
  for (size_t i = 0; i < groups; ++i) {
    const rd_kafka_error_t* error =
        rd_kafka_ConsumerGroupDescription_error(described[i]);
    const rd_kafka_resp_err_t failed = rd_kafka_error_code(error);
    // Newer brokers return this error for a group that does not exist yet.
    if (failed == RD_KAFKA_RESP_ERR_GROUP_ID_NOT_FOUND) continue;
    if (failed != RD_KAFKA_RESP_ERR_NO_ERROR) {
      return Fail(options, failed, rd_kafka_error_string(error));
    }
    const size_t count =
        rd_kafka_ConsumerGroupDescription_member_count(described[i]);
    for (size_t m = 0; m < count; ++m) {
      members.push_back(
          MemberOf(rd_kafka_ConsumerGroupDescription_member(described[i], m)));
    }
  }
  return members;
}

}  // namespace newsmill::kafka
