// Chooses the authors of a page's article.
#pragma once

#include <string>
#include <vector>

#include "page_evidence.h"

namespace newsmill::extract::metadata {

/// Chooses the names of the most trusted place and returns these names. If a
/// less trusted place states full names or more authors, chooses the names of
/// that place instead. Marks the chosen candidate as taken.
std::vector<std::string> ChooseAuthors(std::vector<NamesCandidate>& candidates);

}  // namespace newsmill::extract::metadata
