// Makes error messages about missing permissions. Each message names the
// permission that an operator has to give.
#pragma once

#include <librdkafka/rdkafka.h>

#include <string>
#include <string_view>

#include "newsmill/kafka/options.h"

namespace newsmill::kafka {

/// Returns "not allowed to `action` (CODE); give PRINCIPAL `permission`". CODE
/// is the name of `code`. PRINCIPAL is the user's name if `options` contain it,
/// and otherwise "the worker's principal".
std::string NotAllowed(const Options& options, rd_kafka_resp_err_t code,
                       std::string_view action, std::string_view permission);

/// Returns "topic TOPIC: not allowed to `action` it (CODE); give PRINCIPAL
/// `operation` on it". For CODE and PRINCIPAL see NotAllowed.
std::string TopicNotAllowed(const Options& options, rd_kafka_resp_err_t code,
                            std::string_view topic, std::string_view action,
                            std::string_view operation);

/// Returns the error message for a worker that has no permission to use
/// `options.group`. A worker joins this group and commits offsets to it.
std::string GroupNotAllowed(const Options& options, rd_kafka_resp_err_t code);

/// Returns the error message for a worker that has no permission to use its
/// transactional id. The message asks for a permission for all ids that begin
/// with TransactionalIdPrefix.
std::string TransactionalIdNotAllowed(const Options& options,
                                      rd_kafka_resp_err_t code,
                                      std::string_view transactional_id);

/// Returns the error message for a request that failed with `code`. The request
/// was about the input topic or about the committed offsets of `options.group`.
std::string DescribeInputFailure(const Options& options,
                                 rd_kafka_resp_err_t code);

/// Returns the prefix that the transactional ids of all workers of the group
/// share.
std::string TransactionalIdPrefix(const Options& options);

}  // namespace newsmill::kafka
