// The subcommands. Each subcommand has its own file or folder. Each function
// here adds one subcommand to the parser. If the command line names this
// subcommand, parsing sets `chosen` to its action.
#pragma once

#include <functional>

#include "CLI/App.hpp"
#include "CLI/Config.hpp"
#include "CLI/Formatter.hpp"
#include "exit_codes.h"
#include "newsmill/app/worker.h"

namespace newsmill::app {

using Action = std::function<int()>;  // returns the exit code

/// Adds the command `run`. `overrides` must outlive the chosen action.
void AddRun(CLI::App& app, Action& chosen, const WorkerParts& overrides);
void AddReplay(CLI::App& app, Action& chosen, const WorkerParts& overrides);
void AddExamine(CLI::App& app, Action& chosen, const WorkerParts& overrides);
void AddProcess(CLI::App& app, Action& chosen);
void AddExplain(CLI::App& app, Action& chosen);
void AddTopics(CLI::App& app, Action& chosen);
void AddCheck(CLI::App& app, Action& chosen);
void AddDemo(CLI::App& app, Action& chosen);
void AddVersion(CLI::App& app, Action& chosen);

}  // namespace newsmill::app
