#include "extract/text/character_references.h"

#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

TEST(CharacterReferencesTest, ReadsNamesAndNumbers) {
  EXPECT_EQ(DecodeReferences("AT&amp;T &eacute;t&#233; &#xE9;t&#Xe9;"),
            "AT&T été été");
}

TEST(CharacterReferencesTest, KeepsWhatIsNoReference) {
  for (const std::string_view text :
       {"R&D", "a & b;", "&unknown;", "&amp", "&#x;", "&;", "&#12a;"}) {
    EXPECT_EQ(DecodeReferences(text), text);
  }
}

TEST(CharacterReferencesTest, ReadsOneLevelOnly) {
  EXPECT_EQ(DecodeReferences("&amp;lt;b&amp;gt;"), "&lt;b&gt;");
}

TEST(CharacterReferencesTest, ReplacesWhatIsNoCharacter) {
  EXPECT_EQ(DecodeReferences("&#xD800;&#x110000;"), "\uFFFD\uFFFD");
}

TEST(CharacterReferencesTest, KeepsReferencesToControlCharacters) {
  EXPECT_EQ(DecodeReferences("&#7;&#0;"), "&#7;&#0;");
  EXPECT_EQ(DecodeReferences("a&#10;b"), "a\nb");
}

}  // namespace
}  // namespace newsmill::extract::text
