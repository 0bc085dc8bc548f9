#include "extract/body/other_articles.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/body/kept_blocks.h"

namespace newsmill::extract::body {
namespace {

using testing::Contains;
using testing::Not;

const std::string kTitle = "Hallowby plants pears along its railway";
const std::string kOtherTitle = "Night buses to run more often in Vestersund";
const std::string kText =
    "The orchard society has planted four hundred young pear trees along the "
    "old railway, where nothing but nettles had grown for many years.";
const std::string kMoreText =
    "Volunteers worked for three weekends in cold rain, and the youngest of "
    "them watered every tree by hand from a tank that a farmer had lent.";
const std::string kOtherText =
    "Night buses will run every twenty minutes from the first of June, after "
    "the council found the money for eleven more drivers and two vehicles.";
const std::string kMoreOtherText =
    "The operator says that the change answers a petition signed by nurses and "
    "bakers, who could not get home after a late shift in the winter.";

struct Story {
  std::string open;   // start tag of the element
  std::string close;  // end tag
  std::string heading = "h1";
  std::string byline = "<p class=byline>By Clara Dorn</p><p>12 March 2024</p>";
};

std::string Wanted(const Story& story) {
  return story.open + "<" + story.heading + ">" + kTitle + "</" +
         story.heading + ">" + story.byline + "<div><p>" + kText + "</p><p>" +
         kMoreText + "</p></div>" + story.close;
}
std::string Other(const Story& story) {
  return story.open + "<" + story.heading + ">" + kOtherTitle + "</" +
         story.heading + ">" + story.byline + "<div><p>" + kOtherText +
         "</p><p>" + kMoreOtherText + "</p></div>" + story.close;
}
Story Article() { return {"<article class=story>", "</article>"}; }
Story Without(Story story) {
  story.byline = "";
  return story;
}
Story WithHeading(Story story, std::string heading) {
  story.heading = std::move(heading);
  return story;
}

std::vector<std::string> KeptOf(std::string html,
                                const std::string& title = kTitle) {
  ChosenPage page(std::move(html), title);
  DropOtherArticles(page.page, page.outline, page.facts, page.rows,
                    page.choices);
  return page.Kept();
}

void ExpectOnlyWanted(const std::string& html) {
  SCOPED_TRACE(html);
  const std::vector<std::string> kept = KeptOf(html);
  EXPECT_THAT(kept, Contains(kText));
  EXPECT_THAT(kept, Contains(kMoreText));
  EXPECT_THAT(kept, Not(Contains(kOtherText)));
  EXPECT_THAT(kept, Not(Contains(kMoreOtherText)));
}
void ExpectBoth(const std::string& html) {
  SCOPED_TRACE(html);
  const std::vector<std::string> kept = KeptOf(html);
  EXPECT_THAT(kept, Contains(kText));
  EXPECT_THAT(kept, Contains(kMoreText));
  EXPECT_THAT(kept, Contains(kOtherText));
  EXPECT_THAT(kept, Contains(kMoreOtherText));
}

TEST(OtherArticlesTest, DropsAnArticleAboveOrBelow) {
  ExpectOnlyWanted("<main>" + Wanted(Article()) + Other(Article()) + "</main>");
  ExpectOnlyWanted("<main>" + Other(Article()) + Wanted(Article()) + "</main>");
}

TEST(OtherArticlesTest, DropsAnArticleInAWrapperOrInTheWantedArticle) {
  ExpectOnlyWanted("<main>" + Wanted(Article()) + "</main><div class=next>" +
                   Other(Article()) + "</div>");
  Story outer = Article();
  outer.close = "<div class=scroller>" + Other(Article()) + "</div></article>";
  ExpectOnlyWanted("<main>" + Wanted(outer) + "</main>");
}

TEST(OtherArticlesTest, DropsAnArticleInAnElementThatLooksTheSame) {
  ExpectOnlyWanted(Wanted({"<div class=s>", "</div>"}) +
                   Other({"<div class=s>", "</div>"}));
  ExpectOnlyWanted(Wanted({"<section>", "</section>"}) +
                   Other({"<section>", "</section>"}));
  ExpectOnlyWanted(Wanted({"<div class='s active'>", "</div>"}) +
                   Other({"<div class=s>", "</div>"}));
  ExpectOnlyWanted(Wanted(Article()) + Other(WithHeading(Article(), "h2")));
}

TEST(OtherArticlesTest, AnAddressOrATypeIsEnoughWithoutAByline) {
  for (const std::string name :
       {"data-url=", "data-href=", "itemid=",
        "itemscope itemtype=https://schema.org/NewsArticle data-x="}) {
    ExpectOnlyWanted(
        Wanted(Without({"<div class=s " + name + "/pears>", "</div>"})) +
        Other(Without({"<div class=s " + name + "/buses>", "</div>"})));
  }
}

TEST(OtherArticlesTest, TheTitleMayBeInAHeaderOfItsOwn) {
  ExpectOnlyWanted("<header><h1>" + kTitle +
                   "</h1><p class=byline>By Clara Dorn</p></header>"
                   "<article class=s><p>" +
                   kText + "</p><p>" + kMoreText + "</p></article>" +
                   Other({"<article class=s>", "</article>", "h2"}));
}

TEST(OtherArticlesTest, TheFirstArticleIsWantedIfThePageHasNoTitle) {
  const std::vector<std::string> kept =
      KeptOf(Other(Article()) + Wanted(Article()), "");

  EXPECT_THAT(kept, Contains(kOtherText));
  EXPECT_THAT(kept, Not(Contains(kText)));
}

TEST(OtherArticlesTest, TheRootIsTheWantedArticle) {
  ChosenPage page(Other(Article()) + Wanted(Article()), kTitle);
  page.facts.best = page.outline.blocks[4].element;  // in the other article

  const uint32_t root = DropOtherArticles(page.page, page.outline, page.facts,
                                          page.rows, page.choices);

  EXPECT_EQ(page.outline.elements[root].tag, html::Tag::kArticle);
  EXPECT_NE(root, 1U);
}

TEST(OtherArticlesTest, PartsOfAnArticleStay) {
  ExpectBoth(Wanted(Article()) + Other(Without(WithHeading(Article(), "h2"))));
  ExpectBoth("<article>" + Wanted({"<section>", "</section>"}) +
             Other(Without({"<section>", "</section>", "h2"})) + "</article>");
  ExpectBoth("<article class=story><h1>" + kTitle +
             "</h1><p>By Clara Dorn</p>" + "<p>" + kText + "</p><p>" +
             kMoreText + "</p>" + Other({"<div class=box>", "</div>", "h2"}) +
             "</article>");
}

TEST(OtherArticlesTest, PartsWhoseHeadingsLinkToThemselvesStay) {
  const auto part = [](const std::string& address) {
    return "<section><h1><a href='" + address + "'>" + kOtherTitle +
           "</a></h1><p>" + kOtherText + "</p><p>" + kMoreOtherText +
           "</p></section>";
  };
  const std::string wanted = Wanted(Without({"<section>", "</section>"}));

  ExpectBoth(wanted + part("#buses"));
  ExpectOnlyWanted(wanted + part("/buses"));
}

TEST(OtherArticlesTest, ElementsWithoutAClassNeedTheSameHeadline) {
  const Story story = {"<div>", "</div>"};
  ExpectOnlyWanted(Wanted(story) + Other(story));
  ExpectBoth(Wanted(story) + Other(WithHeading(story, "h2")));
}

TEST(OtherArticlesTest, PagesOfOneArticleStay) {
  ExpectBoth(Wanted({"<div class=page data-url='/a?page=1'>", "</div>"}) +
             Other(Without(
                 {"<div class=page data-url='/a?page=2'>", "</div>", "h2"})));
  Story second = {"<div class=page>", "</div>"};
  std::string again = Other(second);
  again.replace(again.find(kOtherTitle), kOtherTitle.size(), kTitle);
  ExpectBoth(Wanted(second) + again);
}

TEST(OtherArticlesTest, EntriesOfALiveBlogStay) {
  const std::string date = "<p>12 March 2024</p>";
  ExpectBoth("<div class=liveblog>" +
             Wanted({"<div class=e>", "</div>", "h1", date}) +
             Other({"<div class=e>", "</div>", "h2", date}) + "</div>");
  ExpectBoth(Wanted(Article()) + Other({"<article class=story><div class=live>",
                                        "</div></article>", "h2", date}));
}

TEST(OtherArticlesTest, ItemsOfAListStay) {
  ExpectBoth(Wanted({"<div class=i>", "</div>", "h1",
                     "<p class=meta>By Clara Dorn</p>"}) +
             Other({"<div class=i>", "</div>", "h2",
                    "<p class=meta>Rated: good</p>"}));
}

TEST(OtherArticlesTest, PostsOfAForumStay) {
  const Story post = {"<div class=post>", "</div>", "h2"};
  std::string answer = Other(post);
  answer.replace(answer.find(kOtherTitle), kOtherTitle.size(), "Re: " + kTitle);
  ExpectBoth(Wanted(post) + answer);
}

TEST(OtherArticlesTest, NothingIsDroppedIfLittleOfTheBodyRemains) {
  ChosenPage page(Wanted(Article()) + Other(Article()), kTitle);
  for (size_t i = 0; i < page.choices.size(); ++i) {
    const std::string_view text = page.outline.TextOf(page.outline.blocks[i]);
    if (text == kText || text == kMoreText) page.choices[i].chosen = false;
  }
  DropOtherArticles(page.page, page.outline, page.facts, page.rows,
                    page.choices);

  EXPECT_THAT(page.Kept(), Contains(kOtherText));
}

}  // namespace
}  // namespace newsmill::extract::body
