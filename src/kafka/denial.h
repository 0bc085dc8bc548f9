// Error messages about missing permissions, which say what to do.
#pragma once

#include <librdkafka/rdkafka.h>

#include <string>
#include <string_view>

#include "newsmill/kafka/options.h"

namespace newsmill::kafka {

/// Returns "not allowed to `action` (CODE); give PRINCIPAL `permission`".
/// PRINCIPAL is the user's name if the login contains it.
std::string NotAllowed(const Options& options, rd_kafka_resp_err_t code,
                       std::string_view action, std::string_view permission);

/// Returns "topic TOPIC: not allowed to `action` it (CODE); give PRINCIPAL
/// `operation` on it".
std::string TopicNotAllowed(const Options& options, rd_kafka_resp_err_t code,
                            std::string_view topic, std::string_view action,
                            std::string_view operation);

/// Returns the text of NotAllowed for `options.group`. A worker joins this
/// group and commits offsets to it.
std::string GroupNotAllowed(const Options& options, rd_kafka_resp_err_t code);

/// Returns the text of NotAllowed for a transactional id. The permission is for
/// the prefix that all workers of the group share.
std::string TransactionalIdNotAllowed(const Options& options,
                                      rd_kafka_resp_err_t code,
                                      std::string_view transactional_id);

/// Returns a message about a failed request for the offsets of `options.group`
/// or about the input topic.
std::string DescribeInputFailure(const Options& options,
                                 rd_kafka_resp_err_t code);

/// Returns the prefix of the transactional ids of all workers of the group.
std::string TransactionalIdPrefix(const Options& options);

}  // namespace newsmill::kafka
