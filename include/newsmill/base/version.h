// The version of the program. `newsmill version` and the headers of records
// contain the version.
#pragma once

#include <string_view>

namespace newsmill {

std::string_view Version();  // "0.1.0"
std::string_view Commit();   // short hash, or "unknown" outside a checkout

}  // namespace newsmill
