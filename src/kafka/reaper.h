// Destroys librdkafka's clients on other threads.
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <thread>
#include <vector>

namespace newsmill::kafka {

/// The destruction of a client waits for its threads. In librdkafka 2.0 a
/// thread may never end: that of a consumer whose topic was deleted while its
/// partitions were revoked. Not thread-safe.
class Reaper {
 public:
  /// Runs `destroy` on a thread of its own.
  void Run(std::function<void()> destroy);

  /// Waits at most `longest` for the running ones. Those that take longer run
  /// until the process ends.
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
