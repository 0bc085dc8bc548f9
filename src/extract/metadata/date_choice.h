// Chooses the dates of an article among the candidates on its page.
#pragma once

#include <string>
#include <string_view>

#include "page_evidence.h"

namespace newsmill::extract::metadata {

/// The verdict on a date that is in the same line as an update and is earlier
/// than the update. Such a date may be the date of publication.
inline constexpr std::string_view kEarlierThanUpdate =
    "an unlabelled date beside an update";

/// The chosen dates, in the format of published records. A date is "" if the
/// page does not state it.
struct ChosenDates {
  std::string published;
  std::string modified;
};

/// Chooses the most trusted date of publication and of the last change. Returns
/// each date in its most precise form on the page. Marks the chosen candidates
/// as taken.
ChosenDates ChooseDates(PageEvidence& evidence);

}  // namespace newsmill::extract::metadata
