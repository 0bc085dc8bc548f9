// Destroys librdkafka's clients on other threads.
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <thread>
#include <vector>

namespace newsmill::kafka {

/// Destroys clients on other threads, because the destruction of a client waits
/// until the client's threads have ended. With librdkafka 2.0, the thread of a
/// consumer may never end if the topic was deleted while the consumer's
/// partitions were revoked. Not thread-safe.
class Reaper {
 public:
  /// Runs `destroy`, which destroys a client, on a new thread.
  void Run(std::function<void()> destroy);

  /// Waits until the threads that Run has started have ended, but at most for
  /// `longest`. Threads that need more time continue to run.
  void Wait(std::chrono::milliseconds longest);

  Reaper() = default;
  Reaper(const Reaper&) = delete;
  Reaper& operator=(const Reaper&) = delete;
  /// Waits at most five seconds for the threads that Run has started.
  ~Reaper();

 private:
  struct Running {
    std::future<void> done;
    std::thread thread;
  };
  std::vector<Running> running_;
};

}  // namespace newsmill::kafka
