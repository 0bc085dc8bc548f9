// The costs of deduplication: a fingerprint by kind of text, a comparison of
// two, and an entry of the log.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "benchmark/benchmark.h"
#include "newsmill/dedup/fingerprint.h"
#include "newsmill/dedup/index.h"
#include "similarity.h"

namespace newsmill::dedup {
namespace {

constexpr size_t kArticleBytes = 4096;
constexpr size_t kParagraphBytes = 400;

/// The letters of made-up words, and the end of a sentence.
struct Writing {
  std::vector<std::string> small;
  std::vector<std::string> capital;
  std::string space = " ";
  std::string quote = "\"";
  std::string stop = ".";
};

std::vector<std::string> Range(char32_t first, int count) {
  std::vector<std::string> letters;
  for (char32_t c = first; c < first + static_cast<char32_t>(count); ++c) {
    std::string letter;
    if (c < 0x80) {
      letter += static_cast<char>(c);
    } else if (c < 0x800) {
      letter += static_cast<char>(0xC0 | c >> 6);
      letter += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      letter += static_cast<char>(0xE0 | c >> 12);
      letter += static_cast<char>(0x80 | (c >> 6 & 0x3F));
      letter += static_cast<char>(0x80 | (c & 0x3F));
    }
    letters.push_back(letter);
  }
  return letters;
}

const Writing kAscii = {Range('a', 26), Range('A', 26)};
const Writing kTypeset = {Range('a', 26), Range('A', 26), " ", "“", "."};
const Writing kCyrillic = {Range(U'а', 32), Range(U'А', 32), " ", "»", "."};
const Writing kChinese = {Range(U'一', 2000), Range(U'一', 2000), "", "“",
                          "。"};

model::Article ArticleIn(const Writing& writing) {
  std::mt19937 random(7);
  const auto pick = [&random](const std::vector<std::string>& letters) {
    return letters[random() % letters.size()];
  };
  model::Article article;
  article.article_id = "https://news.example/a";
  article.language = "en";
  size_t bytes = 0;
  while (bytes < kArticleBytes) {
    std::string paragraph;
    while (paragraph.size() < kParagraphBytes) {
      if (random() % 25 == 0) paragraph += writing.quote;
      if (random() % 30 == 0) paragraph += std::to_string(random() % 2000);
      paragraph += pick(random() % 8 == 0 ? writing.capital : writing.small);
      const auto letters = random() % 9;
      for (size_t i = 0; i < letters; ++i) paragraph += pick(writing.small);
      if (random() % 18 == 0) paragraph += writing.stop;
      paragraph += writing.space;
    }
    bytes += paragraph.size();
    article.paragraphs.push_back(paragraph);
  }
  return article;
}

void MakesFingerprint(benchmark::State& state, const Writing& writing) {
  const model::Article article = ArticleIn(writing);
  int64_t bytes = 0;
  for (const std::string& paragraph : article.paragraphs) {
    bytes += static_cast<int64_t>(paragraph.size());
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(FingerprintsOf(article).newest);
  }
  state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK_CAPTURE(MakesFingerprint, ascii, kAscii);
BENCHMARK_CAPTURE(MakesFingerprint, typeset, kTypeset);
BENCHMARK_CAPTURE(MakesFingerprint, cyrillic, kCyrillic);
BENCHMARK_CAPTURE(MakesFingerprint, chinese, kChinese);

/// A lookup compares one text with many others.
std::vector<model::Fingerprint> ManyFingerprints() {
  std::mt19937_64 random(7);
  std::vector<model::Fingerprint> prints(1024);
  const auto fill = [&random](auto& bytes) {
    std::ranges::generate(bytes,
                          [&] { return static_cast<uint8_t>(random()); });
  };
  for (model::Fingerprint& print : prints) {
    fill(print.body);
    fill(print.lead);
    fill(print.facts);
  }
  return prints;
}

template <typename Compare>
void ComparesFingerprints(benchmark::State& state, Compare compare) {
  const std::vector<model::Fingerprint> prints = ManyFingerprints();
  size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(compare(prints[0], prints[i]));
    i = (i + 1) % prints.size();
  }
}
BENCHMARK_CAPTURE(ComparesFingerprints, body, [](const auto& a, const auto& b) {
  return Jaccard(a.body, b.body);
});
BENCHMARK_CAPTURE(ComparesFingerprints, lead, [](const auto& a, const auto& b) {
  return Jaccard(a.lead, b.lead);
});
BENCHMARK_CAPTURE(ComparesFingerprints, facts,
                  [](const auto& a, const auto& b) {
                    return CompareFacts(a.facts, b.facts).shared;
                  });

/// Random numbers that cost little (Steele, Lea, Flood: Fast Splittable
/// Pseudorandom Number Generators, OOPSLA 2014).
class FastRandom {
 public:
  uint64_t operator()() {
    uint64_t mixed = state_ += 0x9E3779B97F4A7C15;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
    return mixed ^ mixed >> 31;
  }

 private:
  uint64_t state_ = 7;
};

/// What is special about some texts of an index.
enum class Texts {
  kUnlike,   // nothing: no two texts are alike
  kHotKeys,  // one in 1,000 is a cookie wall, one in 50 a filled-in form
};

/// A full index: each new original evicts the oldest.
class FullIndex {
 public:
  explicit FullIndex(int64_t texts, Texts kind = Texts::kUnlike) : kind_(kind) {
    for (model::Fingerprint& form : forms_) Renew(form);
    model::RulesEntry rules;
    rules.window_ms = int64_t{1} << 50;
    rules.max_step_ms = rules.window_ms;
    rules.max_entries = texts;
    Apply({.anchor = {}, .content = model::GenesisEntry{}});
    Apply({.anchor = {}, .content = rules});
    Apply({.anchor = {},
           .content = model::ClaimEntry{.partition = 0, .assignment = 1}});
    for (int64_t i = 0; i < texts; ++i) ApplyOriginal();
  }

