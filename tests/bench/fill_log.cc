// Fills a fingerprint log on a real broker, for script/bench start.
//
//   newsmill_fill_log BROKERS GROUP TOPIC ENTRIES COPIES_PERCENT MAX_ENTRIES
//
// Writes what a worker writes that processes ENTRIES articles: genesis, rules,
// a claim, fingerprints and marks. The articles are synthetic: unrelated
// originals, and copies of one of the last originals. Trims nothing.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <expected>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "log_follower.h"
#include "newsmill/base/check.h"
#include "newsmill/dedup/rules.h"
#include "newsmill/kafka/kafka.h"

namespace newsmill {
namespace {

constexpr model::AssignmentKey kAssignment = 7;
// Entries that are appended before they are read.
constexpr int64_t kAhead = 2000;

class Quiet : public pipeline::Observer {
 public:
  void On(const pipeline::Event&) override {}
};

/// Returns the value. Ends the program if there is none.
template <typename T, typename E>
T ValueOf(std::expected<T, E> expected, auto message_of) {
  if (!expected) {
    std::cerr << message_of(expected.error()) << '\n';
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) return *std::move(expected);
}
std::string WhatOf(const pipeline::LogError& error) { return error.what; }
std::string MessageOf(const Error& error) { return error.message; }

class Articles {
 public:
  explicit Articles(uint64_t copies_percent) : copies_(copies_percent) {}

  model::FingerprintEntry Next() {
    model::FingerprintEntry entry;
    entry.assignment = kAssignment;
    entry.delivery.offset = next_++;
    entry.committed_offset = std::max<int64_t>(entry.delivery.offset - 1000, 0);
    entry.record_id = {random_(), random_()};
    model::Fingerprint& original = recent_[random_() % recent_.size()];
    if (random_() % 100 >= copies_ || original.body_shingles == 0) {
      Fill(original);
    }
    entry.fingerprint = original;
    entry.fingerprint.article = {random_(), random_()};
    return entry;
  }

 private:
  void Fill(model::Fingerprint& print) {
    print.body_shingles = print.lead_shingles = 700;
    print.text = {random_(), random_()};
    FillBytes(print.body);
    FillBytes(print.lead);
    FillBytes(print.facts);
  }
  template <size_t kSize>
  void FillBytes(std::array<uint8_t, kSize>& bytes) {
    for (size_t i = 0; i < kSize; i += sizeof(uint64_t)) {
      const uint64_t word = random_();
      std::memcpy(&bytes[i], &word, sizeof(word));
    }
  }

  std::mt19937_64 random_{7};
  uint64_t copies_;
  std::array<model::Fingerprint, 64> recent_{};
  int64_t next_ = 0;
};

class Filler {
 public:
  Filler(pipeline::FingerprintLog& log, pipeline::LogTerms terms)
      : follower_(log, std::move(terms)) {}

  void Open() {
    ValueOf(follower_.Open([] {}), WhatOf);
    while (!follower_.ready()) ReadOne();
    Append(model::ClaimEntry{.partition = 0, .assignment = kAssignment});
  }
  void Append(decltype(model::LogEntry::content) content) {
    ValueOf(follower_.Append(std::move(content)), WhatOf);
    ++appended_;
    while (appended_ - read_ > kAhead) ReadOne();
  }
  void Finish() {
    while (read_ < appended_) ReadOne();
  }

 private:
  void ReadOne() {
    const auto taken = ValueOf(follower_.TakeNext(), WhatOf);
    if (!taken) return;
    const auto& content = taken->record.entry.content;
    const auto* print = std::get_if<model::FingerprintEntry>(&content);
    if (print == nullptr && !std::holds_alternative<model::ClaimEntry>(content))
      return;
    ++read_;
    if (print != nullptr && follower_.IsMarkDue()) {
      ValueOf(follower_.AppendMark(kAssignment), WhatOf);
    }
  }

  pipeline::LogFollower follower_;
  int64_t appended_ = 0;
  int64_t read_ = 0;
};

int Run(const std::vector<std::string>& arguments) {
  if (arguments.size() != 6) {
    std::cerr << "usage: newsmill_fill_log BROKERS GROUP TOPIC ENTRIES "
                 "COPIES_PERCENT MAX_ENTRIES\n";
    return 2;
  }
  kafka::Options options;
  options.brokers = arguments[0];
  options.group = arguments[1];
  options.topics.fingerprints = arguments[2];
  options.allow_unsafe_topics = true;
  dedup::Options dedup;
  dedup.max_entries = std::stoll(arguments[5]);
  const kafka::Topics& topics = options.topics;
  pipeline::LogTerms terms;
  terms.genesis = {
      .log_id = {1, 2},
      .group = options.group,
      .outputs = {topics.articles, topics.duplicates, topics.dead_letters}};
  terms.rules = dedup::RulesForBrokerClock(dedup);
  terms.trim = false;

  Quiet quiet;
  const auto log = ValueOf(kafka::MakeLog(options, quiet), MessageOf);
  Filler filler(*log, std::move(terms));
  filler.Open();
  Articles articles(std::stoull(arguments[4]));
  const int64_t count = std::stoll(arguments[3]);
  for (int64_t i = 0; i < count; ++i) {
    filler.Append(articles.Next());
    if (i % 1'000'000 == 0) std::cerr << i << '\n';
  }
  filler.Finish();
  return 0;
}

}  // namespace
}  // namespace newsmill

int main(int argc, char** argv) {
  return newsmill::Run({argv + 1, argv + argc});
}
