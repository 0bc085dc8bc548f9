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
  for (const std::string rules :
       {"Please keep your comments polite. Insults and spam will be deleted.",
        "Bitte sachliche Kommentare! Beleidigungen werden gelöscht.",
        "Les commentaires sont modérés. Merci de respecter notre charte.",
        "Los comentarios que violen nuestras normas serán eliminados.",
        "Os comentários devem seguir as nossas regras e podem ser removidos.",
        "I commenti offensivi saranno rimossi secondo le nostre regole.",
        "Reacties die niet aan onze huisregels voldoen, worden verwijderd.",
        "Prosimy: komentarze niezgodne z regulaminem będą usuwane.",
        "Vulgární komentáře odstraníme podle pravidel diskuse.",
        "Комментарии с оскорблениями удаляем по правилам сайта.",
        "Коментарі з образливими словами видаляємо за правилами.",
        "Kommentarer modereras, och påhopp tas bort.",
        "Kommentarer som bryter reglene, slettes. Vær høflig.",
        "Kommentit tarkistetaan: asiattomat ja loukkaavat poistamme.",
        "Hakaret ve küfür içeren yorumlar onaylanmaz.",
        "Τα υβριστικά σχόλια διαγράφονται σύμφωνα με τους κανόνες μας.",
        "Az udvariatlan és sértő kommenteket töröljük a szabályok szerint.",
        "تحذف التعليقات المسيئة وفق قواعد النشر، ونحتفظ بحق النشر.",
        "Mohon sopan: komentar yang kasar akan dihapus sesuai aturan.",
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

TEST(CommentRulesTest, AReportAboutCommentsAtTheEndStays) {
  for (const std::string last :
       {"The comments broke the guidelines and will be removed on Tuesday.",
        "Ihre Kommentare zum Deich gelten als beleidigend und sind gelöscht.",
        "Le juge ordonne de supprimer les commentaires injurieux du forum.",
        "Sus comentarios ofensivos deben ser eliminados antes del martes.",
        "Os comentários ofensivos devem ser removidos até terça.",
        "I commenti offensivi del sindaco saranno rimossi martedì.",
        "De rechter wil dat beledigende reacties worden verwijderd.",
        "Komentarze obraźliwe i wulgarne trzeba usunąć, orzekł sąd.",
        "Urážlivé komentáře se podle pravidel musejí do úterý odstranit.",
        "Суд велит удалить оскорбительные комментарии по новым правилам.",
        "Суд велить видалити образливі коментарі за новими правилами.",
        "Rätten vill att kränkande kommentarer raderas enligt nya regler.",
        "Retten vil at krenkende kommentarer slettes etter nye regler.",
        "Mahkeme, hakaret ve küfür dolu yorumların silinmesini istiyor.",
        "محكمة الميناء تأمر بأن تحذف التعليقات المسيئة وفق قواعد جديدة.",
        "به نظر ماهیگیران این قوانین توهین به جزیره است و باید حذف شود.",
        "अदालत चाहती है कि अभद्र और अपमानजनक टिप्पणी हटाई जाए।",
        "Hakim meminta komentar kasar itu dihapus menurut aturan baru.",
        "渡口的侮辱性评论违反规则，须在周二前删除。",
        "港の裁判所は中傷コメントの削除と新しいルールを求めた。",
        "법원은 욕설과 비방 댓글의 삭제를 명령한다."}) {
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
