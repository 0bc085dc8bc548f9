// Chooses the title of a page's article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page_evidence.h"

namespace newsmill::extract::metadata {

/// Takes the title that most sources agree on and returns it. Returns "" if the
/// page has no title. The heading that readers see counts most. A heading that
/// shares no word with the other titles is the heading of something else if
/// these titles have more weight than the title element alone. `url` is the URL
/// of the page.
std::string ChooseTitle(std::vector<TitleCandidate>& titles,
                        std::string_view url);

}  // namespace newsmill::extract::metadata
