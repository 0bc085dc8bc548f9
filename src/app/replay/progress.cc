#include "replay/progress.h"

#include <algorithm>
#include <utility>

#include "fmt/format.h"

namespace newsmill::app {
namespace {

constexpr std::chrono::milliseconds kBetweenQuestions{500};
constexpr std::chrono::seconds kBetweenLogLines{10};

std::string LeftAs(double seconds) {
  // The longest time that is shown, in seconds. Without this limit, the
  // conversion to an integer could overflow.
  constexpr double kLongest = 1e8;
  const auto left = static_cast<int64_t>(std::min(seconds, kLongest));
  if (left < 3600) return fmt::format("{}:{:02}", left / 60, left % 60);
  return fmt::format("{}:{:02}:{:02}", left / 3600, left / 60 % 60, left % 60);
}

}  // namespace

Done DoneOf(const std::vector<model::PartitionRange>& range,
            const PartitionOffsets& committed) {
  Done done;
  for (const model::PartitionRange& one : range) {
    done.total += one.end_offset - one.first_offset;
    const auto found = committed.find(one.partition);
    if (found == committed.end()) continue;
    done.offsets +=
        std::clamp(found->second, one.first_offset, one.end_offset) -
        one.first_offset;
  }
  return done;
}

std::string ProgressLine(const Done& done, int64_t before,
                         std::chrono::duration<double> elapsed) {
  const double share = done.total == 0 ? 1
                                       : static_cast<double>(done.offsets) /
                                             static_cast<double>(done.total);
  std::string line = fmt::format("{} of {} offsets ({:.1f} %)", done.offsets,
                                 done.total, 100 * share);
  const auto advanced = static_cast<double>(done.offsets - before);
  if (advanced <= 0 || elapsed.count() <= 0) return line;
  const double rate = advanced / elapsed.count();
  line += fmt::format(
      ", {:.0f}/s, {} left", rate,
      LeftAs(static_cast<double>(done.total - done.offsets) / rate));
  return line;
}

ReplayProgress::ReplayProgress(Parts parts)
    : parts_(std::move(parts)),
      before_(DoneOf(parts_.range, parts_.before).offsets),
      thread_([this] { Watch(); }) {}

ReplayProgress::~ReplayProgress() {
  {
    const MutexLock lock(mutex_);
    stopped_ = true;
    changed_.NotifyAll();
  }
  thread_.join();
  parts_.log.ShowStatus("");
}

void ReplayProgress::Watch() {
  while (!WaitOrStopped(kBetweenQuestions)) {
    // Errors of `ask` are not reported here. If brokers are unreachable, the
    // worker reports the problem.
    const auto committed = parts_.ask();
    if (!committed) continue;
    const Done done = DoneOf(parts_.range, *committed);
    Show(done);
    if (!done.all()) continue;
    parts_.all_done();
    return;
  }
}

void ReplayProgress::Show(const Done& done) {
  const auto now = Clock::now();
  const std::string line = ProgressLine(done, before_, now - begun_at_);
  if (parts_.on_terminal) {
    parts_.log.ShowStatus(line);
  } else if (now - shown_at_ >= kBetweenLogLines) {
    shown_at_ = now;
    parts_.log.Write(pipeline::Severity::kInfo, "progress", line,
                     {{"done", done.offsets}, {"total", done.total}});
  }
}

bool ReplayProgress::WaitOrStopped(std::chrono::milliseconds time) {
  const auto deadline = Clock::now() + time;
  const MutexLock lock(mutex_);
  while (!stopped_) {
    if (!changed_.WaitUntil(mutex_, deadline)) break;
  }
  return stopped_;
}

}  // namespace newsmill::app
