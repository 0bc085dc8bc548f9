#include "date_choice.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/dates/timestamps.h"
#include "newsmill/model/timestamp.h"

namespace newsmill::extract::metadata {
namespace {

// Maximum distance between the headline and a date line of the article, in
// bytes of text.
constexpr uint32_t kClose = 250;

using Dates = std::vector<DateCandidate*>;

Dates UsableOf(std::vector<DateCandidate>& candidates) {
  Dates usable;
  for (DateCandidate& each : candidates) {
    if (each.IsOpen()) usable.push_back(&each);
  }
  return usable;
}

/// Returns whether `local` may be the local day of the moment `utc` in a place
/// west of Greenwich. In such a place, a day is over at most twelve hours later
/// than in UTC.
bool MayBeLocalDay(std::string_view local, std::string_view utc) {
  constexpr int64_t kLatestMs = 36 * 3'600'000;
  const auto day = model::ParseTimestamp(dates::DayOf(local));
  const auto instant = model::ParseTimestamp(utc);
  return dates::IsUtc(utc) && day && instant && *instant < *day + kLatestMs;
}

/// Returns whether the two dates differ only because day and month are swapped:
/// 2021-01-11 and 2021-11-01.
bool IsSwapped(std::string_view a, std::string_view b) {
  return a.size() >= 10 && b.size() >= 10 && a.substr(0, 5) == b.substr(0, 5) &&
         a.substr(5, 2) == b.substr(8, 2) && a.substr(8, 2) == b.substr(5, 2);
}

/// Returns whether dates of this origin are in text that readers see.
bool IsShown(DateTrust trust) {
  return trust == DateTrust::kProperty ||
         (trust >= DateTrust::kLabelledText && trust <= DateTrust::kText &&
          trust != DateTrust::kFeed);
}

/// Returns whether `published` may be the time at which the server made the
/// page. This is the case if `published` is from the metadata, and the metadata
/// also state a change of the article at the same time or earlier.
bool IsTimeOfPage(const DateCandidate& published, const Dates& modified) {
  return published.trust <= DateTrust::kMeta &&
         std::ranges::any_of(modified, [&](const DateCandidate* each) {
           return each->trust <= DateTrust::kMeta &&
                  model::ParseTimestamp(each->value) <=
                      model::ParseTimestamp(published.value);
         });
}

/// Returns the index of the most credible date. This is usually 0. But the
/// first date may be the time at which the server made the page. In this case,
/// if all dates that readers see have earlier days, returns the index of the
/// first date line near the headline. A date line has few words in addition to
/// the date (date_line.h): "The fair: 3 May" is not a date line.
size_t FirstCredible(const Dates& published, const Dates& modified) {
  const DateCandidate& first = *published.front();
  if (!IsTimeOfPage(first, modified)) return 0;
  size_t shown = 0;
  for (size_t i = 1; i < published.size(); ++i) {
    const DateCandidate& each = *published[i];
    if (!IsShown(each.trust)) continue;
    if (dates::DayOf(each.value) >= dates::DayOf(first.value)) return 0;
    if (MayBeLocalDay(each.value, first.value)) return 0;
    if (IsSwapped(each.value, first.value)) return 0;
    if (shown == 0 && each.distance <= kClose && each.is_line) shown = i;
  }
  return shown;
}

/// Returns whether `finer` states the same time as `date`, but more precisely
/// or with a local offset instead of UTC.
bool Refines(std::string_view finer, std::string_view date) {
  if (dates::PrecisionOf(finer) > dates::PrecisionOf(date)) {
    return finer.starts_with(date);
  }
  return dates::IsUtc(date) && dates::PrecisionOf(finer) == 3 &&
         !dates::IsUtc(finer) &&
         model::ParseTimestamp(finer) == model::ParseTimestamp(date);
}

/// Returns the time `utc` as a local time with an offset, if `list` also
/// contains the local time of the same moment. The offset is the difference
/// between the two times. Returns `utc` if `list` contains no such local time.
std::string WithOffset(const Dates& list, const std::string& utc) {
  for (const DateCandidate* const local : list) {
    const std::string_view value = local->value;
    if (local->trust > DateTrust::kText || dates::IsUtc(value)) continue;
    std::string written = dates::AtLocalTime(utc, value.substr(0, 19));
    // If the page states an offset, this offset and the computed offset must be
    // equal.
    if (!written.empty() &&
        (value.size() < 20 || written.ends_with(value.substr(19)))) {
      return written;
    }
  }
  return utc;
}

bool IsSameMoment(std::string_view a, std::string_view b) {
  return dates::PrecisionOf(a) == 3 && dates::PrecisionOf(b) == 3 &&
         model::ParseTimestamp(a) == model::ParseTimestamp(b);
}

/// Chooses the date at index `credible`, or a later candidate that states the
/// same moment more precisely. Returns the chosen date, or "" if it is equal to
/// `known`.
std::string Take(const Dates& list, size_t credible, std::string_view known) {
  if (list.empty()) return "";
  size_t chosen = credible;
  for (size_t i = chosen + 1;
       i < list.size() && list[i]->trust < DateTrust::kFarLabel; ++i) {
    if (Refines(list[i]->value, list[chosen]->value)) chosen = i;
  }
  DateCandidate& date = *list[chosen];
  if (dates::IsUtc(date.value)) date.value = WithOffset(list, date.value);
  for (DateCandidate* const each : list) each->verdict = "less trusted";
  date.taken = date.value != known && !IsSameMoment(date.value, known);
  date.verdict = !date.taken   ? "the same as published"
                 : chosen == 0 ? "most trusted"
                 : chosen == credible
                     ? "the metadata state the time when the page was made"
                     : "the same moment, more precise";
  return date.taken ? date.value : "";
}

/// Returns whether the visible text states an update on the day of `chosen`.
bool IsShownUpdate(const Dates& modified, std::string_view chosen) {
  return !chosen.empty() &&
         std::ranges::any_of(modified, [&](const DateCandidate* each) {
           return (IsShown(each->trust) ||
                   each->trust == DateTrust::kFarLabel) &&
                  dates::DayOf(each->value) == dates::DayOf(chosen);
         });
}

/// Rejects dates of publication with little trust (kAmbiguousMeta or less) if
/// an update that readers see has an earlier day.
void RefuseAfterUpdate(PageEvidence& evidence) {
  const auto update =
      std::ranges::find_if(evidence.modified, [](const DateCandidate& each) {
        return each.IsOpen() && IsShown(each.trust);
      });
  if (update == evidence.modified.end()) return;
  for (DateCandidate& each : evidence.published) {
    if (each.IsOpen() && each.trust >= DateTrust::kAmbiguousMeta &&
        dates::DayOf(each.value) > dates::DayOf(update->value)) {
      each.verdict = "after the update that readers see";
    }
  }
}

/// Returns whether a line with an update also contains an earlier date. The
/// earlier date may be the date of publication.
bool HasEarlierThanUpdate(const std::vector<DateCandidate>& published) {
  return std::ranges::any_of(published, [](const DateCandidate& each) {
    return each.verdict == kEarlierThanUpdate;
  });
}

}  // namespace

ChosenDates ChooseDates(PageEvidence& evidence) {
  RefuseAfterUpdate(evidence);
  const Dates modified = UsableOf(evidence.modified);
  const Dates published = UsableOf(evidence.published);
  ChosenDates dates;
  const size_t credible =
      published.empty() ? 0 : FirstCredible(published, modified);
  dates.published = Take(published, credible, "");
  dates.modified = Take(modified, 0, dates.published);
  if (dates.published.empty() && IsShownUpdate(modified, dates.modified) &&
      !HasEarlierThanUpdate(evidence.published)) {
    DateCandidate only;
    only.value = dates.published = dates.modified;
    only.origin = "modified_at";
    only.verdict = "the only date that readers see";
    only.taken = true;
    evidence.published.push_back(std::move(only));
  }
  return dates;
}

}  // namespace newsmill::extract::metadata
