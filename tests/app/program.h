// Runs the program under test as its users do.
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "support/temp_folder.h"

namespace newsmill::app {

using testing::TempFolder;

struct Ended {
  int exit_code = -1;
  std::string out;
  std::string err;
};

/// `arguments` are words of a shell, which may redirect standard input.
inline Ended RunProgram(const TempFolder& folder,
                        const std::string& arguments) {
  const std::string command = "'" NEWSMILL_BINARY "' " + arguments + " >'" +
                              folder.Path("stdout") + "' 2>'" +
                              folder.Path("stderr") + "'";
  const int status = std::system(command.c_str());
  return {.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
          .out = folder.Read("stdout"),
          .err = folder.Read("stderr")};
}

}  // namespace newsmill::app
