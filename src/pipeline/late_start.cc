#include "late_start.h"

#include <algorithm>
#include <utility>

#include "fmt/format.h"
#include "log_error.h"

namespace newsmill::pipeline {
namespace {

// The number of entries at the end of the log that are read first, in places.
// There is a mark among them if the log grows by less than this while a mark
// becomes due.
constexpr int64_t kFirstSearch = 8;
// The next part of the log that is searched is longer by this factor.
constexpr int64_t kLongerSearch = 4;

MarkBookOptions SearchOptions(const LateStart::Options& options) {
  return {.place_spacing = options.place_spacing, .keep_parts = true};
}
MarkBookOptions BookOptions(const LateStart::Options& options) {
  return {.place_spacing = options.place_spacing};
}

}  // namespace

LateStart::LateStart(FingerprintLog& log, Options options)
    : log_(log),
      options_(std::move(options)),
      below_place_(options_.below_place),
      doubted_(options_.doubted),
      search_(SearchOptions(options_)),
      failed_(options_.rejected),
      book_(BookOptions(options_)) {}

std::expected<void, LogError> LateStart::Begin() {
  const LogBounds& bounds = options_.bounds;
  // The first mark is for the first place, and follows it.
  const bool may_have_marks =
      options_.has_marks && bounds.end > options_.place_spacing;
  if (bounds.first == 0 && !may_have_marks) return ReadWholeLog();
  return SearchEnd();
}

std::expected<void, LogError> LateStart::SearchEnd() {
  const LogBounds& bounds = options_.bounds;
  const int64_t span = kFirstSearch * options_.place_spacing;
  return SearchFrom(std::max(bounds.first, bounds.end - span));
}

std::expected<void, LogError> LateStart::SearchFrom(int64_t offset) {
  phase_ = Phase::kSearching;
  searched_from_ = next_offset_ = offset;
  search_ = MarkBook(SearchOptions(options_));
  if (offset >= options_.bounds.end) return Choose();
  return log_.ReadFrom(offset);
}

std::expected<void, LogError> LateStart::Read(const LogRecord& record) {
  if (phase_ == Phase::kLoading) return Load(record);
  search_.Read(record);
  next_offset_ = record.offset + 1;
  if (next_offset_ < options_.bounds.end) return {};
  return Choose();
}

std::optional<LoadableMark> LateStart::NewestUsable() {
  for (const KnownMark& known : search_.Known()) {
    const bool is_too_new = below_place_ && known.place >= *below_place_;
    if (is_too_new || doubted_.contains({known.place, known.nonce}) ||
        failed_.contains({known.place, known.nonce})) {
      search_.Reject(known.place, known.nonce);
    }
  }
  auto newest = search_.Newest(options_.bounds.first);
  // A reset names a mark with an objection only if no valid mark is before the
  // reset. One may be in the part of the log that is not searched yet.
  if (newest && newest->known.objected &&
      searched_from_ > options_.bounds.first) {
    return std::nullopt;
  }
  return newest;
}

std::expected<void, LogError> LateStart::Choose() {
  const LogBounds& bounds = options_.bounds;
  if (auto chosen = NewestUsable()) {
    return StartLoading(*std::move(chosen), /*needs_reset=*/false);
  }
  if (searched_from_ > bounds.first) {
    const int64_t span = kLongerSearch * (bounds.end - searched_from_);
    return SearchFrom(std::max(bounds.first, bounds.end - span));
  }
  if (bounds.first == 0) return ReadWholeLog();
  // A worker that takes a mark which it has not taken before can go on.
  if (below_place_) {
    below_place_.reset();
    return SearchEnd();
  }
  if (!doubted_.empty()) {
    doubted_.clear();
    return SearchEnd();
  }
  if (options_.accept_short_log) {
    if (auto chosen = search_.WithoutLostTexts(bounds.first)) {
      return StartLoading(*std::move(chosen), /*needs_reset=*/true);
    }
    if (auto chosen = search_.WithoutTexts(bounds.first);
        chosen && !gives_up_texts_) {
      gives_up_texts_ = true;
      return StartLoading(*std::move(chosen), /*needs_reset=*/true);
    }
  }
  return MisconfiguredLog(WhyNoneIsUsable());
}

std::string LateStart::WhyNoneIsUsable() const {
  const int64_t first = options_.bounds.first;
  // --accept-short-log takes this mark.
  const auto newest = search_.Newest(0);
  if (!newest) {
    return FirstEntriesMissing(fmt::format(
        "the fingerprint log begins at offset {}, and it has no complete mark, "
        "which --accept-short-log would need",
        first));
  }
  return fmt::format(
      "the fingerprint log begins at offset {}, and it has no complete mark "
      "that this worker could start from: the first entries of the fingerprint "
      "log are missing. The log was trimmed too far. If other workers still "
      "run, let one of them write the next mark, and then start this worker "
      "again. If no worker runs, start one worker with --accept-short-log: it "
      "starts from the mark for offset {}, and the fleet forgets only the "
      "texts below offset {}. Use --new-log only with an empty topic, after "
      "this log was lost: then the fleet forgets all texts",
      first, newest->known.place, first);
}

std::expected<void, LogError> LateStart::ReadWholeLog() {
  loading_.reset();
  index_ = dedup::Index();
  book_ = MarkBook(BookOptions(options_));
  next_offset_ = place_ = 0;
  phase_ = Phase::kDone;
  return log_.ReadFrom(0);
}

std::expected<void, LogError> LateStart::StartLoading(LoadableMark chosen,
                                                      bool needs_reset) {
  loading_ = chosen.known;
  needs_reset_ = needs_reset;
  lost_below_.reset();
  if (chosen.first_text > chosen.known.base) lost_below_ = chosen.first_text;
  index_ = dedup::Index();
  index_.StartLoading(chosen.mark, chosen.first_text);
  book_ = MarkBook(BookOptions(options_));
  phase_ = Phase::kLoading;
  next_offset_ = chosen.first_text;
  if (chosen.first_text >= loading_->place) {
    return FinishLoading(/*next_is_place=*/false);
  }
  return log_.ReadFrom(chosen.first_text);
}

std::expected<void, LogError> LateStart::Load(const LogRecord& record) {
  // A log may have gaps.
  if (record.offset >= loading_->place) {
    return FinishLoading(/*next_is_place=*/false);
  }
  book_.Read(record);
  next_offset_ = record.offset + 1;
  if (!index_.Load(record.entry, record.offset, record.time_ms)) return Fail();
  if (next_offset_ == loading_->place) {
    return FinishLoading(/*next_is_place=*/true);
  }
  return {};
}

std::expected<void, LogError> LateStart::FinishLoading(bool next_is_place) {
  if (!index_.FinishLoading()) return Fail();
  phase_ = Phase::kDone;
  place_ = loading_->place;
  // A reset names this mark, so it must remain valid.
  std::erase_if(failed_marks_, [this](const KnownMark& failed) {
    return failed.place == loading_->place && failed.nonce == loading_->nonce;
  });
  if (next_is_place) return {};
  return log_.ReadFrom(place_);
}

std::expected<void, LogError> LateStart::Fail() {
  failed_marks_.push_back(*loading_);
  failed_.emplace(loading_->place, loading_->nonce);
  return Choose();
}

int64_t LateStart::entries_left() const {
  return std::max<int64_t>(options_.bounds.end - next_offset_, 0);
}

}  // namespace newsmill::pipeline
