// Destroys librdkafka's clients beside the thread that used them.
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <thread>
#include <vector>

namespace newsmill::kafka {

/// Destroying a client waits for its threads, and librdkafka 2.0 has states in
/// which one of them never ends: a consumer whose topic was deleted while
/// partitions of it were taken away. Not thread-safe.
class Reaper {
 public:
  /// Runs `destroy` on a thread of its own.
  void Run(std::function<void()> destroy);

  /// Waits for all that still run. Those that take longer are left to the end
  /// of the process.
  void Wait(std::chrono::milliseconds longest);

  Reaper() = default;
  Reaper(const Reaper&) = delete;
  Reaper& operator=(const Reaper&) = delete;
  /// Waits five seconds.
  ~Reaper();

 private:
  struct Running {
    std::future<void> done;
    std::thread thread;
  };
  std::vector<Running> running_;
};

}  // namespace newsmill::kafka
