// The bytes of output records: newsmill.article/1, the duplicate's record, and
// the headers of each. Key order and formats: the record schema.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>

#include "newsmill/model/article.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/decision.h"
#include "newsmill/model/raw_message.h"
#include "newsmill/output/options.h"

namespace newsmill::output {

/// A record as far as it can be written before the log has decided: an open
/// JSON object without `dedup` and `provenance`.
struct PreparedRecord {
  model::Hash128 id;
  std::string article_id;  // the Kafka key
  std::string input_id;
  std::string head;            // of the article's record
  std::string duplicate_head;  // of the duplicate's record
};

/// Refuses with `record_too_large` what could pass `max_record_bytes` with
/// the longest `dedup` and `provenance`, so that nothing fails after the log.
std::expected<PreparedRecord, model::Rejection> Prepare(
    const model::Article& article, const Options& options);

/// Where a record's input stood. Absent in the output of `process`.
struct Provenance {
  std::string topic;
  int32_t partition = 0;
  int64_t offset = 0;
  std::optional<int32_t> item;
};

/// `head` (either of the two) with the decision and provenance, closed.
std::string Complete(const std::string& head, const model::Decision& decision,
                     const std::optional<Provenance>& provenance);

/// content-type, ce_* (CloudEvents 1.0 Kafka binding, binary mode), the input's
/// traceparent and tracestate, and `newsmill-log-offset` where there is one.
model::Headers RecordHeaders(const PreparedRecord& record,
                             const model::RawMessage& input,
                             std::optional<int64_t> log_offset);

/// The input's own headers, then newsmill-reason, -detail, -topic, -partition,
/// -offset, -version and, for an item, -item.
model::Headers DeadLetterHeaders(const model::Rejection& rejection,
                                 std::optional<int32_t> item,
                                 const model::RawMessage& input);

}  // namespace newsmill::output
