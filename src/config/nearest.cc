#include "newsmill/config/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "fmt/format.h"

namespace newsmill::config {
namespace {

// Returns the Levenshtein distance of `a` and `b`. Keeps only one row of the
// table of the algorithm:
// https://en.wikipedia.org/wiki/Levenshtein_distance
size_t Distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> Nearest(std::string_view word,
                                   std::span<const std::string> candidates) {
  constexpr size_t kLongestWord = 128;  // limits the work for hostile input
  if (word.size() > kLongestWord) return std::nullopt;
  size_t fewest = std::max<size_t>(2, word.size() / 3) + 1;
  std::optional<std::string> nearest;
  for (const std::string& candidate : candidates) {
    const size_t distance = Distance(word, candidate);
    if (distance >= fewest || distance >= candidate.size()) continue;
    fewest = distance;
    nearest = candidate;
  }
  return nearest;
}

std::string Suggestion(std::string_view word,
                       std::span<const std::string> candidates) {
  const auto nearest = Nearest(word, candidates);
  return nearest ? fmt::format(" (did you mean '{}'?)", *nearest) : "";
}

}  // namespace newsmill::config
