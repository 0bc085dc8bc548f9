// A stable sort for short lists. (libstdc++'s own uses a function that newer
// compilers warn of.)
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace newsmill::extract::text {

/// In ascending order of `key_of(element)`; equal ones keep their order.
template <typename T, typename KeyOf>
void SortStably(std::vector<T>& list, KeyOf key_of) {
  std::vector<size_t> order(list.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::sort(order, {},
                    [&](size_t i) { return std::pair(key_of(list[i]), i); });
  std::vector<T> sorted;
  sorted.reserve(list.size());
  for (const size_t i : order) sorted.push_back(std::move(list[i]));
  list = std::move(sorted);
}

}  // namespace newsmill::extract::text
