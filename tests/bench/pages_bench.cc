// newsmill_pages_bench [ROUNDS [PAGES]]: measures pages to records, each page
// by itself.
//
// Reads pages from standard input: URL and bytes, each after its length (32
// bits, little-endian). The time of a page is the thread's time from the Kafka
// message to the record, the least of the rounds (default 3), without and with
// the fingerprint for deduplication. Then processes PAGES pages (default 0) and
// reports the memory of the process after the first tenth and at the end.
// Prints JSON.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <string>
#include <vector>

#include "newsmill/pipeline/processor.h"

namespace newsmill::pipeline {
namespace {

bool ReadPiece(std::string& piece) {
  std::array<unsigned char, 4> length{};
  if (std::fread(length.data(), 1, 4, stdin) != 4) return false;
  piece.resize(length[0] | length[1] << 8U | length[2] << 16U |
               static_cast<uint32_t>(length[3]) << 24U);
  return std::fread(piece.data(), 1, piece.size(), stdin) == piece.size();
}

std::vector<model::RawMessage> ReadPages() {
  std::vector<model::RawMessage> pages;
  std::string url;
  std::string bytes;
  while (ReadPiece(url) && ReadPiece(bytes)) {
    model::RawMessage page;
    page.value = bytes;
    page.headers = {{"content-type", "text/html"}, {"url", url}};
    pages.push_back(std::move(page));
  }
  return pages;
}

double ThreadMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 +
         static_cast<double>(now.tv_nsec) / 1e6;
}

double ResidentMegabytes() {
  std::FILE* file = std::fopen("/proc/self/statm", "r");
  if (file == nullptr) return 0;
  int64_t size = 0;
  int64_t resident = 0;
  const int read = std::fscanf(file, "%ld %ld", &size, &resident);
  std::fclose(file);
  return read == 2 ? static_cast<double>(resident * sysconf(_SC_PAGESIZE)) / 1e6
                   : 0;
}

double TimeOf(const model::RawMessage& page, bool fingerprints) {
  ProcessorOptions options;
  options.deduplicate = fingerprints;
  const double begin = ThreadMilliseconds();
  const auto outcomes = Process(options, page);
  return outcomes.empty() ? 0 : ThreadMilliseconds() - begin;
}

std::vector<double> TimesOf(const std::vector<model::RawMessage>& pages,
                            int rounds, bool fingerprints) {
  std::vector<double> times(pages.size(), 1e9);
  for (int round = 0; round < rounds; ++round) {
    for (size_t i = 0; i < pages.size(); ++i) {
      times[i] = std::min(times[i], TimeOf(pages[i], fingerprints));
    }
  }
  std::ranges::sort(times);
  return times;
}

struct Memory {
  double after_a_tenth = 0;
  double at_the_end = 0;
};

Memory MemoryOver(const std::vector<model::RawMessage>& pages, int64_t count) {
  Memory memory;
  for (int64_t i = 0; i < count; ++i) {
    if (i == count / 10) memory.after_a_tenth = ResidentMegabytes();
    TimeOf(pages[static_cast<size_t>(i) % pages.size()], true);
  }
  memory.at_the_end = ResidentMegabytes();
  return memory;
}

double MeanOf(const std::vector<double>& times) {
  return std::accumulate(times.begin(), times.end(), 0.0) /
         static_cast<double>(times.size());
}

int Measure(int rounds, int64_t count) {
  const auto pages = ReadPages();
  if (pages.empty()) {
    std::fputs("newsmill_pages_bench: no pages on standard input\n", stderr);
    return 2;
  }
  const std::vector<double> times = TimesOf(pages, rounds, false);
  const double with_fingerprint = MeanOf(TimesOf(pages, rounds, true));
  const Memory memory = MemoryOver(pages, count);
  std::printf(
      "{\"pages\":%zu,\"mean_ms\":%.3f,\"p50_ms\":%.3f,\"p99_ms\":%.3f,"
      "\"max_ms\":%.3f,\"mean_with_fingerprint_ms\":%.3f,\"processed\":%ld,"
      "\"mb_after_a_tenth\":%.1f,"
      "\"mb_at_the_end\":%.1f}\n",
      times.size(), MeanOf(times), times[times.size() / 2],
      times[times.size() * 99 / 100], times.back(), with_fingerprint, count,
      memory.after_a_tenth, memory.at_the_end);
  return 0;
}

}  // namespace
}  // namespace newsmill::pipeline

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 3;
  const int64_t count = argc > 2 ? std::atoll(argv[2]) : 0;
  if (rounds < 1 || count < 0) {
    std::fputs("usage: newsmill_pages_bench [ROUNDS [PAGES]] <PAGES\n", stderr);
    return 2;
  }
  return newsmill::pipeline::Measure(rounds, count);
}
