#include "html_attributes.h"

#include <algorithm>

#include "characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract {
std::string_view AttributeOf(std::string_view attributes,
                             std::string_view name) {
  size_t i = 0;
  const auto skip_blanks = [&] {
    while (i < attributes.size() &&
           (IsBlank(attributes[i]) || attributes[i] == '/'))
      ++i;
  };
  for (skip_blanks(); i < attributes.size(); skip_blanks()) {
    const size_t begin = i;
    while (i < attributes.size() && !IsBlank(attributes[i]) &&
           attributes[i] != '=')
      ++i;
    const std::string_view key = attributes.substr(begin, i - begin);
    skip_blanks();
    std::string_view value;
    if (i < attributes.size() && attributes[i] == '=') {
      ++i;
      skip_blanks();
      const char quote = i < attributes.size() ? attributes[i] : ' ';
      if (quote == '"' || quote == '\'') {
        const size_t end =
            std::min(attributes.find(quote, i + 1), attributes.size());
        value = attributes.substr(i + 1, end - i - 1);
        i = std::min(end + 1, attributes.size());
      } else {
        const size_t start = i;
        while (i < attributes.size() && !IsBlank(attributes[i])) ++i;
        value = attributes.substr(start, i - start);
      }
    } else if (i == begin) {
      ++i;
    }
    if (Folded(key) == name) return value;
  }
  return "";
}

}  // namespace newsmill::extract
