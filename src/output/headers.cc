// Makes the Kafka headers of published records.
#include <chrono>

#include "fmt/format.h"
#include "newsmill/base/utf8.h"
#include "newsmill/base/version.h"
#include "newsmill/output/record.h"

namespace newsmill::output {
namespace {

// The maximum length of the header with the detail of a dead letter. A longer
// detail is cut, because people read this header, and because the broker limits
// the size of a message.
constexpr size_t kMaxDetailBytes = 512;

void Add(model::Headers& headers, std::string_view name,
         std::string_view value) {
  headers.push_back({std::string(name), std::string(value)});
}

// The last millisecond of the year 9999. RFC 3339 has no later year. A
// timestamp can be later if a producer writes microseconds by mistake.
constexpr int64_t kMaxTimestampMs = 253'402'300'799'999;

/// Returns the time in RFC 3339, in UTC with milliseconds.
std::string UtcTime(int64_t timestamp_ms) {
  using std::chrono::days, std::chrono::floor, std::chrono::hh_mm_ss,
      std::chrono::milliseconds, std::chrono::sys_time,
      std::chrono::year_month_day;
  const sys_time<milliseconds> time{milliseconds(timestamp_ms)};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
                     static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count(),
                     clock.subseconds().count());
}

void PassOn(const model::RawMessage& input, std::string_view name,
            model::Headers& headers) {
  if (const auto value = model::FindHeader(input.headers, name)) {
    Add(headers, name, *value);
  }
}

std::string Detail(std::string_view detail) {
  std::string valid;
  AppendValidUtf8(detail, valid);
  return std::string(TruncateUtf8(valid, kMaxDetailBytes));
}

}  // namespace

model::Headers RecordHeaders(const PreparedRecord& record,
                             const model::RawMessage& input,
                             std::optional<int64_t> log_offset) {
  model::Headers headers;
  headers.reserve(10);
  Add(headers, "content-type", "application/json");
  Add(headers, "ce_specversion", "1.0");
  Add(headers, "ce_id", model::ToHex(record.id));
  Add(headers, "ce_source", "/newsmill");
  Add(headers, "ce_type", "newsmill.article.1");
  Add(headers, "ce_subject", record.article_id);
  if (input.timestamp_ms >= 0 && input.timestamp_ms <= kMaxTimestampMs)
    Add(headers, "ce_time", UtcTime(input.timestamp_ms));
  PassOn(input, "traceparent", headers);
  PassOn(input, "tracestate", headers);
  if (log_offset) {
    Add(headers, "newsmill-log-offset", std::to_string(*log_offset));
  }
  return headers;
}

model::Headers DeadLetterHeaders(const model::Rejection& rejection,
                                 std::optional<int32_t> item,
                                 const model::RawMessage& input) {
  model::Headers headers = input.headers;
  headers.reserve(headers.size() + 7);
  Add(headers, "newsmill-reason", model::Name(rejection.reason));
  Add(headers, "newsmill-detail", Detail(rejection.detail));
  Add(headers, "newsmill-topic", input.topic);
  Add(headers, "newsmill-partition", std::to_string(input.partition));
  Add(headers, "newsmill-offset", std::to_string(input.offset));
  Add(headers, "newsmill-version", Version());
  if (item) Add(headers, "newsmill-item", std::to_string(*item));
  return headers;
}

}  // namespace newsmill::output
