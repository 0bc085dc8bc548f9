#include "cases.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string_view>

namespace newsmill::html {
namespace {

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

bool IsSection(std::string_view line) {
  return line == "#errors" || line == "#new-errors" || line == "#document" ||
         line == "#document-fragment" || line == "#script-on" ||
         line == "#script-off";
}

// The blank line between two cases is no part of the tree.
void Trim(TreeCase& test) {
  while (test.tree.ends_with("\n\n")) test.tree.pop_back();
}

}  // namespace

std::optional<std::filesystem::path> Html5libFolder() {
  const char* const shared = std::getenv("NEWSMILL_SHARED");
  if (shared == nullptr) return std::nullopt;
  auto folder = std::filesystem::path(shared) / "eval" / "html5lib";
  if (!std::filesystem::is_directory(folder)) return std::nullopt;
  return folder;
}

std::vector<std::filesystem::path> FilesUnder(
    const std::filesystem::path& folder, const std::string& extension) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::vector<TreeCase> ReadTreeCases(const std::filesystem::path& path) {
  std::vector<TreeCase> cases;
  std::string section;
  bool first_line = false;
  for (const std::string& line : Lines(ReadFile(path))) {
    if (line == "#data" && section != "#data") {
      if (!cases.empty()) Trim(cases.back());
      cases.emplace_back();
      section = line;
      first_line = true;
      continue;
    }
    if (cases.empty()) continue;
    TreeCase& test = cases.back();
    if (IsSection(line)) {
      section = line;
      if (line == "#script-on") test.scripting = true;
      continue;
    }
    if (section == "#data" && !first_line) test.input += '\n';
    if (section == "#data") test.input += line;
    first_line = false;
    if (section == "#document") test.tree += line + '\n';
    if (section == "#document-fragment") test.fragment = true;
  }
  if (!cases.empty()) Trim(cases.back());
  return cases;
}

}  // namespace newsmill::html
