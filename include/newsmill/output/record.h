// Makes the output records of articles (newsmill.article/1) and of duplicates,
// and the Kafka headers of records and dead letters. config/schema/ describes
// the formats.
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

/// The part of a record that is made before the decision about the article. It
/// is the start of a JSON object, without `dedup` and `provenance`.
struct PreparedRecord {
  model::Hash128 id;
  std::string article_id;  // the Kafka key of the record
  std::string input_id;
  std::string head;            // start of the record of an article
  std::string duplicate_head;  // start of the record of a duplicate
};

/// Returns the prepared record of `article`. If the record with the longest
/// possible `dedup` and `provenance` would exceed `max_record_bytes`, returns a
/// rejection `record_too_large`. Prepare checks the size, because a record
/// cannot be rejected after its fingerprint is in the log. Pure. Any thread may
/// call Prepare.
std::expected<PreparedRecord, model::Rejection> Prepare(
    const model::Article& article, const Options& options);

/// The position of the message from which a record was made. Records of
/// `newsmill process` have no provenance.
struct Provenance {
  std::string topic;
  int32_t partition = 0;
  int64_t offset = 0;
  std::optional<int32_t> item;
};

/// Returns the whole record. The record consists of `head`, the decision and
/// the provenance. `head` is one of the two heads of a PreparedRecord. Pure.
std::string Complete(const std::string& head, const model::Decision& decision,
                     const std::optional<Provenance>& provenance);

/// Returns the headers of an article or a duplicate: content-type, ce_*
/// (CloudEvents 1.0 Kafka binding, binary mode), the input's traceparent and
/// tracestate, and newsmill-log-offset if `log_offset` is given.
model::Headers RecordHeaders(const PreparedRecord& record,
                             const model::RawMessage& input,
                             std::optional<int64_t> log_offset);

/// Returns the headers of a dead letter. The headers of the input come first.
/// Then come headers with the prefix "newsmill-": reason, detail, topic,
/// partition, offset and version. An item of a feed also has newsmill-item.
model::Headers DeadLetterHeaders(const model::Rejection& rejection,
                                 std::optional<int32_t> item,
                                 const model::RawMessage& input);

}  // namespace newsmill::output
