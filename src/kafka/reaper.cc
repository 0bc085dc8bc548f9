#include "reaper.h"

#include <utility>

#include "newsmill/base/mutex.h"

namespace newsmill::kafka {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLongestWait{5'000};

void AbandonThread(std::thread thread) {
  static Mutex mutex;
  static auto& all = *new std::vector<std::thread>();  // never destroyed
  const MutexLock lock(mutex);
  all.push_back(std::move(thread));
}

}  // namespace

void Reaper::Run(std::function<void()> destroy) {
  std::erase_if(running_, [](Running& one) {
    if (one.done.wait_for(milliseconds(0)) != std::future_status::ready) {
      return false;
    }
    one.thread.join();
    return true;
  });
  std::packaged_task<void()> task(std::move(destroy));
  std::future<void> done = task.get_future();
  running_.push_back({std::move(done), std::thread(std::move(task))});
}

void Reaper::Wait(milliseconds longest) {
  const auto deadline = std::chrono::steady_clock::now() + longest;
  for (Running& one : running_) {
    if (one.done.wait_until(deadline) == std::future_status::ready) {
      one.thread.join();
    } else {
      AbandonThread(std::move(one.thread));
    }
  }
  running_.clear();
}

Reaper::~Reaper() { Wait(kLongestWait); }

}  // namespace newsmill::kafka
