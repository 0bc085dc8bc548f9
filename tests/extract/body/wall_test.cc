#include "extract/body/wall.h"

#include "gtest/gtest.h"

namespace newsmill::extract::body {
namespace {

using Paragraphs = std::vector<std::string>;

const Paragraphs kReport = {
    "The quintet from Eastmere has called its fourth record after an error, "
    "and it is the best that it has made in nine years.",
    "The songs are about things that are lost: keys, trams, a brother. The "
    "drums were recorded in an empty swimming pool in March.",
    "A tour through nine towns begins in October, and the first two evenings "
    "are sold out."};

BodyHints Hints(std::string title, bool is_article_type = false) {
  BodyHints hints;
  hints.title = std::move(title);
  hints.is_article_type = is_article_type;
  return hints;
}

TEST(WallTest, RequestsInManyLanguagesAreWalls) {
  for (const std::string_view text :
       {"We use cookies. By continuing to use this site you agree to it.",
        "Please enable JavaScript and reload the page.",
        "Complete the CAPTCHA to show that you are not a robot.",
        "Subscribe to continue reading. Already a subscriber? Log in.",
        "Wir verwenden Cookies. Ihre Einwilligung ist widerrufbar.",
        "Nous utilisons des cookies avec votre consentement.",
        "Utilizamos cookies propias y de terceros con su consentimiento.",
        "Noi e i nostri partner chiediamo il tuo consenso.",
        "Ao clicar em aceitar, concorda com a nossa política.",
        "Wij gebruiken cookies met jouw toestemming.",
        "Genom att klicka på ja ger du ditt samtycke.",
        "Käytämme evästeitä ja pyydämme suostumustasi.",
        "Klikając przycisk, wyrażasz zgodę na pliki cookie.",
        "Мы используем файлы cookie. Нажимая кнопку, вы соглашаетесь.",
        "Çerezleri kullanıyoruz ve onayınızı istiyoruz.",
        "نستخدم ملفات تعريف الارتباط بعد موافقتك.",
        "אנו משתמשים בעוגיות בכפוף להסכמתך.",
        "本网站使用 cookie，继续浏览即表示您同意。",
        "お客様の同意のうえでcookieを使用しています。",
        "귀하의 동의를 받아 쿠키를 사용합니다."}) {
    EXPECT_TRUE(IsWall({std::string(text)}, Hints("Norrby Post"))) << text;
  }
}

TEST(WallTest, ArticlesAboutTheTopicsAreNoWalls) {
  for (const std::string_view text :
       {"Bake the cookies for twelve minutes. Let the cookies cool.",
        "The court ruled that a consent banner must let readers reject cookies "
        "as easily as accept them, and spoke of personal data.",
        "The banner said \"We use cookies\" and \"Accept all\", the judge "
        "noted, but nobody had read the privacy policy.",
        "Die Cookies mit Datenschutz zu erklären, sagte die Richterin, brauche "
        "keine Einwilligung.",
        "Le consentement doit être libre, a jugé le tribunal de Norrby.",
        "La ley de cookies entrará en vigor en junio, dijo la ponente.",
        "Суд оштрафовал издателя за файлы cookie на сорок тысяч крон.",
        "Mahkeme çerez uyarısı için yayıncıya ceza verdi.",
        "法院认为，网站必须提供拒绝cookie的按钮。",
        "裁判所はクッキーの表示をめぐり罰金を命じた。"}) {
    EXPECT_FALSE(IsWall({std::string(text)}, Hints("Norrby"))) << text;
  }
}

TEST(WallTest, AFewRequestsInAReportMakeNoWall) {
  Paragraphs report = kReport;
  report.emplace_back(
      "We use cookies. Please enable JavaScript, reload the page and accept "
      "all cookies; you are not a robot.");

  EXPECT_FALSE(IsWall(report, Hints("The fourth record")));
}

TEST(WallTest, AShortReportAboutRequestsIsNoWall) {
  for (const Paragraphs& report :
       {Paragraphs{"Log in to read the full weather, asks the lighthouse of "
                   "Sollen, and become a member.",
                   "Four sailors in nine have closed the page since the storm "
                   "of last week."},
        Paragraphs{"Um diesen Artikel lesen zu dürfen, sollen Fischer nun das "
                   "Passwort tippen: jetzt anmelden.",
                   "Von den vierzig Kuttern im Hafen haben sich bisher nur "
                   "zwei gemeldet, beide am Sonntag."},
        Paragraphs{"Inicia sesión, pide el faro a los barcos del puerto, y "
                   "suscríbete.",
                   "De los cuarenta barcos del puerto solo dos lo hicieron "
                   "antes del domingo."},
        Paragraphs{"灯塔的网站要求渔民请先登录，登录后看天气。",
                   "港口四十条船里只有两条照做，都是在星期天。"},
        Paragraphs{"灯台の天気は会員限定で、ログインして見る船は少ない。",
                   "無料の会員登録を選んだのは、四十隻のうち二隻だった。"}}) {
    EXPECT_FALSE(IsWall(report, Hints("The lighthouse"))) << report[0];
  }
}

TEST(WallTest, AWallMayHaveSentencesWithoutARequest) {
  EXPECT_TRUE(IsWall({"Subscribe to continue reading",
                      "Every story of the valley and all puzzles are here.",
                      "Already a subscriber? Log in or choose a plan."},
                     Hints("Norrby Post")));
}

TEST(WallTest, MetadataOfAnArticleWeighAgainstAWall) {
  const Paragraphs text = {
      "We use cookies, said the note on the door of the bakery, and whoever "
      "came in was asked to accept all cookies on the tray, for which please "
      "accept our thanks, as it went on in the finest letters that a hand can "
      "draw with icing sugar on a board of old oak from the mill "
      "that burned."};

  EXPECT_TRUE(IsWall(text, Hints("Bakery")));
  EXPECT_FALSE(IsWall(text, Hints("Bakery", true)));
}

TEST(WallTest, AnErrorPageHasTheTitleOfOne) {
  const Paragraphs text = {"The page you requested has been moved or deleted."};
  const Paragraphs other = {"Have a look at what others have read this week."};
  for (const char* title :
       {"404", "404 Not Found", "Page not found | Norrby Post", "Oops!",
        "Seite nicht gefunden", "Page introuvable - Norrby Post",
        "Página no encontrada", "Страница не найдена", "找不到页面"}) {
    EXPECT_TRUE(IsErrorPage(text, Hints(title))) << title;
    EXPECT_TRUE(IsErrorPage(other, Hints(title))) << title;
  }
  EXPECT_FALSE(IsErrorPage(other, Hints("Ferry sails again")));
}

TEST(WallTest, AnErrorPageMayHaveTheTitleOfTheSite) {
  EXPECT_TRUE(IsErrorPage({"The page you requested has been moved or deleted."},
                          Hints("Norrby Post")));
  EXPECT_FALSE(IsErrorPage({"The page you requested in the library of Norrby "
                            "comes from the town chronicle, of which a baker "
                            "saved one page. It has been moved to the hall."},
                           Hints("Norrby Post")));
}

TEST(WallTest, InstructionsForReadersAreNoWall) {
  for (const std::string_view text :
       {"In Heron, open the menu, choose Settings and then Site settings. Move "
        "the switch next to JavaScript to the right and reload the page.",
        "Las cookies se acumulan. Abre los ajustes de tu navegador y busca la "
        "página de las cookies; los expertos de Norrby lo aconsejan.",
        "Everyone in the valley who turns 18 will get a subscription. They "
        "only have to create an account, the publisher said on Monday."}) {
    EXPECT_FALSE(IsWall({std::string(text)}, Hints("Norrby"))) << text;
  }
}

TEST(WallTest, AHeadlineMayBeginLikeAnError) {
  for (const char* title :
       {"404 Not Found: the band's new album", "Access denied at the bridge",
        "Just a moment: how waiting became an art", "Are you human? Some ask",
        "Page not found - what the fire in the archive took",
        "Accès refusé : les réfugiés bloqués"}) {
    EXPECT_FALSE(IsErrorPage(kReport, Hints(title))) << title;
    EXPECT_FALSE(IsErrorPage({kReport[0]}, Hints(title))) << title;
  }
}

TEST(WallTest, AnArticleMayHaveTheTitleOfAnError) {
  for (const char* title : {"Accès refusé", "Zugriff verweigert", "Not found",
                            "Доступ запрещён", "Under maintenance"}) {
    EXPECT_FALSE(IsErrorPage(kReport, Hints(title))) << title;
    EXPECT_FALSE(IsErrorPage({kReport[0], kReport[2]}, Hints(title))) << title;
  }
  EXPECT_FALSE(IsErrorPage(kReport, Hints("Forbidden")));
  EXPECT_FALSE(IsErrorPage({kReport[0]}, Hints("Forbidden", true)));
  BodyHints hints = Hints("Just a moment");
  hints.authors = {"Ida Ferrer"};
  EXPECT_FALSE(IsErrorPage({kReport[0]}, hints));
}

TEST(WallTest, AListTitleBeginsWithResults) {
  EXPECT_TRUE(IsListTitle("Search results for ferry"));
  EXPECT_FALSE(IsListTitle("Ferry search"));
}

}  // namespace
}  // namespace newsmill::extract::body
