#include "extract/metadata/date_places.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/extract/metadata/page_fixture.h"

namespace newsmill::extract::metadata {
namespace {

constexpr std::string_view kProse =
    "<p>The ferry to the northern islands stays in the harbour until the end "
    "of the month, because nobody has found a spare part for its engine.</p>";

/// Returns the dates of a page as "published modified". The page has `before`
/// after its headline and `after` after its first paragraph.
std::string DatesOf(std::string_view before, std::string_view after) {
  const model::Article page = MetadataOf(
      "<h1>The ferry stays in the harbour</h1>" + std::string(before) +
      std::string(kProse) + std::string(after) + std::string(kProse));
  return page.published_at + " " + page.modified_at;
}

TEST(DatePlacesTest, ADateInTheTextIsNotTheArticlesDate) {
  for (const std::string_view text :
       {"<p>See <a href=/x>our report of 3 May 2021</a> for more.</p>",
        "<p>See <a href=/x>the report</a> (<em>3 May 2021</em>).</p>",
        "<p>The boat was bought on 3 May 2021.</p>",
        "<p>The vote is on <b>3 May 2021</b> in the hall.</p>",
        "<p>Die Fähre kam am 3. Mai 2021.</p>",
        "<p>La nave arrivò il 3 maggio 2021.</p>",
        "<p><a href=/x>Boat breaks down</a> (3 May 2021)</p>",
        "<p><a href=/x>3 May 2021</a></p>",
        "<li><a href=/x>Boat breaks down</a> | 3 May 2021</li>",
        "<p>The vote is on <time datetime=2021-05-03>3 May</time></p>",
        "<p>The vote is on <span class=date>3 May 2021</span> in town</p>",
        "<a href=/x><time datetime=2021-05-03>3 May 2021</time> A boat</a>",
        "<ul><li>Published 3 May 2021<br><a href=/q>All about old "
        "ferries</a>"}) {
    EXPECT_EQ(DatesOf("", text), " ") << text;
    EXPECT_EQ(DatesOf("<p>Updated 6 May 2024</p>", text),
              "2024-05-06 2024-05-06")
        << text;
    EXPECT_EQ(DatesOf("<p>6 May 2024</p>", text), "2024-05-06 ") << text;
  }
}

TEST(DatePlacesTest, ADateInASentenceBeforeTheTextIsNotTheArticlesDate) {
  for (const std::string_view text :
       {"<p>The boat was bought on 3 May 2011.</p>",
        "<p>The festival begins on 12 July 2025.</p>",
        "<p><a href=/x>Boat breaks down</a> (3 May 2021)</p>",
        "<p>The vote is on <time datetime=2024-03-03>3 March</time>, the "
        "council says.</p>"}) {
    EXPECT_EQ(DatesOf(text, ""), " ") << text;
  }
}

TEST(DatePlacesTest, ADateLineAfterTheTextIsTheArticlesDate) {
  for (const std::string_view text :
       {"<p>3 May 2024</p>", "<p>First published: 3 May 2024</p>",
        "<p>This article was first published on 3 May 2024.</p>",
        "<p>By Jane Doe | 3 May 2024</p>", "<div>3 May 2024</div>",
        "<p>Posted on <a href=/x><time datetime=2024-05-03>3 May</time></a>",
        "<p><time datetime=2024-05-03>3 May 2024</time></p>",
        "<time class=published datetime=2024-05-03>3 May</time>",
        "<p>Jane Doe | Senior Writer | May 3, 2024</p>",
        "<p>Jane<br> 3 May 2024</p>",
        "<p><span class=date>3 May 2024.</span> The ferry has sailed.</p>",
        "<footer><p>Published 3 May 2024 by Jane Doe</p></footer>"}) {
    EXPECT_EQ(DatesOf("", text), "2024-05-03 ") << text;
  }
}

TEST(DatePlacesTest, ADateLineBeforeTheTextMayContainOtherWords) {
  for (const std::string_view text :
       {"<p>Laketown, 3 May 2024</p>", "<p>Jane Doe 3 May 2024</p>",
        "<p><a href=/2024/05/03/>3 May 2024</a> in <a href=/w>World</a></p>",
        "<p>Hollin Post <time datetime=2024-05-03>3 May</time></p>",
        "<p>By Jane Doe, Laketown. <time datetime=2024-05-03>3 May</time></p>",
        "<p><b>LAKETOWN, 3 May 2024</b> – The rain has filled the lakes."}) {
    EXPECT_EQ(DatesOf(text, ""), "2024-05-03 ") << text;
  }
}

}  // namespace
}  // namespace newsmill::extract::metadata
