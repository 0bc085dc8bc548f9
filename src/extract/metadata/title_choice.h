// Which of the titles that a page offers is the title of its article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page_evidence.h"

namespace newsmill::extract::metadata {

/// Takes the title that most sources agree on and returns it; "" when there is
/// none. The heading that readers see counts most, unless it shares no word
/// with the others: then it heads something else. `url` is that of the page.
std::string ChooseTitle(std::vector<TitleCandidate>& titles,
                        std::string_view url);

}  // namespace newsmill::extract::metadata
