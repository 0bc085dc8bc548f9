// The bytes and headers of output records: articles (newsmill.article/1),
// duplicates and dead letters. config/schema/ describes them.
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

/// The part of a record that is written before the decision: the start of a
/// JSON object, without `dedup` and `provenance`.
struct PreparedRecord {
  model::Hash128 id;
  std::string article_id;  // the Kafka key of the record
  std::string input_id;
  std::string head;            // start of the article's record
  std::string duplicate_head;  // start of the duplicate's record
};

/// Returns the record of `article`. Returns a rejection `record_too_large` if
/// the record could exceed `max_record_bytes` with the longest `dedup` and
/// `provenance`. The check is early because no record may fail after its
/// fingerprint is in the log. Pure. Any thread may call it.
std::expected<PreparedRecord, model::Rejection> Prepare(
    const model::Article& article, const Options& options);

/// The place of a record's input. Records of `newsmill process` do not contain
/// it.
struct Provenance {
  std::string topic;
  int32_t partition = 0;
  int64_t offset = 0;
  std::optional<int32_t> item;
};

/// Returns the whole record: `head` (one of the two heads of a PreparedRecord),
/// the decision and the provenance. Pure.
std::string Complete(const std::string& head, const model::Decision& decision,
                     const std::optional<Provenance>& provenance);

/// Returns the headers of an article or a duplicate: content-type, ce_*
/// (CloudEvents 1.0 Kafka binding, binary mode), the input's traceparent and
/// tracestate, and newsmill-log-offset if `log_offset` is given.
model::Headers RecordHeaders(const PreparedRecord& record,
                             const model::RawMessage& input,
                             std::optional<int64_t> log_offset);

/// Returns the headers of a dead letter. The headers of the input come first.
/// Then come newsmill-reason, -detail, -topic, -partition, -offset, -version
/// and, for an item of a feed, -item.
model::Headers DeadLetterHeaders(const model::Rejection& rejection,
                                 std::optional<int32_t> item,
                                 const model::RawMessage& input);

}  // namespace newsmill::output
