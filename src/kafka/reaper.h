// Destroys librdkafka's clients on other threads.
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <thread>
#include <vector>

namespace newsmill::kafka {

/// Runs destructions of clients. The destruction of a client waits for its
/// threads. In librdkafka 2.0, the thread of a consumer may never end if its
/// topic was deleted while the partitions were revoked. Not thread-safe.
class Reaper {
 public:
  /// Runs `destroy` on its own thread.
  void Run(std::function<void()> destroy);

  /// Waits at most `longest` for the running threads. A thread that takes
  /// longer runs until the process ends.
  void Wait(std::chrono::milliseconds longest);

  Reaper() = default;
  Reaper(const Reaper&) = delete;
  Reaper& operator=(const Reaper&) = delete;
  /// Waits at most five seconds.
  ~Reaper();

 private:
  struct Running {
    std::future<void> done;
    std::thread thread;
  };
  std::vector<Running> running_;
};

}  // namespace newsmill::kafka
