// The subcommands, one file each. Every Add describes one to the parser;
// `chosen` is set to what it does when the command line names it.
#pragma once

#include <functional>

#include "CLI/App.hpp"
#include "CLI/Config.hpp"
#include "CLI/Formatter.hpp"

namespace newsmill::app {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;    // while running
inline constexpr int kBadUsage = 2;  // or configuration

using Action = std::function<int()>;  // gives the exit code

void AddRun(CLI::App& app, Action& chosen);
void AddProcess(CLI::App& app, Action& chosen);
void AddTopics(CLI::App& app, Action& chosen);
void AddCheck(CLI::App& app, Action& chosen);
void AddDemo(CLI::App& app, Action& chosen);
void AddVersion(CLI::App& app, Action& chosen);

}  // namespace newsmill::app
