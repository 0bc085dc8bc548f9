// The encoding tests of html5lib, read from where they are: $NEWSMILL_SHARED is
// the folder that holds eval/html5lib.
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

TEST(Html5libTest, EveryPageHasTheEncodingThatTheyName) {
  const char* shared = std::getenv("NEWSMILL_SHARED");
  const std::filesystem::path folder =
      std::filesystem::path(shared == nullptr ? "" : shared) /
      "eval/html5lib/encoding";
  if (shared == nullptr || !std::filesystem::is_directory(folder)) {
    GTEST_SKIP() << "html5lib's tests are not in "
                    "$NEWSMILL_SHARED/eval/html5lib/encoding";
  }
  int count = 0;
  // Not the one in scripted/: its <meta> is written by a script.
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".dat") continue;
    for (const auto& [bytes, label] : CasesIn(FileText(entry.path()))) {
      ++count;
      EXPECT_EQ(Name(EncodingOfPage(bytes)),
                Name(EncodingOf(label).value_or(Encoding::kReplacement)))
          << entry.path().filename() << ": " << bytes.substr(0, 300);
    }
  }
  EXPECT_GE(count, 80);
}

}  // namespace
}  // namespace newsmill::charset
