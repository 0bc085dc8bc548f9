#include "newsmill/base/version.h"

#include <string>

#include "CLI/Version.hpp"
#include "commands.h"
#include "console.h"
#include "fmt/format.h"
#include "newsmill/kafka/kafka.h"
#include "newsmill/logging/log.h"

namespace newsmill::app {
namespace {

std::string VersionText() {
  std::string text =
      fmt::format("newsmill {} (commit {})\n", Version(), Commit());
  text += fmt::format("librdkafka {}\n", kafka::LibraryVersion());
  text += fmt::format("yaml-cpp {}\n", NEWSMILL_YAML_CPP_VERSION);
  text += fmt::format("fmt {}.{}.{}\n", FMT_VERSION / 10'000,
                      FMT_VERSION / 100 % 100, FMT_VERSION % 100);
  text += fmt::format("spdlog {}\n", logging::LibraryVersion());
  text += fmt::format("CLI11 {}\n", CLI11_VERSION);
  return text;
}

}  // namespace

void AddVersion(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "version", "Prints the version, the commit and the library versions");
  command->footer("Example:\n  newsmill version\n\nExit code: 0.");
  command->callback([&chosen] {
    chosen = [] { return Say(VersionText()) ? kDone : kFailed; };
  });
}

}  // namespace newsmill::app
