// The encoding tests of html5lib: those of $NEWSMILL_HTML5LIB, which
// script/setup fetches, and newer ones of $NEWSMILL_SHARED/eval/html5lib.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "gtest/gtest.h"
#include "newsmill/charset/text.h"

namespace newsmill::charset {
namespace {

struct Case {
  std::string bytes;
  std::string label;
};

/// Sections "#data\n…\n#encoding\n…\n\n".
std::vector<Case> CasesIn(const std::string& file) {
  constexpr std::string_view kBegin = "#data\n";
  constexpr std::string_view kMiddle = "\n#encoding\n";
  std::vector<Case> cases;
  size_t at = file.find(kBegin);
  while (at != file.npos) {
    const size_t begin = at + kBegin.size();
    const size_t middle = file.find(kMiddle, begin - 1);
    const size_t label = middle + kMiddle.size();
    at = file.find(kBegin, label);
    cases.push_back({file.substr(begin, middle - std::min(middle, begin)),
                     file.substr(label, file.find('\n', label) - label)});
  }
  return cases;
}

std::string FileText(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// What the tests take for the default of a page that says nothing.
Encoding EncodingOfPage(std::string_view bytes) {
  const Sniffed sniffed = SniffHtml(bytes, {});
  return sniffed.evidence == Evidence::kValidUtf8 ? Encoding::kWindows1252
                                                  : sniffed.encoding;
}

std::vector<std::filesystem::path> Folders() {
  std::vector<std::filesystem::path> folders;
  const auto add = [&](const char* variable, const char* below) {
    const char* top = std::getenv(variable);
    if (top == nullptr) return;
    const auto folder = std::filesystem::path(top) / below;
    if (std::filesystem::is_directory(folder)) folders.push_back(folder);
  };
  add("NEWSMILL_HTML5LIB", "encoding");
  add("NEWSMILL_SHARED", "eval/html5lib/encoding");
  return folders;
}

/// Its <meta> is written by a script; newer tests have it in scripted/.
bool IsScripted(std::string_view bytes) {
  return bytes.find("document.write") != bytes.npos;
}

int RunTests(const std::filesystem::path& folder) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".dat") continue;
    for (const auto& [bytes, label] : CasesIn(FileText(entry.path()))) {
      if (IsScripted(bytes)) continue;
      ++count;
      EXPECT_EQ(Name(EncodingOfPage(bytes)),
                Name(EncodingOf(label).value_or(Encoding::kReplacement)))
          << entry.path() << ": " << bytes.substr(0, 300);
    }
  }
  return count;
}

TEST(Html5libTest, EveryPageHasTheEncodingThatTheyName) {
  const auto folders = Folders();
  if (folders.empty()) GTEST_SKIP() << "html5lib's tests are not here";

  for (const auto& folder : folders) EXPECT_GE(RunTests(folder), 80) << folder;
}

}  // namespace
}  // namespace newsmill::charset
