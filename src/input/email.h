// Recognizes e-mail messages, which newsmill does not read.
#pragma once

#include <string_view>

namespace newsmill::input {

/// Returns true if `text` begins with the header of an e-mail message
/// (https://www.rfc-editor.org/rfc/rfc5322#section-2.2). Returns false for a
/// text whose first lines only have labels, such as "Date:" and "Contact:".
bool LooksLikeEmail(std::string_view text);

}  // namespace newsmill::input
