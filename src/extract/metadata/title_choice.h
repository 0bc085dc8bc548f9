// Chooses the title of an article among the candidates on its page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page_evidence.h"

namespace newsmill::extract::metadata {

/// Chooses the title whose sources have the most weight together, and returns
/// this title. Returns "" if the page has no title. The heading that readers
/// see usually has the most weight. If the heading shares no word with the
/// other titles and another title is more credible, the heading is about
/// something else and gets little weight. `url` is the URL of the page.
std::string ChooseTitle(std::vector<TitleCandidate>& titles,
                        std::string_view url);

}  // namespace newsmill::extract::metadata
