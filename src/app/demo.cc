#include <unistd.h>

#include <chrono>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "commands.h"
#include "console.h"
#include "demo/samples.h"
#include "demo/show.h"
#include "fmt/format.h"
#include "newsmill/app/worker.h"
#include "newsmill/base/mutex.h"
#include "newsmill/kafka/demo_broker.h"
#include "newsmill/logging/log.h"
#include "newsmill/logging/log_observer.h"
#include "stop_signal.h"
#include "summary.h"

namespace newsmill::app {
namespace {

using std::chrono::steady_clock;

// The maximum time until all messages are published. The demo takes about six
// seconds, but a slow machine needs longer.
constexpr std::chrono::seconds kPatience{60};
constexpr size_t kMostMessages = 100'000;

config::Config DemoConfig(const kafka::DemoBroker& broker) {
  config::Config config;
  config.kafka.brokers = broker.brokers();
  config.kafka.group = "newsmill-demo";
  config.kafka.allow_unsafe_topics = true;
  // If a fetch finds no messages, the mock broker delays its answer by this
  // time. The time is short, because the worker often waits for a single entry
  // of the fingerprint log.
  config.kafka.properties["fetch.wait.max.ms"] = "10";
  config.worker.threads = 2;
  config.worker.commit_interval = std::chrono::milliseconds(200);
  config.worker.drain_timeout = std::chrono::seconds(5);
  return config;
}

// Prints the published messages. Another thread can wait until all messages are
// published.
class DemoWatcher : public Watcher {
 public:
  explicit DemoWatcher(size_t messages)
      : messages_(static_cast<int64_t>(messages)),
        colours_(isatty(STDOUT_FILENO) == 1) {}

  void Published(const pipeline::Transaction& transaction) override {
    std::string lines;
    for (const pipeline::OutputMessage& message : transaction.messages) {
      lines += LineOf(message, colours_);
    }
    const bool said = gave_up() || Say(lines);
    const MutexLock lock(mutex_);
    if (!said) gave_up_ = true;
    for (const pipeline::Progress& progress : transaction.progress) {
      next_offsets_[progress.partition] = progress.next_offset;
    }
    changed_.NotifyAll();
  }

  /// Makes AwaitAll return at once, because the worker has ended or the user
  /// has stopped the demo.
  void GiveUp() {
    const MutexLock lock(mutex_);
    gave_up_ = true;
    changed_.NotifyAll();
  }

  /// Waits until all messages are published, GiveUp is called or `deadline` has
  /// passed. Returns whether all messages are published.
  bool AwaitAll(steady_clock::time_point deadline) {
    const MutexLock lock(mutex_);
    while (Processed() < messages_ && !gave_up_) {
      if (!changed_.WaitUntil(mutex_, deadline)) break;
    }
    return Processed() >= messages_;
  }

 private:
  bool gave_up() {
    const MutexLock lock(mutex_);
    return gave_up_;
  }

  // Returns the number of processed messages. This number is the sum of the
  // committed offsets, because the topic is new and the offsets of each
  // partition begin with 0.
  int64_t Processed() const REQUIRES(mutex_) {
    int64_t processed = 0;
    for (const auto& [partition, next] : next_offsets_) processed += next;
    return processed;
  }

  const int64_t messages_;
  const bool colours_;
  Mutex mutex_;
  CondVar changed_;
  std::map<int32_t, int64_t> next_offsets_ GUARDED_BY(mutex_);
  bool gave_up_ GUARDED_BY(mutex_) = false;
};

// Counts committed transactions for the summary, and logs all other events.
class DemoObserver : public logging::LogObserver {
 public:
  using logging::LogObserver::LogObserver;
  void On(const pipeline::Event& event) override {
    if (std::holds_alternative<pipeline::TransactionCommitted>(event)) {
      summary_.On(event);
    } else {
      LogObserver::On(event);
    }
  }
  std::string Table() { return summary_.Table(); }

