#include "extract/items/item_tail.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::items {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

constexpr ItemNames kNames = {"Ferry returns in May", "Island Post"};
const std::string kText = "The ferry returns in May, the company said.";

std::string WithoutTail(std::string text) {
  RemoveTail(kNames, /*is_link=*/false, text);
  return text;
}

bool IsCut(std::string text) {
  return RemoveTail(kNames, /*is_link=*/false, text);
}

std::vector<std::string> WithoutTail(std::vector<ItemParagraph> paragraphs) {
  Evidence evidence;
  RemoveTail(kNames, paragraphs, evidence);
  std::vector<std::string> texts;
  for (ItemParagraph& each : paragraphs) texts.push_back(std::move(each.text));
  return texts;
}

TEST(ItemTailTest, RemovesTheCreditOfThePublishingSystemInManyLanguages) {
  for (const std::string credit :
       {"The post Ferry returns in May appeared first on Island Post.",
        "The post Ferry returns in May first appeared on Island Post.",
        "Der Beitrag Ferry returns in May erschien zuerst auf Island Post.",
        "L’article Ferry returns in May est apparu en premier sur Island Post.",
        "La entrada Ferry returns in May se publicó primero en Island Post.",
        "L'articolo Ferry returns in May proviene da Island Post.",
        "O post Ferry returns in May apareceu primeiro em Island Post.",
        "Het bericht Ferry returns in May verscheen eerst op Island Post.",
        "Inlägget Ferry returns in May dök först upp på Island Post.",
        "Indlægget Ferry returns in May blev først udgivet på Island Post.",
        "Innlegget Ferry returns in May dukket først opp på Island Post.",
        "Artykuł Ferry returns in May pochodzi z serwisu Island Post.",
        "Příspěvek Ferry returns in May pochází z Island Post",
        "Articolul Ferry returns in May apare prima dată în Island Post.",
        "Το άρθρο Ferry returns in May εμφανίστηκε πρώτα στο Island Post.",
        "Сообщение Ferry returns in May появились сначала на Island Post.",
        "Запис Ferry returns in May спершу з'явився на Island Post.",
        "Ferry returns in May yazısı ilk önce Island Post üzerinde ortaya "
        "çıktı.",
        "ظهرت المقالة Ferry returns in May أولاً على Island Post.",
        "Bài viết Ferry returns in May đã xuất hiện đầu tiên vào ngày Island "
        "Post.",
        "Artikel Ferry returns in May pertama kali tampil pada Island Post.",
        "Ferry returns in May最先出现在Island Post。",
        "投稿 Ferry returns in May は Island Post に最初に表示されました。"}) {
    EXPECT_EQ(WithoutTail(credit), "") << credit;
  }
  EXPECT_EQ(WithoutTail(kText + " The post Ferry returns in May appeared first "
                                "on Island Post."),
            kText);
}

TEST(ItemTailTest, ASentenceThatNamesNeitherTheTitleNorTheSiteStays) {
  const std::string text =
      "The post office sign appeared first on the quay in 1910.";

  EXPECT_EQ(WithoutTail(text), text);
  EXPECT_FALSE(IsCut(text));
}

TEST(ItemTailTest, RemovesCallsToReadTheArticleAndSeesThatTheTextIsCut) {
  for (const std::string call : {"Read more",
                                 "Read more…",
                                 "READ MORE »",
                                 "[Read more...]",
                                 "Continue reading →",
                                 "Continue reading Ferry returns in May",
                                 "Continue reading “Ferry returns in May”",
                                 "Read more on Island Post",
                                 "Read the rest of this entry »",
                                 "Weiterlesen",
                                 "Lire la suite…",
                                 "Leer más",
                                 "Leggi tutto",
                                 "Leia mais",
                                 "Lees verder",
                                 "Läs mer",
                                 "Czytaj dalej",
                                 "Читать далее",
                                 "Devamını oku",
                                 "اقرأ المزيد",
                                 "続きを読む",
                                 "더보기",
                                 "阅读全文"}) {
    EXPECT_EQ(WithoutTail(kText + " " + call), kText) << call;
    EXPECT_TRUE(IsCut(kText + " " + call)) << call;
    EXPECT_EQ(WithoutTail(call), "") << call;
  }
}

