// Chooses the authors of a page's article.
#pragma once

#include <string>
#include <vector>

#include "page_evidence.h"

namespace newsmill::extract::metadata {

/// Takes the most trusted names and returns them. Takes the names of a less
/// trusted place instead if they are more complete: full names, or more
/// authors.
std::vector<std::string> ChooseAuthors(std::vector<NamesCandidate>& candidates);

}  // namespace newsmill::extract::metadata
