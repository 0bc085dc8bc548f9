#include "choice.h"

namespace newsmill::extract::body {

std::vector<size_t> ChosenBlocks(const Choices& choices) {
  std::vector<size_t> chosen;
  for (size_t i = 0; i < choices.size(); ++i) {
    if (choices[i].chosen) chosen.push_back(i);
  }
  return chosen;
}

void DropBlocks(Choices& choices, size_t begin, size_t end,
                std::string_view rule) {
  for (size_t i = begin; i < end; ++i) choices[i].Drop(rule);
}

}  // namespace newsmill::extract::body