  /// As a worker does, announces the next entry first.
  void ApplyOriginal() {
    std::swap(entry_, next_);
    Renew(Print(next_).fingerprint);
    index_.Expect(next_, offset_ + 1);
    ApplyCopy();
  }
  /// Applies the last text again.
  void ApplyCopy() {
    Print(entry_).committed_offset = delivered_;
    Print(entry_).delivery.offset = ++delivered_;
    Apply(entry_);
  }
  double bytes_an_original() const {
    return static_cast<double>(index_.bytes()) /
           static_cast<double>(index_.size());
  }

 private:
  template <size_t kSize>
  void Fill(std::array<uint8_t, kSize>& bytes) {
    for (size_t i = 0; i < kSize; i += sizeof(uint64_t)) {
      const uint64_t word = random_();
      std::memcpy(&bytes[i], &word, sizeof(word));
    }
  }
  void Apply(const model::LogEntry& entry) {
    index_.Apply(entry, offset_++, 0);
  }
  void Renew(model::Fingerprint& print) {
    print.article = {random_(), random_()};
    print.text = {random_(), random_()};
    Fill(print.body);
    Fill(print.lead);
    Fill(print.facts);
    if (kind_ == Texts::kHotKeys) MakeHot(print);
  }
  /// A cookie wall differs from others in few registers, and has the same
  /// facts. A form shares half of its registers with others, but no facts.
  void MakeHot(model::Fingerprint& print) {
    const uint64_t draw = random_() % 1000;
    if (draw > 20) return;
    const bool is_wall = draw == 0;
    const model::Fingerprint& form = forms_[is_wall ? 0 : 1 + random_() % 100];
    const uint64_t changed_in_64 = is_wall ? 1 : 32;
    const auto take = [&](auto& registers, const auto& from) {
      for (size_t i = 0; i < registers.size(); ++i) {
        if (random_() % 64 >= changed_in_64) registers[i] = from[i];
      }
    };
    take(print.body, form.body);
    take(print.lead, form.lead);
    if (is_wall) print.facts = form.facts;
  }
  static model::FingerprintEntry& Print(model::LogEntry& entry) {
    return std::get<model::FingerprintEntry>(entry.content);
  }
  static model::LogEntry FirstEntry() {
    model::FingerprintEntry entry;
    entry.assignment = 1;
    entry.fingerprint.body_shingles = entry.fingerprint.lead_shingles = 700;
    return {.anchor = {}, .content = entry};
  }

  const Texts kind_;
  FastRandom random_;
  std::array<model::Fingerprint, 101> forms_;
  Index index_;
  int64_t offset_ = 0;
  int64_t delivered_ = 0;
  model::LogEntry entry_ = FirstEntry();
  model::LogEntry next_ = FirstEntry();
};

/// Filling takes longer than measuring, so each size is filled only once.
FullIndex& IndexOf(int64_t texts) {
  static std::map<int64_t, FullIndex> indexes;
  return indexes.try_emplace(texts, texts).first->second;
}

void AppliesOriginals(benchmark::State& state) {
  FullIndex& index = IndexOf(state.range(0));
  for (auto _ : state) index.ApplyOriginal();
  state.SetItemsProcessed(state.iterations());
  state.counters["bytes_an_original"] = index.bytes_an_original();
}
BENCHMARK(AppliesOriginals)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(500'000)
    ->Arg(3'000'000)
    ->Iterations(200'000);

/// As above, with keys that many texts have. Reports how long the slowest
/// thousandth takes.
void AppliesWithHotKeys(benchmark::State& state) {
  FullIndex index(state.range(0), Texts::kHotKeys);
  std::vector<double> micros;
  micros.reserve(static_cast<size_t>(state.max_iterations));
  using Clock = std::chrono::steady_clock;
  for (auto _ : state) {
    const auto begun = Clock::now();
    index.ApplyOriginal();
    micros.push_back(
        std::chrono::duration<double, std::micro>(Clock::now() - begun)
            .count());
  }
  const auto slow =
      micros.begin() + static_cast<std::ptrdiff_t>(micros.size() * 999 / 1000);
  std::ranges::nth_element(micros, slow);
  state.counters["p99.9_us"] = *slow;
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(AppliesWithHotKeys)->Arg(3'000'000)->Iterations(200'000);

/// Needs 13 GB, so it runs only if NEWSMILL_BENCH_LARGE is set.
void AppliesOriginalsToLarge(benchmark::State& state) {
  if (std::getenv("NEWSMILL_BENCH_LARGE") == nullptr) {
    state.SkipWithError("NEWSMILL_BENCH_LARGE is not set");
    return;
  }
  AppliesOriginals(state);
}
BENCHMARK(AppliesOriginalsToLarge)->Arg(20'000'000)->Iterations(200'000);

void AppliesCopies(benchmark::State& state) {
  FullIndex& index = IndexOf(state.range(0));
  for (auto _ : state) index.ApplyCopy();
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(AppliesCopies)->Arg(500'000)->Iterations(50'000);

}  // namespace
}  // namespace newsmill::dedup
