#include "support/mark_faults.h"

#include <csignal>
#include <cstddef>
#include <cstdio>
#include <variant>
#include <vector>

#include "newsmill/base/check.h"
#include "newsmill/output/mark.h"

namespace newsmill::testing {
namespace {

using pipeline::LogError;
using pipeline::LogRecord;

constexpr size_t kParts = 3;

std::vector<model::MarkPartEntry> Split(const model::MarkPartEntry& whole) {
  const auto mark = output::MarkFrom({&whole, 1});
  NEWSMILL_CHECK(mark);
  return output::PartsOf(*mark, whole.nonce, whole.bytes.size() / kParts + 1);
}

}  // namespace

void KillPoint::Reach(std::string_view step) const {
  if (!Is(step)) return;
  std::fprintf(stderr, "{\"event\":\"fault\",\"message\":\"killed at %s\"}\n",
               step_.c_str());
  std::raise(SIGKILL);
}

std::expected<void, LogError> KillingLog::Append(const model::LogEntry& entry) {
  const auto* whole = std::get_if<model::MarkPartEntry>(&entry.content);
  if (whole == nullptr || whole->count != 1) return WrappedLog::Append(entry);
  point_.Reach("mark_begin");
  nonce_ = whole->nonce;
  for (const model::MarkPartEntry& part : Split(*whole)) {
    const auto appended =
        WrappedLog::Append({.anchor = entry.anchor, .content = part});
    if (!appended || point_.Is("mark_part")) return appended;
  }
  point_.Reach("mark_end");
  return {};
}

std::expected<std::optional<LogRecord>, LogError> KillingLog::Poll() {
  auto record = WrappedLog::Poll();
  if (!record || !*record) return record;
  const auto* part =
      std::get_if<model::MarkPartEntry>(&(*record)->entry.content);
  if (part != nullptr && part->nonce == nonce_) {
    if (part->number == 0) point_.Reach("mark_part");
    if (part->number + 1 == part->count) point_.Reach("mark_unread");
  }
  return record;
}

void KillingLog::Trim(int64_t before) {
  point_.Reach("trim_begin");
  point_.trimmed.store(before);
  WrappedLog::Trim(before);
  point_.Reach("trim_sent");
}

void KillingObserver::On(const pipeline::Event& event) {
  const auto* start = std::get_if<pipeline::LogStartSeen>(&event);
  const int64_t trimmed = point_.trimmed.load();
  if (start != nullptr && trimmed >= 0 && start->first_offset >= trimmed) {
    point_.Reach("trim_done");
  }
  metrics_.On(event);
}

std::expected<std::optional<LogRecord>, LogError> InputClockLog::Poll() {
  auto record = WrappedLog::Poll();
  if (record && *record) {
    (*record)->time_ms = model::InputTimeOf((*record)->entry);
  }
  return record;
}

}  // namespace newsmill::testing
