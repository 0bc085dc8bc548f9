// Chooses the authors of an article among the candidates on its page.
#pragma once

#include <string>
#include <vector>

#include "page_evidence.h"

namespace newsmill::extract::metadata {

/// Chooses a candidate, marks the candidate as taken and returns its names. The
/// most trusted candidates must be first. Chooses the first candidate that is
/// not rejected. A later candidate replaces the chosen candidate in two cases:
/// it has full names instead of first names, or it has all names of the chosen
/// candidate and more names.
std::vector<std::string> ChooseAuthors(std::vector<NamesCandidate>& candidates);

}  // namespace newsmill::extract::metadata
