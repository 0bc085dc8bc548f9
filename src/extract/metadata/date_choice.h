// Chooses the dates of a page's article.
#pragma once

#include <string>

#include "page_evidence.h"

namespace newsmill::extract::metadata {

/// As in the record; "" for none.
struct ChosenDates {
  std::string published;
  std::string modified;
};

/// Takes the most trusted dates, in the most precise form that the page states.
ChosenDates ChooseDates(PageEvidence& evidence);

}  // namespace newsmill::extract::metadata
