#include "extract/body/inserts.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/body/kept_blocks.h"

namespace newsmill::extract::body {
namespace {

using testing::Each;
using testing::HasSubstr;

constexpr std::string_view kProse =
    "<p>The orchard society has planted four hundred young pear trees along "
    "the old railway, where nothing but nettles had grown before.</p>";

std::string Around(const std::string& insert) {
  const std::string prose(kProse);
  return "<article><h1>Pears</h1>" + prose + prose + prose + insert + prose +
         prose + "</article>";
}
std::vector<std::string> KeptOf(const std::string& insert) {
  ChosenPage page(Around(insert), "Pears");
  DropInserts(page.page, page.outline, page.facts, page.choices);
  std::vector<std::string> kept = page.Kept();
  kept.erase(kept.begin());  // the title
  return kept;
}
void ExpectDropped(const std::string& insert) {
  SCOPED_TRACE(insert);
  EXPECT_THAT(KeptOf(insert), Each(HasSubstr("orchard society")));
  EXPECT_EQ(KeptOf(insert).size(), 5U);
}
void ExpectKept(const std::string& insert, size_t blocks) {
  SCOPED_TRACE(insert);
  EXPECT_EQ(KeptOf(insert).size(), 5 + blocks);
}

TEST(InsertsTest, DropsTheLabelsOfAChart) {
  ExpectDropped(
      "<figure><p>Trees planted</p><p>400</p><p>300</p><p>2021</p></figure>");
  ExpectDropped(
      "<div class=chart><div>Trees</div><div>400</div><div>300</div>"
      "<div>2021</div></div>");
  ExpectDropped(
      "<div><div style='top:1%;left:2%'><p>Trees</p></div>"
      "<div style='top:9%; left:2%'><p>400</p></div>"
      "<div style='left:2%;top:19%'><p>2020</p></div>"
      "<div style='left:8%;bottom:0'><p>Projected</p></div></div>");
}

TEST(InsertsTest, TablesListsAndShortLinesStay) {
  ExpectKept(
      "<figure><table><tr><td>400</td><td>300</td><td>2021</td><td>2022</td>"
      "</tr></table></figure>",
      4);
  ExpectKept("<figure><ul><li>4<li>5<li>6<li>7</ul></figure>", 4);
  ExpectKept(
      "<div class=chart><table><tr><td><p>400</p></td><td><p>300</p></td>"
      "<td><p>2021</p></td><td><p>2022</p></td></tr></table></div>",
      4);
  ExpectKept("<p>400</p><p>300</p><p>2021</p><p>2022</p>", 4);
  ExpectKept(
      "<div style='margin-left:2px;margin-top:2px'><p>One</p><p>2</p><p>3</p>"
      "<p>4</p></div>",
      4);
}

TEST(InsertsTest, FactsInAnElementThatIsNamedLikeAPictureStay) {
  for (const std::string name :
       {"wp-block-media-text", "photo-box", "image", "infographic"}) {
    ExpectKept(
        "<div class='" + name +
            "'><p>Trees: 400 pears</p><p>Bäume: 300 Birnen</p><p>Опоры: "
            "7 штук</p><p>費用：31 億円</p><p>Norby 2, Vester 1</p></div>",
        5);
  }
  ExpectKept(
      "<div class=image-block><p>2019</p><p>First trees</p><p>2021</p><p>First "
      "pears</p></div>",
      4);
  ExpectKept(
      "<div><div style='top:1%;left:2%'><p>In 2020 the first trees came by "
      "rail</p></div><div style='top:9%;left:2%'><p>In 2021 the hares ate "
      "thirty of them</p></div><div style='top:19%;left:2%'><p>In 2022 a "
      "fence was built</p></div><div style='top:29%;left:2%'><p>In 2023 "
      "the pears were sold</p></div></div>",
      4);
}

TEST(InsertsTest, VerseInAFigureStays) {
  ExpectKept(
      "<figure><p>The river turns beneath the moon</p><p>and carries all the "
      "lanterns home</p><p>O sing the tide and let the boats</p><p>be wide "
      "awake until the morning comes</p></figure>",
      4);
}

std::string Gallery(const std::string& name) {
  return "<div class='" + name +
         "'><h3>The week in pictures</h3>"
         "<ul><li><h4>A mill</h4><p>A mill was one of the pictures of the "
         "week, "
         "taken by a reader on the way to work.</p></li><li><h4>Ice</h4><p>Ice "
         "was one of the pictures of the week, taken by a reader on the "
         "canal.</p></li></ul></div>";
}

TEST(InsertsTest, DropsAGalleryBetweenParagraphs) {
  ExpectDropped(Gallery("inline-gallery"));
  ExpectDropped(Gallery("Bildergalerie"));
  ExpectKept(Gallery("part"), 5);
}

/// A photo essay with two headings. `caption` is the start of each caption.
std::string PhotoEssay(const std::string& heading, const std::string& caption) {
  const std::string picture = heading + "At noon</h3>" + caption;
  std::string essay = "<div class=photo-gallery>";
  for (int i = 0; i < 2; ++i) essay.append(picture).append(kProse.substr(3));
  return essay + "</div>";
}

TEST(InsertsTest, APhotoEssayBetweenParagraphsStays) {
  ExpectKept(PhotoEssay("</ul><h3>", "<ul><li>"), 4);
  ExpectKept(PhotoEssay("</figcaption><h3>", "<figcaption>"), 4);
  ExpectKept(PhotoEssay("<li><h3>", "<p>"), 4);
}

TEST(InsertsTest, AGalleryThatIsTheArticleStays) {
  ChosenPage page("<h1>Pears</h1>" + Gallery("gallery") + Gallery("gallery"),
                  "Pears");
  const size_t blocks = page.Kept().size();
  DropInserts(page.page, page.outline, page.facts, page.choices);

  EXPECT_EQ(page.Kept().size(), blocks);
}

TEST(InsertsTest, AGalleryWithMostOfTheTextStays) {
  std::string captions;
  for (int i = 0; i < 12; ++i) captions += "<li>" + std::string(kProse);

  ExpectKept(
      "<div class=gallery><h3>Our trees</h3><ul>" + captions + "</ul></div>",
      13);
}

std::string Items(const std::string& end) {
  std::string items;
  for (const std::string n : {"one", "two"}) {
    items.append("<div class=item><h4><a href=/").append(n);
    items.append(">Story ").append(n);
    items.append("</a></h4><p>Five bakers from valley ").append(n);
    items.append(
        " tried electric ovens for a month and wrote down what they "
        "paid for power");
    items.append(end).append("</p></div>");
  }
  return items;
}

TEST(InsertsTest, DropsRelatedArticlesWithExcerpts) {
  ExpectDropped("<div class=related-posts>" + Items(".") + "</div>");
  for (const std::string heading :
       {"Related articles", "Read more", "Lesen Sie auch", "Lire aussi",
        "Lee también", "Читайте также", "相关阅读"}) {
    ExpectDropped("<h3>" + heading + "</h3>" + Items("."));
  }
}

TEST(InsertsTest, ExcerptsWithAnEllipsisAreDroppedAtTheEnd) {
  ChosenPage page(Around("") + Items("…"), "Pears");
  DropInserts(page.page, page.outline, page.facts, page.choices);

  EXPECT_EQ(page.Kept().size(), 6U);
  ExpectKept(Items("…"), 4);
}

TEST(InsertsTest, AListOfArticlesThatIsTheBodyStays) {
  ChosenPage page("<p>News</p><div class=related>" + Items("…") + "</div>");
  DropInserts(page.page, page.outline, page.facts, page.choices);

  EXPECT_EQ(page.Kept().size(), 5U);
}

TEST(InsertsTest, AListWithLinkedHeadingsStays) {
  ExpectKept("<div>" + Items(".") + "</div>", 4);
  ExpectKept("<h3>The ovens that we tried</h3>" + Items("."), 5);
  ExpectKept("<p><a href=/x>Read more</a></p>" + Items("."), 5);
}

}  // namespace
}  // namespace newsmill::extract::body
