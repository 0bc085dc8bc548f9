// Reads, writes and trims a fingerprint log on a real broker, for tests.
//
//   newsmill_log_shell BROKERS TOPIC [PROPERTY=VALUE]…
//
// Executes one command for each line of standard input, and prints one line:
//
//   open                FIRST END
//   append COUNT BYTES  "ok": appends entries of about BYTES bytes
//   read COUNT          FIRST LAST: offsets of the next COUNT entries
//   from OFFSET         "ok"
//   trim OFFSET         "ok"
//   poll                OFFSET of the next entry, or "nothing"
//   warning             waits for a warning of the log, and prints it
//
// If the log returns an error, prints "trimmed FIRST" or "error WHAT" instead.

#include <chrono>
#include <cstdint>
#include <deque>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "fmt/format.h"
#include "newsmill/base/mutex.h"
#include "newsmill/base/queue.h"
#include "newsmill/kafka/kafka.h"

namespace newsmill {
namespace {

using pipeline::LogError;

constexpr std::chrono::seconds kPatience{30};

/// Keeps the warnings of the log. Those of librdkafka do not name the topic.
class Warnings : public pipeline::Observer {
 public:
  explicit Warnings(std::string topic) : topic_(std::move(topic)) {}

  void On(const pipeline::Event& event) override {
    const auto* notice = std::get_if<pipeline::Notice>(&event);
    if (notice == nullptr || !notice->text.starts_with("topic " + topic_)) {
      return;
    }
    const MutexLock lock(mutex_);
    texts_.emplace_back(notice->text);
  }
  std::optional<std::string> Take() {
    const MutexLock lock(mutex_);
    if (texts_.empty()) return std::nullopt;
    std::string text = std::move(texts_.front());
    texts_.pop_front();
    return text;
  }

 private:
  const std::string topic_;
  Mutex mutex_;
  std::deque<std::string> texts_ GUARDED_BY(mutex_);
};

std::string Say(const LogError& error) {
  if (error.trimmed) return fmt::format("trimmed {}", error.bounds.first);
  return "error " + error.what;
}

std::string Say(const std::expected<void, LogError>& done) {
  return done ? "ok" : Say(done.error());
}

class Shell {
 public:
  explicit Shell(const kafka::Options& options)
      : warnings_(options.topics.fingerprints),
        log_(*kafka::MakeLog(options, warnings_)) {}
  ~Shell() { log_->Close(); }
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  std::string Execute(const std::string& command, std::istream& arguments) {
    int64_t number = 0;
    if (command == "open") return Open();
    if (command == "poll") return PollOnce();
    if (command == "warning") return AwaitWarning();
    arguments >> number;
    if (command == "append") return Append(number, arguments);
    if (command == "read") return Read(number);
    if (command == "from") return Say(log_->ReadFrom(number));
    if (command == "trim") {
      log_->Trim(number);
      return "ok";
    }
    return "error unknown command " + command;
  }

 private:
  std::string Open() {
    const auto bounds = log_->Open([this] { readable_.Push({}); }, 0);
    if (!bounds) return "error " + bounds.error().message;
    return fmt::format("{} {}", bounds->first, bounds->end);
  }

  std::string Append(int64_t count, std::istream& arguments) {
    size_t bytes = 0;
    arguments >> bytes;
    model::GenesisEntry entry;
    entry.group = std::string(bytes, 'x');
    for (int64_t i = 0; i < count; ++i) {
      const auto done = log_->Append({.anchor = {}, .content = entry});
      if (!done) return Say(done.error());
    }
    return "ok";
  }

  std::string Read(int64_t count) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    int64_t first = -1;
    int64_t last = -1;
    while (count > 0) {
      const auto record = log_->Poll();
      if (!record) return Say(record.error());
      if (!*record) {
        if (!readable_.PopUntil(deadline)) return "error nothing to read";
        continue;
      }
      if (first < 0) first = (*record)->offset;
      if (last >= 0 && (*record)->offset != last + 1) return "error a gap";
      last = (*record)->offset;
      --count;
    }
    return fmt::format("{} {}", first, last);
  }

  std::string PollOnce() {
    const auto record = log_->Poll();
    if (!record) return Say(record.error());
    return *record ? fmt::format("{}", (*record)->offset) : "nothing";
  }

  std::string AwaitWarning() {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    do {
      if (const auto polled = log_->Poll(); !polled) return Say(polled.error());
      if (auto text = warnings_.Take()) return *std::move(text);
    } while (readable_.PopUntil(deadline));
    return "error no warning";
  }

  Warnings warnings_;
  Queue<std::monostate> readable_;
  std::unique_ptr<pipeline::FingerprintLog> log_;
};

}  // namespace
}  // namespace newsmill

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  newsmill::kafka::Options options;
  options.brokers = argv[1];
  options.topics.fingerprints = argv[2];
  for (int i = 3; i < argc; ++i) {
    const std::string property = argv[i];
    const size_t equals = property.find('=');
    if (equals == std::string::npos) return 2;
    options.properties[property.substr(0, equals)] =
        property.substr(equals + 1);
  }
  newsmill::Shell shell(options);
  std::string command;
  while (std::cin >> command) {
    std::cout << shell.Execute(command, std::cin) << '\n' << std::flush;
  }
}
