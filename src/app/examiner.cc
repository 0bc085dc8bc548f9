#include "examiner.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "examination.h"
#include "fmt/format.h"
#include "newsmill/base/unique_fd.h"

namespace newsmill::app {
namespace {

using pipeline::Severity;
using Clock = std::chrono::steady_clock;

constexpr int kExaminations = 2;
constexpr int kLookAgainMs = 200;
// A child process that runs longer than this is killed. This time is much
// longer than the limit on CPU time.
constexpr std::chrono::seconds kLongest{120};

/// Writes `bytes` to `file`, and seeks to the start of the file.
bool Fill(const UniqueFd& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return lseek(file.get(), 0, SEEK_SET) == 0;
}

/// Starts the child process `newsmill examine`, and returns its process id. The
/// standard input of the child is `input`, and its standard output is
/// discarded. The child inherits only standard error from this process. If the
/// start fails, returns -1 and sets errno.
pid_t Spawn(const UniqueFd& input) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input.get(), STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  std::string program = "newsmill";
  std::string command = "examine";
  char* arguments[] = {program.data(), command.data(), nullptr};
  pid_t child = -1;
  const int error = posix_spawn(&child, "/proc/self/exe", &actions, &attributes,
                                arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (error == 0) return child;
  errno = error;
  return -1;
}

/// Waits until `child` has ended. Kills `child` after kLongest, or when
/// `goes_on` returns false. Returns the wait status of `child`. If waiting
/// fails, returns nothing and sets errno.
std::optional<int> Await(pid_t child, const std::function<bool()>& goes_on) {
  const auto deadline = Clock::now() + kLongest;
  // glibc 2.36 declares pidfd_open only for C, so this C++ code uses syscall().
  const UniqueFd watch(static_cast<int>(syscall(SYS_pidfd_open, child, 0)));
  pollfd ended{.fd = watch.get(), .events = POLLIN, .revents = 0};
  while (watch.get() >= 0 && ended.revents == 0 && goes_on() &&
         Clock::now() < deadline) {
    poll(&ended, 1, kLookAgainMs);
  }
  if (ended.revents == 0) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return std::nullopt;
  }
  return status;
}

/// Returns whether the process has caused `signal` itself, by a fault, an abort
/// or too much CPU time. SIGSYS is not in the list, because a sandbox can cause
/// it.
bool IsOwnFault(int signal) {
  switch (signal) {
    case SIGSEGV:
    case SIGBUS:
    case SIGILL:
    case SIGFPE:
    case SIGABRT:
    case SIGXCPU:
      return true;
    default:
      return false;
  }
}

std::string HowDied(int signal) {
  if (signal == SIGXCPU) return "exceeded the limit of CPU time (SIGXCPU)";
  return fmt::format("SIG{} ({})", sigabbrev_np(signal), sigdescr_np(signal));
}

struct Finding {
  enum class Kind { kInnocent, kDied, kInconclusive };
  Kind kind = Kind::kInconclusive;
  std::string text;  // how the child died, or why the examination failed
};

Finding ExamineOnce(const std::string& bytes,
                    const std::function<bool()>& goes_on) {
  using Kind = Finding::Kind;
  const UniqueFd input(memfd_create("examination", MFD_CLOEXEC));
  if (input.get() < 0 || !Fill(input, bytes)) {
    return {Kind::kInconclusive, std::strerror(errno)};
  }
  const pid_t child = Spawn(input);
  if (child < 0) return {Kind::kInconclusive, std::strerror(errno)};
  const auto status = Await(child, goes_on);
  if (!status) return {Kind::kInconclusive, std::strerror(errno)};
  if (WIFEXITED(*status)) {
    const int code = WEXITSTATUS(*status);
    if (code == 0) return {Kind::kInnocent, ""};
    return {Kind::kInconclusive,
            fmt::format("the child process exited with code {}", code)};
  }
  const int signal = WTERMSIG(*status);
  if (IsOwnFault(signal)) return {Kind::kDied, HowDied(signal)};
  return {Kind::kInconclusive,
          fmt::format("the child process was killed by SIG{}",
                      sigabbrev_np(signal))};
}

/// Examines messages in child processes. Only one child process runs at a time,
/// because a child may need much memory.
class Examiner {
 public:
  Examiner(const config::Config& config, pipeline::Observer& observer)
      : yaml_(config::ToYaml(config)), observer_(observer) {}

  std::optional<std::string> Examine(const model::RawMessage& message,
                                     const std::function<bool()>& goes_on) {
    std::unique_lock lock(mutex_, std::defer_lock);
    while (!lock.try_lock_for(std::chrono::milliseconds(kLookAgainMs))) {
      if (!goes_on()) return std::nullopt;
    }
    const std::string bytes = Encode({.config = yaml_, .message = message});
    Finding finding;
    for (int i = 0; i < kExaminations; ++i) {
      finding = ExamineOnce(bytes, goes_on);
      if (!goes_on()) return std::nullopt;
      if (finding.kind != Finding::Kind::kDied) break;
    }
    if (finding.kind == Finding::Kind::kInnocent) return std::nullopt;
    if (finding.kind == Finding::Kind::kDied) {
      const Finding control = ExamineOnce(HarmlessExamination(), goes_on);
      if (!goes_on()) return std::nullopt;
      if (control.kind == Finding::Kind::kInnocent) return finding.text;
      finding.text = "a child process that read a harmless message failed, too";
    }
    observer_.On(pipeline::Notice{
        Severity::kWarning,
        fmt::format("{} partition {} offset {} could not be examined in a "
                    "child process: {}; the worker processes it as usual",
                    message.topic, message.partition, message.offset,
                    finding.text)});
    return std::nullopt;
  }

 private:
  /// Returns an examination of a harmless message. If even a child with this
  /// message dies, child processes do not work on this machine, and the death
  /// of the other children proves nothing.
  std::string HarmlessExamination() const {
    const model::RawMessage message{
        .topic = "",
        .key = {},
        .value = "A headline\n\nAnd a text of a few harmless words.",
        .headers = {}};
    return Encode({.config = yaml_, .message = message});
  }

  const std::string yaml_;
  pipeline::Observer& observer_;
  std::timed_mutex mutex_;
};

}  // namespace

pipeline::ExamineFunction ExamineInChild(const config::Config& config,
                                         pipeline::Observer& observer) {
  const auto examiner = std::make_shared<Examiner>(config, observer);
  return [examiner](const model::RawMessage& message,
                    const std::function<bool()>& goes_on) {
    return examiner->Examine(message, goes_on);
  };
}

}  // namespace newsmill::app
