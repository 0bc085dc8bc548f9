// Chooses the dates of a page's article.
#pragma once

#include <string>
#include <string_view>

#include "page_evidence.h"

namespace newsmill::extract::metadata {

/// The verdict on a date in the line of an update that may be the publication.
inline constexpr std::string_view kEarlierThanUpdate =
    "an unlabelled date beside an update";

/// The dates in the form of the record, or "".
struct ChosenDates {
  std::string published;
  std::string modified;
};

/// Takes the most trusted dates, in the most precise form on the page.
ChosenDates ChooseDates(PageEvidence& evidence);

}  // namespace newsmill::extract::metadata
