#include "extract/body/request_blocks.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::body {
namespace {

using testing::ElementsAre;

const std::string kProse =
    "The ferry sailed again on Monday, three weeks after the storm had closed "
    "the harbour, and those who live on the island were glad of it, as the "
    "shops had run out of flour.";

/// Returns for each paragraph whether it stays in the body.
std::vector<bool> Kept(const std::vector<std::string>& paragraphs,
                       const std::string& title = "The ferry sails again") {
  std::string html;
  for (const std::string& text : paragraphs) html += "<p>" + text + "</p>";
  const ParsedPage parsed(std::move(html));
  const Outline outline = OutlineOf(parsed.page, 1000);
  Choices choices(outline.blocks.size(), {true, ""});
  BodyHints hints;
  hints.title = title;
  DropRequests(outline, hints, choices);
  std::vector<bool> kept;
  for (const Choice& choice : choices) kept.push_back(choice.chosen);
  return kept;
}

TEST(RequestBlocksTest, DropsRequestsInManyLanguages) {
  for (const char* request :
       {"We value your privacy. We and our partners use cookies to show ads.",
        "JavaScript is disabled in your browser.",
        "You are using an outdated browser. Please upgrade your browser.",
        "Wir verwenden Cookies, um Inhalte zu zeigen.",
        "Nous utilisons des cookies pour mesurer l'audience.",
        "Utilizamos cookies para mejorar el sitio.",
        "Questo sito utilizza i cookie per mostrare annunci.",
        "Usamos cookies para melhorar a página.",
        "Je browser is verouderd. Zet JavaScript aan.",
        "Vi använder kakor för statistik.",
        "Vi bruger cookies til statistik.",
        "Käytämme evästeitä palvelun parantamiseen.",
        "Używamy plików cookie na tej stronie.",
        "Ваш браузер устарел. Включите JavaScript.",
        "Ми використовуємо файли cookie для роботи сайту.",
        "Çerezleri kullanıyoruz; devam edin.",
        "نستخدم ملفات تعريف الارتباط في هذا الموقع.",
        "אנו משתמשים בעוגיות באתר.",
        "हम कुकीज़ का उपयोग करते हैं।",
        "我们使用 cookie 来改善网站。",
        "JavaScriptが無効になっています。",
        "이 사이트는 쿠키를 사용합니다."}) {
    EXPECT_THAT(Kept({request, kProse, request}),
                ElementsAre(false, true, false))
        << request;
  }
}

TEST(RequestBlocksTest, DropsSeveralRequestsAndTheirButtons) {
  EXPECT_THAT(Kept({"We use cookies.", "Cookies", "Accept all", kProse}),
              ElementsAre(false, true, false, true));
}

TEST(RequestBlocksTest, KeepsRequestsInsideTheText) {
  EXPECT_THAT(Kept({kProse, "We use cookies.", kProse}),
              ElementsAre(true, true, true));
}

TEST(RequestBlocksTest, KeepsParagraphsThatReportOfRequests) {
  for (const char* text :
       {"\"We use cookies\" is the sentence that Ole Brandt has collected.",
        "A robot from Sollen won the second prize for its conversation.",
        "Hackers took the passwords of pupils, who must enable JavaScript.",
        "Cookies are baked at five in the morning in Mill Street."}) {
    EXPECT_THAT(Kept({text, kProse}), ElementsAre(true, true)) << text;
  }
}

TEST(RequestBlocksTest, KeepsALongParagraphThatBeginsLikeARequest) {
  EXPECT_THAT(Kept({"We use cookies as bait, says the trapper of Sollen, who "
                    "has caught nine badgers in one week with oats, butter and "
                    "a tin that nobody in the valley could open.",
                    kProse}),
              ElementsAre(true, true));
}

TEST(RequestBlocksTest, KeepsSentencesThatOnlyBeginLikeARequest) {
  for (const char* text :
       {"We and our cousins on the island have shared one boat since the war.",
        "By clicking his fingers, the piper of Sollen called the sheep.",
        "Please accept this boat as a gift, the letter to the island ends.",
        "You must be at least 18 to row in the race of the two harbours.",
        "Wir und unsere Kinder haben den Deich mit eigenen Händen gebaut.",
        "Nous et nos enfants avons porté les pierres de la digue.",
        "Nosotros y nuestros hijos levantamos el dique con las manos.",
        "Noi e i nostri figli abbiamo portato le pietre della diga.",
        "Nós e nossos filhos levantamos o dique com as mãos.",
        "We en onze kinderen hebben de dijk met de hand gebouwd.",
        "Vi och våra barn byggde vallen med egna händer.",
        "My i nasi sąsiedzi zbudowaliśmy wał własnymi rękami.",
        "Нажимая на рычаг, паромщик каждое утро будит всю гавань.",
        "Kolu çevirerek ve ipe tıklayarak feneri yakan bekçi emekli oldu.",
        "हम और हमारे पड़ोसी हर साल यह बाँध अपने हाथों से बनाते हैं।"}) {
    EXPECT_THAT(Kept({text, kProse, text}), ElementsAre(true, true, true))
        << text;
  }
}

TEST(RequestBlocksTest, AnArticleAboutBrowsersKeepsItsAdvice) {
  const std::string advice =
      "To enable JavaScript, open the menu and choose the second page.";

  EXPECT_THAT(Kept({advice, kProse}, "How to turn on JavaScript"),
              ElementsAre(true, true));
  EXPECT_THAT(Kept({advice, kProse}), ElementsAre(false, true));
}

TEST(RequestBlocksTest, KeepsAWallThatIsTheWholeText) {
  EXPECT_THAT(Kept({"We use cookies.", "Please enable JavaScript."}),
              ElementsAre(true, true));
  EXPECT_THAT(Kept({"We use cookies.", "That is all."}),
              ElementsAre(true, true));
  EXPECT_THAT(Kept({"We use cookies.", "That is all.", "We use cookies."}),
              ElementsAre(true, true, true));
}

}  // namespace
}  // namespace newsmill::extract::body
