// Every document case of the html5lib tree construction tests, scripting off.
#include "cases.h"
#include "gtest/gtest.h"
#include "newsmill/html/parse.h"
#include "tree_dump.h"

namespace newsmill::html {
namespace {

struct Counts {
  int passed = 0;
  int fragments = 0;
  int scripting = 0;
  int superseded = 0;
};

Counts RunTests(const Html5libTests& tests) {
  Counts counts;
  for (const auto& file :
       FilesUnder(tests.folder / "tree-construction", ".dat")) {
    for (const TreeCase& test : ReadTreeCases(file)) {
      const bool superseded = tests.of_2020 && IsSuperseded(test);
      counts.fragments += test.fragment ? 1 : 0;
      counts.scripting += !test.fragment && test.scripting ? 1 : 0;
      counts.superseded += superseded ? 1 : 0;
      if (test.fragment || test.scripting || superseded) continue;
      const Document document = Parse(std::string_view(test.input));
      EXPECT_EQ(DumpTree(document), test.tree) << file << ":\n" << test.input;
      if (DumpTree(document) == test.tree) ++counts.passed;
    }
  }
  return counts;
}

TEST(Html5libTest, BuildsEveryTree) {
  const auto found = FindHtml5libTests();
  if (found.empty()) GTEST_SKIP() << "html5lib's tests are not here";

  for (const Html5libTests& tests : found) {
    const Counts counts = RunTests(tests);

    std::cout << tests.folder << ": " << counts.passed
              << " passed; left out: " << counts.fragments << " fragments, "
              << counts.scripting << " with scripting on, " << counts.superseded
              << " superseded\n";
    EXPECT_GT(counts.passed, 1500);
    EXPECT_EQ(counts.superseded, tests.of_2020 ? 14 : 0);
  }
}

}  // namespace
}  // namespace newsmill::html