 private:
  Summary summary_{/*on_terminal=*/false};
};

bool Feed(kafka::DemoBroker& broker, const std::string& topic, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    if (auto sent = broker.Produce(topic, SampleMessage(i)); !sent) {
      Complain(sent.error().message);
      return false;
    }
  }
  return true;
}

std::string TopicLines(kafka::DemoBroker& broker, const kafka::Topics& topics) {
  std::string lines;
  for (const auto& name :
       {topics.raw, topics.articles, topics.duplicates, topics.dead_letters}) {
    const auto messages = broker.ReadAll(name);
    if (!messages) continue;
    lines += fmt::format("  {:<18} {:>5} messages\n", name, messages->size());
  }
  return lines;
}

// Runs the worker on another thread. Drains the worker when all messages are
// published, the user stops the demo, or kPatience has passed.
bool RunUntilAllIsPublished(Worker& worker, DemoWatcher& watcher,
                            StopSignal& stop) {
  auto ended = std::async(std::launch::async, [&] {
    auto result = worker.Run();
    watcher.GiveUp();
    return result;
  });
  stop.OnStop([&] { watcher.GiveUp(); });
  const bool all = watcher.AwaitAll(steady_clock::now() + kPatience);
  worker.RequestDrain();
  const auto result = ended.get();
  stop.OnStop(nullptr);
  if (!result) Complain(result.error().message);
  if (!all && result) Complain("the demo ended before all was published");
  return all && result;
}

int Show(kafka::DemoBroker& broker, size_t count, logging::Log& log,
         StopSignal& stop) {
  const config::Config config = DemoConfig(broker);
  DemoObserver observer(log);
  DemoWatcher watcher(count);
  const WorkerParts parts{.source = {},
                          .sink =
                              [&](std::unique_ptr<pipeline::Sink> sink) {
                                return Watched(std::move(sink), watcher);
                              },
                          .log = {},
                          .process = {},
                          .metrics = {},
                          .place_spacing = {}};
  const auto worker = Worker::Make(config, observer, parts);
  if (!worker) {
    Complain(worker.error().message);
    return kFailed;
  }
  Say(fmt::format("{} documents wait on {}; the worker joins its group …\n\n",
                  count, config.kafka.topics.raw));
  const bool fine = RunUntilAllIsPublished(**worker, watcher, stop);
  const bool said = Say(
      fmt::format("\nItems\n{}\nTopics of the in-process broker\n{}",
                  observer.Table(), TopicLines(broker, config.kafka.topics)));
  return fine && said ? kDone : kFailed;
}

int Demo(size_t count) {
  logging::Log log(
      {.level = logging::Level::kWarn, .format = logging::Format::kText});
  StopSignal stop(log);  // before the mock broker starts its threads
  const kafka::Topics topics;
  const auto broker = kafka::DemoBroker::Start(topics);
  if (!broker) {
    Complain(broker.error().message);
    return kFailed;
  }
  if (!Feed(**broker, topics.raw, count)) return kFailed;
  return Show(**broker, count, log, stop);
}

}  // namespace

void AddDemo(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "demo", "Runs a worker on sample documents with an in-process broker");
  auto count = std::make_shared<size_t>(Samples().size());
  command
      ->add_option("--count", *count,
                   "Number of documents to send; a number above the default "
                   "repeats documents")
      ->type_name("N")
      ->check(CLI::Range(size_t{1}, kMostMessages))
      ->capture_default_str();
  command->footer(
      "Example:\n"
      "  newsmill demo\n"
      "  newsmill demo --count 500\n"
      "\n"
      "Needs no Kafka, and no network except the loopback interface. Prints "
      "one line\n"
      "for each item:\n"
      "  → an article     = a duplicate     ✗ a dead letter\n"
      "The broker is a mock broker of librdkafka. Therefore a demo does not "
      "prove that\n"
      "records are published exactly once.\n"
      "\n"
      "Exit codes: 0 everything was published; 1 something was not published; "
      "2 wrong\n"
      "usage.");
  command->callback(
      [&chosen, count] { chosen = [count] { return Demo(*count); }; });
}

}  // namespace newsmill::app