TEST(ItemTailTest, ASentenceThatOnlyContainsTheWordsStays) {
  for (const std::string text :
       {"Children like to read more.", "He promised to continue reading.",
        "Read more books, she said.", "Morels grow here. More rain is due."}) {
    EXPECT_EQ(WithoutTail(text), text);
    EXPECT_FALSE(IsCut(text)) << text;
  }
}

TEST(ItemTailTest, AnEllipsisInBracketsShowsThatTheTextIsCut) {
  for (const std::string mark : {"[…]", "[...]", "(…)", "[…"}) {
    EXPECT_EQ(WithoutTail("The ferry returns " + mark), "The ferry returns");
    EXPECT_TRUE(IsCut("The ferry returns " + mark));
  }
  EXPECT_EQ(WithoutTail("The ferry returns […] The post Ferry returns in May "
                        "appeared first on Island Post."),
            "The ferry returns");
}

TEST(ItemTailTest, TheTimeForALongTailIsLimited) {
  std::string text = kText;
  for (int i = 0; i < 1'000; ++i) text += " [link]";

  EXPECT_LT(WithoutTail(text).size(), text.size());
  EXPECT_GT(WithoutTail(text).size(), kText.size());
}

TEST(ItemTailTest, RemovesTheLinksOfForums) {
  EXPECT_EQ(WithoutTail(kText + " submitted by /u/ann [link] [comments]"),
            kText);
}

TEST(ItemTailTest, RemovesShareLinksCountsAndRelatedArticles) {
  EXPECT_THAT(
      WithoutTail(
          {{kText}, {"Share this:"}, {"Facebook", true}, {"3 comments"}}),
      ElementsAre(kText));
  EXPECT_THAT(WithoutTail({{kText},
                           {"Related posts"},
                           {"Storm closes the pier", true},
                           {"Museum buys a boat", true},
                           {"The post Ferry returns in May appeared first on "
                            "Island Post."}}),
              ElementsAre(kText));
}

TEST(ItemTailTest, KnowsHeadingsOfTailsInManyLanguages) {
  for (const std::string heading :
       {"Related posts:", "Ähnliche Beiträge", "Articles similaires",
        "Entradas relacionadas", "Articoli correlati", "Podobne wpisy",
        "Похожие записи", "相关文章", "関連記事", "Teilen mit:"}) {
    EXPECT_THAT(WithoutTail({{kText}, {heading}, {"Storm closes the pier"}}),
                ElementsAre(kText))
        << heading;
  }
}

TEST(ItemTailTest, ListsOfTheArticleStay) {
  EXPECT_THAT(WithoutTail({{kText}, {"Monday: 8 am"}, {"Tuesday: 9 am"}}),
              SizeIs(3));
  EXPECT_THAT(WithoutTail({{kText}, {"Photo: Ann Roe"}, {"Monday: 8 am"}}),
              SizeIs(3));
}

TEST(ItemTailTest, AnEllipsisAtTheEndOfTheItemShowsThatTheItemIsCut) {
  Evidence evidence;
  std::vector<ItemParagraph> paragraphs = {{"The ferry returns in …"}};

  EXPECT_TRUE(RemoveTail(kNames, paragraphs, evidence));
  EXPECT_EQ(paragraphs.at(0).text, "The ferry returns in …");
}

TEST(ItemTailTest, RemovedTextsAreInTheEvidence) {
  Evidence evidence;
  std::vector<ItemParagraph> paragraphs = {{kText}, {"Leave a comment"}};
  RemoveTail(kNames, paragraphs, evidence);

  ASSERT_THAT(evidence[Field::kParagraphs], SizeIs(1));
  EXPECT_EQ(evidence[Field::kParagraphs][0].verdict, "the tail of a feed item");
}

}  // namespace
}  // namespace newsmill::extract::items
