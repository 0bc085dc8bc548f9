#include "extract/items/item_tail.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::items {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

constexpr ItemNames kNames = {"Ferry returns in May", "Island Post"};
const std::string kText = "The ferry returns in May, the company said.";

std::string AfterText(std::string_view text) {
  std::string all = kText;
  return all.append(" ").append(text);
}

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
  texts.reserve(paragraphs.size());
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
        ("Ferry returns in May yazısı ilk önce Island Post üzerinde ortaya "
         "çıktı."),
        "ظهرت المقالة Ferry returns in May أولاً على Island Post.",
        ("Bài viết Ferry returns in May đã xuất hiện đầu tiên vào ngày Island "
         "Post."),
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

TEST(ItemTailTest, ProseWithTheWordsOfACreditStays) {
  for (const std::string text :
       {"The story of the Ferry returns in May debate first appeared on the "
        "front page of Island Post in 2019; since then two boards have met.",
        "The article in Island Post appeared first on Monday; the master of "
        "the harbour resigned on Tuesday.",
        "This story first appeared on Island Post in March. Since then the "
        "company has sold the ship.",
        "Ferry returns in May first appeared on posters in 1911, and eleven "
        "captains have read it since.",
        "La noticia apareció primero en Island Post y el capitán dimitió el "
        "martes.",
        "The story of Ferry returns in May first appeared on Island Post.",
        "Ferry returns in May ilk olarak adada duyuldu ve sonra yayıldı.",
        "Ferry returns in "
        "May最早出现在公元一八五年的中国史书中，天文学家说。"}) {
    EXPECT_EQ(WithoutTail(text), text);
    EXPECT_EQ(WithoutTail(AfterText(text)), AfterText(text));
    EXPECT_THAT(WithoutTail({{kText}, {text}}), ElementsAre(kText, text));
  }
}

TEST(ItemTailTest, AShortTitleInProseIsNoCredit) {
  for (const std::string text :
       {"The article on heavy rain that first appeared on Monday has been "
        "withdrawn because the figures were wrong.",
        "The story Rain first appeared on Monday.",
        "Rain first appeared on radar screens in 1911."}) {
    std::string rest = text;
    RemoveTail({"Rain", "Island Post"}, /*is_link=*/false, rest);
    EXPECT_EQ(rest, text);
  }
}

TEST(ItemTailTest, RemovesCreditsOfOtherSitesAndOfOtherTitles) {
  for (const std::string credit :
       {"The post Ferry returns in May appeared first on Mainland News.",
        "The post Ferry returns in … appeared first on Island Post.",
        "The post “Ferry returns in May” appeared first on island.example.",
        "This article first appeared on Island Post.",
        ("Ferry returns in May was originally published in Sea Notes on "
         "Medium, "
         "where people are continuing the conversation by highlighting and "
         "responding to this story.")}) {
    EXPECT_EQ(WithoutTail(credit), "") << credit;
  }
  EXPECT_THAT(
      WithoutTail(
          {{kText}, {"The post Old title appeared first on Sea Notes.", true}}),
      ElementsAre(kText));
}

TEST(ItemTailTest, TheTitleOfACreditMayHoldTheWordsOfTheForm) {
  std::string text = kText +
                     " The post The post office closes appeared first "
                     "on Island Post.";
  RemoveTail({"The post office closes", "Island Post"}, false, text);

  EXPECT_EQ(text, kText);
}

TEST(ItemTailTest, TheFirstParagraphOfAnItemStays) {
  const std::string credit =
      "The post Ferry returns in May appeared first on Island Post.";

  EXPECT_THAT(WithoutTail(std::vector<ItemParagraph>{{credit}}),
              ElementsAre(credit));
  EXPECT_THAT(WithoutTail({{credit}, {"Read more"}}), ElementsAre(credit));
  EXPECT_THAT(WithoutTail(std::vector<ItemParagraph>{{"Read more"}}),
              ElementsAre("Read more"));
}

TEST(ItemTailTest, OneWordThatMayBeProseIsACallOnlyByItselfOrWithAMark) {
  for (const std::string word : {"More", "Mehr.", "Continua.", "Continue!"}) {
    EXPECT_EQ(WithoutTail(AfterText(word)), AfterText(word));
    EXPECT_FALSE(IsCut(AfterText(word))) << word;
    EXPECT_THAT(WithoutTail({{kText}, {word}}), ElementsAre(kText)) << word;
  }
  for (const std::string call : {"More »", "Mehr →", "(more…)", "[Continue]"}) {
    EXPECT_EQ(WithoutTail(AfterText(call)), kText) << call;
  }
}

TEST(ItemTailTest, TheEndOfAQuotationStays) {
  for (const std::string text :
       {"“What do we need? Read more.”", "„Was tun? Weiterlesen!“",
        "«Si va avanti? Continua.»", "\"And now? Keep reading.\"",
        "– Co dalej? – Więcej.", "「次は。続きを読む」"}) {
    EXPECT_EQ(WithoutTail(text), text);
  }
  EXPECT_EQ(WithoutTail("Le bateau «Mouette» revient. Lire la suite »"),
            "Le bateau «Mouette» revient.");
}

TEST(ItemTailTest, AWordThatEndsAListOfTheArticleStays) {
  EXPECT_THAT(WithoutTail({{kText}, {"Listen"}, {"Wait"}, {"Share"}}),
              SizeIs(4));
  EXPECT_THAT(WithoutTail({{kText}, {"Line one"}, {"Line two"}, {"More"}}),
              SizeIs(4));
  EXPECT_THAT(WithoutTail({{kText}, {"Share"}}), ElementsAre(kText));
  EXPECT_THAT(
      WithoutTail({{kText}, {"Ann Roe"}, {"Share"}, {"Facebook", true}}),
      ElementsAre(kText, "Ann Roe"));
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
                                 "Mehr erfahren",
                                 "Den ganzen Artikel lesen",
                                 "Lire la suite sur le site",
                                 "Leer la nota completa",
                                 "Lees het hele artikel",
                                 "続きをみる",
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
    EXPECT_EQ(WithoutTail(AfterText(call)), kText) << call;
    EXPECT_TRUE(IsCut(AfterText(call))) << call;
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
