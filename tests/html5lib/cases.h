// The html5lib tests: https://github.com/html5lib/html5lib-tests
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace newsmill::html {

/// A folder of tests.
struct Html5libTests {
  std::filesystem::path folder;
  bool of_2020 = false;
};

/// Those that are there: $NEWSMILL_HTML5LIB, which script/setup fetches and
/// which are of 2020, and $NEWSMILL_SHARED/eval/html5lib, which are newer.
std::vector<Html5libTests> FindHtml5libTests();

std::vector<std::filesystem::path> FilesUnder(
    const std::filesystem::path& folder, const std::string& extension);

std::string ReadFile(const std::filesystem::path& path);

struct TreeCase {
  std::string input;
  std::string tree;  // as DumpTree writes it
  bool fragment = false;
  bool scripting = false;  // only with scripting on
};

/// True for the tests of 2020 in whose `select` the standard of today keeps
/// elements that it left out then.
bool IsSuperseded(const TreeCase& test);

std::vector<TreeCase> ReadTreeCases(const std::filesystem::path& path);

}  // namespace newsmill::html
