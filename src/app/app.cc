#include "newsmill/app/app.h"

#include <csignal>
#include <cstdio>
#include <sstream>
#include <string>
#include <vector>

#include "commands.h"
#include "console.h"
#include "fmt/format.h"
#include "newsmill/base/version.h"
#include "newsmill/config/nearest.h"

namespace newsmill::app {
namespace {

constexpr const char* kFooter =
    "Try it without Kafka:\n"
    "  newsmill demo\n"
    "  newsmill process page.html\n"
    "\n"
    "newsmill COMMAND --help explains a command.\n"
    "\n"
    "Data goes to standard output, everything else to standard error.\n"
    "Exit codes: 0 done, 1 failed while running, 2 wrong usage or "
    "configuration.";

void Describe(CLI::App& app, Action& chosen, const WorkerParts& overrides) {
  app.description(
      "newsmill reads raw news documents from a Kafka topic, and publishes "
      "structured,\n"
      "deduplicated article records to other topics, exactly once.");
  app.footer(kFooter);
  app.set_version_flag("--version", fmt::format("newsmill {}", Version()),
                       "Print the version");
  app.require_subcommand(1);
  AddRun(app, chosen, overrides);
  AddReplay(app, chosen, overrides);
  AddExamine(app, chosen, overrides);
  AddProcess(app, chosen);
  AddExplain(app, chosen);
  AddTopics(app, chosen);
  AddLog(app, chosen);
  AddCheck(app, chosen);
  AddDemo(app, chosen);
  AddVersion(app, chosen);
}

// Returns whether `word` is an unknown command. If the command is unknown,
// prints an error that suggests a similar command. CLI11 would only report an
// unexpected argument.
bool IsUnknownCommand(const CLI::App& app, const std::string& word) {
  if (word.empty() || word.starts_with('-')) return false;
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    if (command->get_name() == word) return false;
    names.push_back(command->get_name());
  }
  Complain(fmt::format("unknown command '{}'{}; see newsmill --help", word,
                       config::Suggestion(word, names)));
  return true;
}

int ExplainParseError(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) {  // --help, --version
    std::ostringstream text;
    app.exit(error, text);
    return Say(text.str()) ? kDone : kFailed;
  }
  std::string command = "newsmill";
  for (const CLI::App* chosen : app.get_subcommands()) {
    command += " " + chosen->get_name();
  }
  Complain(fmt::format("{}; see {} --help", error.what(), command));
  return kBadUsage;
}

}  // namespace

int Main(int argc, const char* const* argv, const WorkerParts& overrides) {
  // SIGPIPE kills a process that writes to a closed pipe. If the signal is
  // ignored, the write fails instead, and newsmill can print an error message.
  std::signal(SIGPIPE, SIG_IGN);
  // If the parent process ignores SIGCHLD, its child processes also ignore the
  // signal. But a process that ignores SIGCHLD cannot learn how its own
  // children have ended.
  std::signal(SIGCHLD, SIG_DFL);
  CLI::App app("", "newsmill");
  Action chosen;
  Describe(app, chosen, overrides);
  if (argc < 2) {
    std::fputs(app.help().c_str(), stderr);
    return kBadUsage;
  }
  if (IsUnknownCommand(app, argv[1])) return kBadUsage;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return ExplainParseError(app, error);
  }
  return chosen();
}

}  // namespace newsmill::app
