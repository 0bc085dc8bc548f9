// The html5lib tests: https://github.com/html5lib/html5lib-tests
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace newsmill::html {

/// Where the tests are: $NEWSMILL_SHARED/eval/html5lib. Nothing when that is
/// not there.
std::optional<std::filesystem::path> Html5libFolder();

std::vector<std::filesystem::path> FilesUnder(
    const std::filesystem::path& folder, const std::string& extension);

std::string ReadFile(const std::filesystem::path& path);

struct TreeCase {
  std::string input;
  std::string tree;  // as DumpTree writes it
  bool fragment = false;
  bool scripting = false;  // only with scripting on
};

std::vector<TreeCase> ReadTreeCases(const std::filesystem::path& path);

}  // namespace newsmill::html
