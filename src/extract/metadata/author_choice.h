// Who wrote the article of a page.
#pragma once

#include <string>
#include <vector>

#include "page_evidence.h"

namespace newsmill::extract::metadata {

/// Takes the most trusted names: the first, unless a later place says more of
/// whom they are, or of who else wrote.
std::vector<std::string> ChooseAuthors(std::vector<NamesCandidate>& candidates);

}  // namespace newsmill::extract::metadata
