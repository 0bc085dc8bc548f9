#include "denial.h"

#include "fmt/format.h"
#include "handles.h"

namespace newsmill::kafka {

std::string NotAllowed(const Options& options, rd_kafka_resp_err_t code,
                       std::string_view action, std::string_view permission) {
  // newsmill knows the user's name only from sasl.username. If the client logs
  // in by a certificate or a Kerberos ticket, only the brokers know the name.
  const auto login = options.properties.find("sasl.username");
  const std::string principal = login == options.properties.end()
                                    ? "the worker's principal"
                                    : "User:" + login->second;
  return fmt::format("not allowed to {} ({}); give {} {}", action,
                     rd_kafka_err2name(code), principal, permission);
}

std::string TopicNotAllowed(const Options& options, rd_kafka_resp_err_t code,
                            std::string_view topic, std::string_view action,
                            std::string_view operation) {
  return fmt::format("topic {}: {}", topic,
                     NotAllowed(options, code, fmt::format("{} it", action),
                                fmt::format("{} on it", operation)));
}

std::string GroupNotAllowed(const Options& options, rd_kafka_resp_err_t code) {
  return fmt::format("group {}: {}", options.group,
                     NotAllowed(options, code, "use it", "READ on it"));
}

std::string TransactionalIdNotAllowed(const Options& options,
                                      rd_kafka_resp_err_t code,
                                      std::string_view transactional_id) {
  return fmt::format("transactional id {}: {}", transactional_id,
                     NotAllowed(options, code, "use it",
                                fmt::format("WRITE on the prefix {}",
                                            TransactionalIdPrefix(options))));
}

std::string DescribeInputFailure(const Options& options,
                                 rd_kafka_resp_err_t code) {
  if (code == RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED) {
    return GroupNotAllowed(options, code);
  }
  if (code == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED) {
    return TopicNotAllowed(options, code, options.topics.raw, "read", "READ");
  }
  return Describe(code);
}

std::string TransactionalIdPrefix(const Options& options) {
  return fmt::format("newsmill-{}-", options.group);
}

}  // namespace newsmill::kafka
