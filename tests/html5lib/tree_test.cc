// Every document case of the html5lib tree construction tests, scripting off.
#include "cases.h"
#include "gtest/gtest.h"
#include "newsmill/html/parse.h"
#include "tree_dump.h"

namespace newsmill::html {
namespace {

TEST(Html5libTest, BuildsEveryTree) {
  const auto folder = Html5libFolder();
  if (!folder) GTEST_SKIP() << "no $NEWSMILL_SHARED/eval/html5lib here";

  int passed = 0;
  int fragments = 0;
  int scripting = 0;
  for (const auto& file : FilesUnder(*folder / "tree-construction", ".dat")) {
    for (const TreeCase& test : ReadTreeCases(file)) {
      fragments += test.fragment ? 1 : 0;
      scripting += !test.fragment && test.scripting ? 1 : 0;
      if (test.fragment || test.scripting) continue;
      const Document document = Parse(std::string_view(test.input));
      EXPECT_EQ(DumpTree(document), test.tree) << file.filename() << ":\n"
                                               << test.input;
      if (DumpTree(document) == test.tree) ++passed;
    }
  }

  RecordProperty("passed", passed);
  RecordProperty("left_out_fragments", fragments);
  RecordProperty("left_out_scripting", scripting);
  std::cout << passed << " passed; left out: " << fragments << " fragments, "
            << scripting << " with scripting on\n";
  EXPECT_GT(passed, 1500);
}

}  // namespace
}  // namespace newsmill::html
