#include "cases.h"

#include <algorithm>
#include <array>
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

std::vector<Html5libTests> FindHtml5libTests() {
  std::vector<Html5libTests> found;
  const auto add = [&](const std::filesystem::path& folder, bool of_2020) {
    if (std::filesystem::is_directory(folder)) {
      found.push_back({folder, of_2020});
    }
  };
  if (const char* fetched = std::getenv("NEWSMILL_HTML5LIB")) {
    add(fetched, true);
  }
  if (const char* shared = std::getenv("NEWSMILL_SHARED")) {
    add(std::filesystem::path(shared) / "eval" / "html5lib", false);
  }
  return found;
}

bool IsSuperseded(const TreeCase& test) {
  static constexpr std::array<std::string_view, 14> kInputs = {
      "<!DOCTYPE html><select><menuitem></select>",
      "<select><b><option><select><option></b></select>X",
      "<select><b><option><select><option></b></select>",
      "<!DOCTYPE html><body><select><svg></svg></select>",
      "<!DOCTYPE html><body><select><option><svg></svg></option></select>",
      "<!DOCTYPE "
      "html><body><table><tr><td><select><svg><g>foo</g><g>bar</g><p>baz</"
      "table><p>quux",
      "<!DOCTYPE "
      "html><body><table><select><svg><g>foo</g><g>bar</g><p>baz</"
      "table><p>quux",
      "<!doctype html><select><plaintext></plaintext>X",
      "<!doctype html><table><select><plaintext>a<caption>b",
      "<select><keygen>",
      "<!DOCTYPE html><body><select><math></math></select>",
      "<!DOCTYPE html><body><select><option><math></math></option></select>",
      "<!DOCTYPE "
      "html><body><table><tr><td><select><math><mi>foo</mi><mi>bar</mi><p>baz</"
      "table><p>quux",
      "<!DOCTYPE "
      "html><body><table><select><math><mi>foo</mi><mi>bar</mi><p>baz</"
      "table><p>quux",
  };
  return std::ranges::find(kInputs, test.input) != kInputs.end();
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
