#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commands.h"
#include "console.h"
#include "fmt/format.h"
#include "log_terms.h"
#include "newsmill/files/file_sink.h"
#include "newsmill/files/file_source.h"
#include "newsmill/pipeline/local_log.h"
#include "newsmill/pipeline/pipeline.h"
#include "process_function.h"
#include "summary.h"

namespace newsmill::app {
namespace {

// The time between two writes of records. The time is short, so that the next
// program in a pipe gets the records early.
constexpr std::chrono::milliseconds kWriteInterval{50};

struct ProcessOptions {
  std::vector<std::string> files;
  std::string records = "-";
  std::string duplicates;
  std::string dead_letters;
  std::string config;
  int32_t jobs = 0;
  bool no_dedup = false;

  std::vector<std::string> OutputNames() const {
    std::vector<std::string> names = {records, duplicates, dead_letters};
    std::erase(names, "");
    return names;
  }
};

bool IsSameFile(const std::string& a, const std::string& b) {
  if (a == b) return true;
  struct stat first = {};
  struct stat second = {};
  return a != "-" && b != "-" && stat(a.c_str(), &first) == 0 &&
         stat(b.c_str(), &second) == 0 && S_ISREG(first.st_mode) &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

// Returns whether each output differs from all inputs and from all other
// outputs. If not, prints an error. The check is necessary, because newsmill
// empties a file when it opens the file for output.
bool FilesDiffer(const ProcessOptions& options) {
  const auto outputs = options.OutputNames();
  for (size_t i = 0; i < outputs.size(); ++i) {
    for (size_t j = i + 1; j < outputs.size(); ++j) {
      if (!IsSameFile(outputs[i], outputs[j])) continue;
      Complain(fmt::format("two outputs are the same file: {}", outputs[j]));
      return false;
    }
    for (const std::string& input : options.files) {
      if (outputs[i] == "-" || !IsSameFile(outputs[i], input)) continue;
      Complain(fmt::format("{} is an input and an output", input));
      return false;
    }
  }
  if (std::ranges::count(options.files, "-") > 1) {
    Complain("standard input (-) can be read once only");
    return false;
  }
  return true;
}

std::optional<config::Config> ConfigOf(const ProcessOptions& options) {
  auto config = options.config.empty() ? DefaultsOrComplain()
                                       : LoadOrComplain(options.config);
  if (!config) return std::nullopt;
  config->worker = {};
  config->worker.threads = options.jobs;
  config->worker.provenance = false;
  config->worker.commit_interval = kWriteInterval;
  config->worker.max_in_flight_bytes = std::max(
      config->worker.max_in_flight_bytes, 2 * config->input.max_message_bytes);
  if (options.no_dedup) config->dedup.enabled = false;
  return config;
}

std::optional<files::FileSink::Files> OpenOutputs(
    const ProcessOptions& options) {
  const auto open =
      [](const std::string& name) -> std::optional<files::OutputFile> {
    if (name.empty()) return std::nullopt;
    auto file = files::OutputFile::Open(name);
    if (file) return std::move(*file);
    Complain(file.error().message);
    return std::nullopt;
  };
  auto records = open(options.records);
  auto duplicates = open(options.duplicates);
  auto dead_letters = open(options.dead_letters);
  const bool all_open =
      records && duplicates.has_value() != options.duplicates.empty() &&
      dead_letters.has_value() != options.dead_letters.empty();
  if (!all_open) return std::nullopt;
  return files::FileSink::Files{std::move(*records), std::move(duplicates),
                                std::move(dead_letters)};
}

// Processes the input files once. Owns the objects that the pipeline uses, for
// example the source and the sink.
class FileRun {
 public:
  FileRun(const config::Config& config, std::vector<std::string> files,
          files::FileSink::Files outputs)
      : config_(config),
        summary_(isatty(STDERR_FILENO) == 1),
        source_(std::move(files), config.input.max_message_bytes, places_,
                [this](const std::string& what) { ReportUnreadable(what); }),
        sink_(std::move(outputs), places_) {}

  int Run() {
    const auto ended = RunPipeline();
    const auto closed = sink_.Close();
    summary_.ClearProgress();
    if (!ended) Complain(ended.error().message);
    if (!closed) Complain(closed.error().message);
    const std::string text = summary_.Text();
    std::fwrite(text.data(), 1, text.size(), stderr);
    return ended && closed && !unreadable_ ? kDone : kFailed;
  }

 private:
  std::expected<void, Error> RunPipeline() {
    pipeline::Pipeline engine(
        config_.worker, config_.dedup.duplicates,
        {.source = source_,
         .sink = sink_,
         .log = log_,
         .terms = InputClockTermsOf(config_),
         .observer = summary_,
         .process = [this, process = ProcessFunctionOf(config_)](
                        const model::RawMessage& message) {
           summary_.CountInput(message);
           return process(message);
         }});
    return engine.Run();
  }

  void ReportUnreadable(const std::string& what) {
    unreadable_ = true;
    summary_.ClearProgress();
    Complain(what);
  }

  const config::Config& config_;
  std::atomic<bool> unreadable_ = false;
  files::InputPlaces places_;
  Summary summary_;
  files::FileSource source_;
  files::FileSink sink_;
  pipeline::LocalLog log_;
};

int Process(ProcessOptions options) {
  if (options.files.empty()) options.files = {"-"};
  if (!FilesDiffer(options)) return kBadUsage;
  const auto config = ConfigOf(options);
  if (!config) return kBadUsage;
  auto outputs = OpenOutputs(options);
  if (!outputs) return kFailed;
  return FileRun(*config, std::move(options.files), std::move(*outputs)).Run();
}

void AddOptions(CLI::App& command, ProcessOptions& options) {
  command.add_option("FILE", options.files,
                     "Documents (.html .txt .xml .json) or envelopes "
                     "(.ndjson); - is standard input, the default");
  command
      .add_option("-r,--records", options.records,
                  "Write article records here; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  command
      .add_option("--duplicates", options.duplicates,
                  "Write duplicates here; default: only count them")
      ->type_name("FILE");
  command
      .add_option("--dead-letters", options.dead_letters,
                  "Write dead letters here; default: only count them")
      ->type_name("FILE");
  command
      .add_option("-j,--jobs", options.jobs,
                  "Number of threads; default: one for each core")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command.add_flag("--no-dedup", options.no_dedup,
                   "Do not look for duplicates");
  command
      .add_option("-c,--config", options.config,
                  "Configuration file (YAML); only input, extract, dedup and "
                  "output are used")
      ->type_name("FILE");
}

}  // namespace

void AddProcess(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "process", "Processes files without Kafka and writes records as NDJSON");
  auto options = std::make_shared<ProcessOptions>();
  AddOptions(*command, *options);
  command->footer(
      "Example:\n"
      "  newsmill process page.html feed.xml > articles.ndjson\n"
      "  zstd -dc raw.ndjson.zst | newsmill process --dead-letters bad.ndjson\n"
      "  newsmill process raw.ndjson --records - | jq .title\n"
      "\n"
      "Input: a file .ndjson or .jsonl has one envelope on each line. Any "
      "other file\n"
      "is one document. Standard input is NDJSON if its first line is a JSON "
      "object\n"
      "with the key \"content\". Otherwise standard input is one document.\n"
      "\n"
      "Output: one JSON record on each line, in the order of the input. The "
      "output\n"
      "does not depend on the number of threads. The summary on standard error "
      "counts\n"
      "articles, duplicates, dead letters and ignored input fields, such as "
      "unknown\n"
      "keys of an envelope.\n"
      "\n"
      "Exit codes: 0 done, even with dead letters; 1 a file could not be read "
      "(the\n"
      "others are processed), or an output could not be written; 2 wrong usage "
      "or\n"
      "configuration.");
  command->callback(
      [&chosen, options] { chosen = [options] { return Process(*options); }; });
}

}  // namespace newsmill::app
