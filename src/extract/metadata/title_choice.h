// Chooses the title of a page's article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page_evidence.h"

namespace newsmill::extract::metadata {

/// Takes the title that most sources agree on and returns it, or "" if there is
/// none. The heading that readers see counts most. But if it shares no word
/// with titles that have more weight than the title element alone, it is the
/// heading of something else. `url` is the URL
/// of the page.
std::string ChooseTitle(std::vector<TitleCandidate>& titles,
                        std::string_view url);

}  // namespace newsmill::extract::metadata
