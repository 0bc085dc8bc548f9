// Measures parsing: newsmill_html_bench FOLDER [--rounds N]
//
// Parses each file of the folder by itself, in turn, until one second of
// processor time is used. Reports the best of the rounds (default 5). Prints
// JSON.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "newsmill/html/parse.h"

namespace newsmill::html {
namespace {

std::vector<std::string> PagesIn(const std::filesystem::path& place) {
  std::vector<std::string> pages;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(place)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    pages.emplace_back(std::istreambuf_iterator<char>(file),
                       std::istreambuf_iterator<char>());
  }
  return pages;
}

size_t ParseAll(const std::vector<std::string>& pages) {
  size_t nodes = 0;
  for (const std::string& page : pages) nodes += Parse(page).node_count();
  return nodes;
}

// Processor time, so that other programs disturb the result less.
double Seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double BestMegabytesPerSecond(const std::vector<std::string>& pages,
                              double megabytes, int rounds) {
  double best = 0;
  for (int round = 0; round < rounds; ++round) {
    const double begin = Seconds();
    double elapsed = 0;
    double parsed = 0;
    while (elapsed < 1) {
      ParseAll(pages);
      parsed += megabytes;
      elapsed = Seconds() - begin;
    }
    best = std::max(best, parsed / elapsed);
  }
  return best;
}

void Measure(const std::filesystem::path& place, int rounds) {
  const auto pages = PagesIn(place);
  size_t bytes = 0;
  for (const auto& page : pages) bytes += page.size();
  const double megabytes = static_cast<double>(bytes) / 1e6;
  const size_t nodes = ParseAll(pages);
  const double speed = BestMegabytesPerSecond(pages, megabytes, rounds);
  std::printf(
      "{\"pages\":%zu,\"megabytes\":%.1f,\"nodes\":%zu,"
      "\"megabytes_per_second\":%.0f}\n",
      pages.size(), megabytes, nodes, speed);
}

}  // namespace
}  // namespace newsmill::html

int main(int argc, char** argv) {
  const bool rounds_given = argc == 4 && std::strcmp(argv[2], "--rounds") == 0;
  const int rounds = rounds_given ? std::atoi(argv[3]) : 5;
  if ((argc != 2 && !rounds_given) || rounds < 1) {
    std::fprintf(stderr, "usage: newsmill_html_bench FOLDER [--rounds N]\n");
    return 2;
  }
  newsmill::html::Measure(argv[1], rounds);
  return 0;
}
