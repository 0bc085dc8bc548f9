// Bytes to tree, in MB/s: newsmill_html_bench PAGES…
//
// PAGES is a file with an envelope a line, whose "content" is base64, or a
// folder of pages. Each page is parsed by itself, one after the other, as often
// as it takes to fill a second of processor time; the best of five rounds
// counts.
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "newsmill/html/parse.h"

namespace newsmill::html {
namespace {

constexpr std::string_view kBase64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string DecodeBase64(std::string_view text) {
  std::array<uint32_t, 256> values{};
  for (uint32_t i = 0; i < kBase64.size(); ++i) {
    values[static_cast<unsigned char>(kBase64[i])] = i;
  }
  std::string out;
  uint32_t bits = 0;
  uint32_t count = 0;
  for (const char c : text) {
    if (c == '=') break;
    bits = bits << 6U | values[static_cast<unsigned char>(c)];
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

// The string member of that name, which needs no escape.
std::string_view Member(std::string_view line, std::string_view name) {
  const std::string key = "\"" + std::string(name) + "\":";
  size_t begin = line.find(key);
  if (begin == std::string_view::npos) return {};
  begin = line.find('"', begin + key.size());
  if (begin == std::string_view::npos) return {};
  return line.substr(begin + 1, line.find('"', begin + 1) - begin - 1);
}

std::vector<std::string> PagesIn(const std::filesystem::path& place) {
  std::vector<std::string> pages;
  if (!std::filesystem::is_directory(place)) {
    std::ifstream file(place);
    for (std::string line; std::getline(file, line);) {
      pages.push_back(DecodeBase64(Member(line, "content")));
    }
    return pages;
  }
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

// Of the processor, so that others on the machine matter less.
double Seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double BestMegabytesPerSecond(const std::vector<std::string>& pages,
                              double megabytes) {
  double best = 0;
  for (int round = 0; round < 5; ++round) {
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

void Measure(const std::filesystem::path& place) {
  const auto pages = PagesIn(place);
  size_t bytes = 0;
  for (const auto& page : pages) bytes += page.size();
  const double megabytes = static_cast<double>(bytes) / 1e6;
  const size_t nodes = ParseAll(pages);
  const double speed = BestMegabytesPerSecond(pages, megabytes);
  std::printf("%s: %zu pages, %.1f MB, %zu nodes, %.0f MB/s\n",
              place.filename().c_str(), pages.size(), megabytes, nodes, speed);
}

}  // namespace
}  // namespace newsmill::html

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: newsmill_html_bench PAGES...\n");
    return 2;
  }
  for (int i = 1; i < argc; ++i) newsmill::html::Measure(argv[i]);
  return 0;
}
