// Error messages about missing permissions, which say what to do.
#pragma once

#include <librdkafka/rdkafka.h>

#include <string>
#include <string_view>

#include "newsmill/kafka/options.h"

namespace newsmill::kafka {

/// Returns "not allowed to `action` (CODE); give PRINCIPAL `permission`". The
/// principal is named if the login shows it.
std::string NotAllowed(const Options& options, rd_kafka_resp_err_t code,
                       std::string_view action, std::string_view permission);

/// Returns "topic TOPIC: not allowed to `action` it (CODE); give PRINCIPAL
/// `operation` on it".
std::string TopicNotAllowed(const Options& options, rd_kafka_resp_err_t code,
                            std::string_view topic, std::string_view action,
                            std::string_view operation);

/// Returns the same of `options.group`, which a worker joins and commits to.
std::string GroupNotAllowed(const Options& options, rd_kafka_resp_err_t code);

/// Returns the same of a transactional id: the permission is on the prefix that
/// all workers of the group have in common.
std::string TransactionalIdNotAllowed(const Options& options,
                                      rd_kafka_resp_err_t code,
                                      std::string_view transactional_id);

/// Describes the failure of a request about `options.group` and the input.
std::string DescribeInputFailure(const Options& options,
                                 rd_kafka_resp_err_t code);

/// Returns what the transactional ids of all workers of the group begin with.
std::string TransactionalIdPrefix(const Options& options);

}  // namespace newsmill::kafka
