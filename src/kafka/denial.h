// Makes error messages about missing permissions. Each message names the
// permission that an operator has to give.
#pragma once

#include <librdkafka/rdkafka.h>

#include <string>
#include <string_view>

#include "newsmill/kafka/options.h"

namespace newsmill::kafka {

/// Returns "not allowed to `action` (CODE); give PRINCIPAL `permission`".
/// PRINCIPAL is the user's name if `options` contain it, and otherwise "the
/// worker's principal".
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

/// Returns the text of NotAllowed for a transactional id. The message asks for
/// a permission for all transactional ids with TransactionalIdPrefix.
std::string TransactionalIdNotAllowed(const Options& options,
                                      rd_kafka_resp_err_t code,
                                      std::string_view transactional_id);

/// Returns the error message for a failed request. The request asked for the
/// committed offsets of `options.group` or about the input topic.
std::string DescribeInputFailure(const Options& options,
                                 rd_kafka_resp_err_t code);

/// Returns the prefix that the transactional ids of all workers of the group
/// share.
std::string TransactionalIdPrefix(const Options& options);

}  // namespace newsmill::kafka
