#include "examiner.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "examination.h"
#include "fmt/format.h"

namespace newsmill::app {
namespace {

using pipeline::Severity;

constexpr int kExaminations = 2;
constexpr int kLookAgainMs = 200;

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return fd_; }
  bool ok() const { return fd_ >= 0; }

 private:
  int fd_;
};

/// A file without a name that holds `bytes`, read from its beginning.
bool Fill(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return lseek(file.get(), 0, SEEK_SET) == 0;
}

/// Starts this program as `newsmill examine` with `input` as its standard
/// input and no other descriptor but standard error. Returns the process, or -1
/// with errno.
pid_t Spawn(const Descriptor& input) {
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

/// Waits for the end of `child`; kills it when `goes_on` returns false.
/// Returns its wait status.
int Await(pid_t child, const std::function<bool()>& goes_on) {
  // By number: the header of glibc 2.36 declares it for C only.
  const Descriptor watch(static_cast<int>(syscall(SYS_pidfd_open, child, 0)));
  pollfd ended{.fd = watch.get(), .events = POLLIN, .revents = 0};
  while (watch.ok() && ended.revents == 0 && goes_on()) {
    poll(&ended, 1, kLookAgainMs);
  }
  if (!goes_on()) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

/// Signals that a process raises itself, and the bound on its CPU time.
bool IsOwnFault(int signal) {
  switch (signal) {
    case SIGSEGV:
    case SIGBUS:
    case SIGILL:
    case SIGFPE:
    case SIGABRT:
    case SIGTRAP:
    case SIGSYS:
    case SIGXCPU:
      return true;
    default:
      return false;
  }
}

std::string HowDied(int signal) {
  if (signal == SIGXCPU) return "over the bound on CPU time (SIGXCPU)";
  return fmt::format("SIG{} ({})", sigabbrev_np(signal), sigdescr_np(signal));
}

}  // namespace

pipeline::ExamineFunction ExamineInChild(const config::Config& config,
                                         pipeline::Observer& observer) {
  return
      [yaml = config::ToYaml(config), &observer](
          const model::RawMessage& message,
          const std::function<bool()>& goes_on) -> std::optional<std::string> {
        const auto inconclusive = [&](const std::string& why) {
          observer.Note(Severity::kWarning,
                        fmt::format("{} partition {} offset {} could not be "
                                    "examined in a child process: {}; it is "
                                    "processed like any other message",
                                    message.topic, message.partition,
                                    message.offset, why));
          return std::nullopt;
        };
        const std::string bytes = Encode({.config = yaml, .message = message});
        std::string how;
        for (int i = 0; i < kExaminations; ++i) {
          const Descriptor input(memfd_create("examination", MFD_CLOEXEC));
          if (!input.ok() || !Fill(input, bytes)) {
            return inconclusive(std::strerror(errno));
          }
          const pid_t child = Spawn(input);
          if (child < 0) return inconclusive(std::strerror(errno));
          const int status = Await(child, goes_on);
          if (!goes_on()) return std::nullopt;
          if (WIFEXITED(status)) {
            if (WEXITSTATUS(status) == 0) return std::nullopt;
            return inconclusive(
                fmt::format("the child exited with {}", WEXITSTATUS(status)));
          }
          if (!IsOwnFault(WTERMSIG(status))) {
            return inconclusive("somebody killed the child with SIG" +
                                std::string(sigabbrev_np(WTERMSIG(status))));
          }
          how = HowDied(WTERMSIG(status));
        }
        return how;
      };
}

}  // namespace newsmill::app
