// Declares the functions that add subcommands, such as `run`, to the command
// line parser. The parser sets `chosen` to the action of the subcommand that
// the user has named. Each function is defined in a file or folder of its own.
#pragma once

#include <functional>

#include "CLI/App.hpp"
#include "CLI/Config.hpp"
#include "CLI/Formatter.hpp"
#include "exit_codes.h"
#include "newsmill/app/worker.h"

namespace newsmill::app {

// Runs a command, and returns its exit code.
using Action = std::function<int()>;

/// Adds the subcommand `run`. `overrides` must outlive `chosen`.
void AddRun(CLI::App& app, Action& chosen, const WorkerParts& overrides);
void AddReplay(CLI::App& app, Action& chosen, const WorkerParts& overrides);
void AddExamine(CLI::App& app, Action& chosen, const WorkerParts& overrides);
void AddProcess(CLI::App& app, Action& chosen);
void AddExplain(CLI::App& app, Action& chosen);
void AddTopics(CLI::App& app, Action& chosen);
void AddLog(CLI::App& app, Action& chosen);
void AddCheck(CLI::App& app, Action& chosen);
void AddDemo(CLI::App& app, Action& chosen);
void AddVersion(CLI::App& app, Action& chosen);

}  // namespace newsmill::app
