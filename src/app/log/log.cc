#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <variant>

#include "commands.h"
#include "console.h"
#include "fmt/format.h"
#include "log/inspect.h"
#include "newsmill/kafka/kafka.h"
#include "replay/progress.h"

namespace newsmill::app {
namespace {

struct LogOptions {
  std::string config;
  bool verify = false;
  bool json = false;
};

/// Prints the warnings and errors of the Kafka client.
class PrintedNotices : public pipeline::Observer {
 public:
  void On(const pipeline::Event& event) override {
    const auto* notice = std::get_if<pipeline::Notice>(&event);
    if (notice == nullptr || notice->severity < pipeline::Severity::kWarning) {
      return;
    }
    Complain(notice->text);
  }
};

/// Shows the progress on standard error if it is a terminal. Removes it at the
/// end.
class Shown {
 public:
  ~Shown() {
    if (!shown_) return;
    std::fputs("\r\x1b[K", stderr);
  }
  void Show(int64_t done, int64_t total) {
    // The clock is read only now and then, because there are many entries.
    if (!on_terminal_ || done % 1024 != 0) return;
    const auto now = Clock::now();
    if (done <= last_done_) begun_at_ = now;  // the log is read once more
    last_done_ = done;
    if (now - shown_at_ < std::chrono::milliseconds(500)) return;
    shown_at_ = now;
    shown_ = true;
    const std::string line =
        ProgressLine({.offsets = done, .total = total}, 0, now - begun_at_);
    std::fputs(fmt::format("\r{}\x1b[K", line).c_str(), stderr);
  }

 private:
  using Clock = std::chrono::steady_clock;
  const bool on_terminal_ = isatty(STDERR_FILENO) == 1;
  Clock::time_point begun_at_ = Clock::now();
  Clock::time_point shown_at_ = begun_at_;
  int64_t last_done_ = 0;
  bool shown_ = false;
};

int Refuse(const Error& error) {
  Complain(error.message);
  return ExitCodeOf(error);
}

int InspectLog(const LogOptions& options) {
  const auto config = LoadOrComplain(options.config);
  if (!config || !ArePropertiesValid(*config)) return kBadUsage;
  // Only the error of DescribeCluster says why a login fails.
  const auto cluster = kafka::DescribeCluster(config->kafka);
  if (!cluster) return Refuse(cluster.error());
  PrintedNotices notices;
  const auto log = kafka::MakeLogReader(config->kafka, notices);
  if (!log) return Refuse(log.error());
  const kafka::Topics& topics = config->kafka.topics;
  const auto inspected = [&] {
    Shown shown;
    return Inspect(
        **log,
        {.topic = topics.fingerprints,
         .expected = {.log_id = {},
                      .group = config->kafka.group,
                      .outputs = {topics.articles, topics.duplicates,
                                  topics.dead_letters}},
         .verify = options.verify,
         .json = options.json},
        [&](int64_t done, int64_t total) { shown.Show(done, total); });
  }();
  if (!inspected) return Refuse(inspected.error());
  if (!Say(inspected->text)) return kFailed;
  return inspected->is_right ? kDone : kFailed;
}

constexpr const char* kFooter =
    "Example:\n"
    "  newsmill log inspect --config newsmill.yaml\n"
    "  newsmill log inspect --config newsmill.yaml --verify\n"
    "  newsmill log inspect --config newsmill.yaml --json | jq .trim\n"
    "\n"
    "Reads the whole fingerprint log (topics.fingerprints) once, and prints\n"
    "  - the fleet that the log belongs to, its offsets, times and size;\n"
    "  - the entries of each kind, the rules in force, the claims;\n"
    "  - the marks. A worker starts from the newest valid mark. The place is "
    "the\n"
    "    offset that a mark describes. The base is the oldest entry that it "
    "needs;\n"
    "  - objections (two workers had different states) and resets;\n"
    "  - what a trim would free, and how long a start takes (an estimate).\n"
    "It appends nothing, joins no group, and needs READ on the topic only. "
    "The fleet\n"
    "may run. If standard error is a terminal, it shows the progress.\n"
    "\n"
    "--verify reads the log a second time and applies each entry, as a worker "
    "does.\n"
    "At the place of each mark it compares the state with the mark:\n"
    "  right          the state has the digest of the mark\n"
    "  wrong          another state; keep the log and report it\n"
    "  not checkable  the log has lost the entries that it would need\n"
    "If the log was trimmed, the check starts from its oldest usable mark. It "
    "needs\n"
    "as much memory as the index of a worker: dedup.max_entries x 650 bytes.\n"
    "\n"
    "Exit codes: 0 done; 1 a mark is wrong, or the log cannot be read; 2 wrong "
    "usage\n"
    "or configuration, a rejected login, or the log of another fleet.";

}  // namespace

void AddLog(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("log", "Inspects the fingerprint log");
  command->require_subcommand(1);
  command->footer(
      "Example:\n"
      "  newsmill log inspect --config newsmill.yaml\n"
      "\n"
      "newsmill log inspect --help explains the command and its exit codes.\n"
      "\n"
      "Exit codes: 0 done, 1 failed, 2 wrong usage or configuration.");
  auto* inspect = command->add_subcommand(
      "inspect", "Prints the entries, marks and size of the fingerprint log");
  auto options = std::make_shared<LogOptions>();
  inspect
      ->add_option("-c,--config", options->config, "Configuration file (YAML)")
      ->required()
      ->type_name("FILE");
  inspect->add_flag("--verify", options->verify,
                    "Also apply all entries, and compare the digest of each "
                    "mark");
  inspect->add_flag("--json", options->json, "Print one JSON object");
  inspect->footer(kFooter);
  inspect->callback([&chosen, options] {
    chosen = [options] { return InspectLog(*options); };
  });
}

}  // namespace newsmill::app
