// The attributes of a start tag.
#pragma once

#include <string_view>

namespace newsmill::extract {

/// The value of the first attribute of that name, in lower case; "" when there
/// is none. Quotes may be missing. `attributes` stands behind the tag's name.
std::string_view AttributeOf(std::string_view attributes,
                             std::string_view name);

}  // namespace newsmill::extract
