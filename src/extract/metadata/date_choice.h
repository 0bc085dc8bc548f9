// Which of the dates that a page offers are those of its article.
#pragma once

#include <string>

#include "page_evidence.h"

namespace newsmill::extract::metadata {

/// As the record writes them; "" for none.
struct ChosenDates {
  std::string published;
  std::string modified;
};

/// Takes the most trusted dates, in the most precise form that the page states.
ChosenDates ChooseDates(PageEvidence& evidence);

}  // namespace newsmill::extract::metadata
