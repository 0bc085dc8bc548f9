// Sorts short lists stably. std::stable_sort is not used, because newer
// compilers warn about a function that it calls in libstdc++.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace newsmill::extract::text {

/// Sorts by ascending `key_of(element)`. Equal elements keep their order.
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
