#include "extract/body/comment_rules.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/body/kept_blocks.h"

namespace newsmill::extract::body {
namespace {

using testing::ElementsAre;

std::string Article() { return std::string(kFerry) + std::string(kFerry); }
std::vector<std::string> After(const std::string& html) {
  return Left(Article() + html, DropCommentRules);
}

TEST(CommentRulesTest, RulesAtTheEndAreDropped) {
  constexpr const char* kGerman =
      "Bitte bleiben Sie in Ihren Kommentaren sachlich. Beleidigungen werden "
      "gelöscht.";
  constexpr const char* kSpanish =
      "Los comentarios deben cumplir las normas; los insultos serán "
      "eliminados.";
  for (const std::string rules :
       {"Please keep your comments polite. Insults and spam will be deleted.",
        kGerman,
        "Les commentaires sont modérés. Merci de respecter notre charte.",
        kSpanish,
        "Os comentários devem seguir as regras e podem ser removidos.",
        "I commenti offensivi saranno rimossi secondo le regole del sito.",
        "Reacties die niet aan de huisregels voldoen, worden verwijderd.",
        "Komentarze niezgodne z regulaminem będą usuwane.",
        "Vulgární komentáře odstraníme podle pravidel diskuse.",
        "Комментарии с оскорблениями удаляются по правилам сайта.",
        "Коментарі з образливими словами видаляємо за правилами.",
        "Kommentarer modereras, och påhopp tas bort.",
        "Kommentarer som bryter reglene, slettes. Vær høflig.",
        "Kommentit tarkistetaan: asiattomat ja loukkaavat poistetaan.",
        "Hakaret ve küfür içeren yorumlar onaylanmaz.",
        "Τα υβριστικά σχόλια διαγράφονται σύμφωνα με τους κανόνες.",
        "Az udvariatlan és sértő kommenteket töröljük a szabályok szerint.",
        "تحذف التعليقات المسيئة وفق قواعد النشر، ونحتفظ بحق النشر.",
        "Komentar yang kasar akan dihapus sesuai aturan.",
        "请文明评论，违反规则的评论将被删除。",
        "コメントはルールを守り、誹謗中傷はお控えください。",
        "욕설이나 비방 댓글은 삭제됩니다."}) {
    EXPECT_THAT(After("<p>" + rules + "</p>"), ElementsAre("F", "F")) << rules;
  }
}

TEST(CommentRulesTest, NoticesAndLinesBetweenRulesAreDropped) {
  EXPECT_THAT(
      After("<p>Comments</p><p>All comments are read by moderators before they "
            "appear on the page of the paper, so please stay on topic.</p>"
            "<p>The views below are those of the readers and do not reflect "
            "the views of the Norby Post or of any of its staff.</p>"),
      ElementsAre("F", "F", "Comments"));
  EXPECT_THAT(After("<p>Comments must follow our guidelines; be polite.</p>"
                    "<ul><li>No shouting</ul>"),
              ElementsAre("F", "F"));
}

TEST(CommentRulesTest, RulesInTheMiddleStay) {
  EXPECT_EQ(After("<p>Keep your comments polite. Spam will be deleted.</p>" +
                  Article())
                .size(),
            5U);
}

TEST(CommentRulesTest, AnArticleAboutCommentsStays) {
  const std::string about =
      "<p>The Norby Post closed its comments on Monday, after nine years in "
      "which the readers of the town had argued there about the ferry.</p>";

  EXPECT_EQ(Left(about + about +
                     "<p>Keep your comments polite. Spam will be deleted.</p>",
                 DropCommentRules)
                .size(),
            3U);
}

TEST(CommentRulesTest, ProseAtTheEndStays) {
  for (const std::string last :
       {"The mayor made no comments on the offensive letters, which she said "
        "will be removed.",
        "The minister declined to comment on these rules and on the insults.",
        "All opinions in the hall are those of the fishermen."}) {
    EXPECT_EQ(After("<p>" + last + "</p>").size(), 3U) << last;
  }
}

TEST(CommentRulesTest, APageOfRulesStays) {
  EXPECT_EQ(Left("<p>Keep your comments polite. Spam will be deleted.</p>",
                 DropCommentRules)
                .size(),
            1U);
}

}  // namespace
}  // namespace newsmill::extract::body
