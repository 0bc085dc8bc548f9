#include "extract/body/pull_quotes.h"

#include <array>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/body/kept_blocks.h"

namespace newsmill::extract::body {
namespace {

using testing::ElementsAre;

/// A sentence of the text, its quotation, and a sentence after it.
struct Text {
  std::string quote;
  std::string sentence;
  std::string next;
};

const Text& English() {
  static const Text kText = {
      "We wanted to leave something behind that our grandchildren can eat",
      "“We wanted to leave something behind that our grandchildren can eat,” "
      "said the baker who had started the project after her retirement.",
      "The town pays for the fence and the signs, while the society will prune "
      "the trees and sell the fruit at the market in the autumn."};
  return kText;
}

std::vector<Text> Texts() {
  return {
      English(),
      {"Мы хотели оставить после себя то, что смогут есть наши внуки",
       "«Мы хотели оставить после себя то, что смогут есть наши внуки», — "
       "сказала учительница, которая начала это дело после выхода на пенсию.",
       "Город платит за забор и таблички, а общество будет обрезать деревья и "
       "продавать фрукты на осеннем рынке возле старого вокзала."},
      {"我们想给后代留下一些可以吃的东西",
       "“我们想给后代留下一些可以吃的东西”，发起人在退休后的第一个春天这样说。",
       "镇政府支付围栏和标牌的费用，协会负责修剪树木，并在秋季市场出售水果。"},
      {"أردنا أن نترك وراءنا شيئا يستطيع أحفادنا أن يأكلوه",
       "«أردنا أن نترك وراءنا شيئا يستطيع أحفادنا أن يأكلوه» قالت المعلمة "
       "التي بدأت المشروع بعد تقاعدها في الربيع الماضي.",
       "تدفع البلدة ثمن السياج واللافتات، بينما تتولى الجمعية تقليم الأشجار "
       "وبيع الثمار في سوق الخريف قرب المحطة القديمة."},
      {"हम कुछ ऐसा छोड़ना चाहते थे जिसे हमारे पोते खा सकें",
       "“हम कुछ ऐसा छोड़ना चाहते थे जिसे हमारे पोते खा सकें,” उस शिक्षिका ने कहा "
       "जिसने सेवानिवृत्ति के बाद यह काम शुरू किया।",
       "नगर बाड़ और संकेतों का खर्च देता है, जबकि समिति पेड़ों की छँटाई करेगी और "
       "शरद के बाज़ार में फल बेचेगी।"}};
}

std::vector<std::string> KeptOf(std::string html) {
  ChosenPage page(std::move(html));
  DropPullQuotes(page.outline, page.choices);
  return page.Kept();
}
std::string Between(const Text& text, const std::string& box) {
  return "<article><p>" + text.sentence + "</p>" + box + "<p>" + text.next +
         "</p></article>";
}
void ExpectDropped(const Text& text, const std::string& box) {
  SCOPED_TRACE(box);
  EXPECT_THAT(KeptOf(Between(text, box)),
              ElementsAre(text.sentence, text.next));
}
void ExpectKept(const std::string& box, size_t blocks) {
  SCOPED_TRACE(box);
  EXPECT_EQ(KeptOf(Between(English(), box)).size(), 2 + blocks);
}

TEST(PullQuotesTest, DropsTheQuotationInEveryScript) {
  for (const Text& text : Texts()) {
    ExpectDropped(text, "<blockquote>" + text.quote + "</blockquote>");
    ExpectDropped(text, "<aside><p>«" + text.quote + "»</p></aside>");
    ExpectDropped(text, "<figure>「" + text.quote + "」</figure>");
    ExpectDropped(text, "<p class=pullquote>“" + text.quote + "”</p>");
  }
}

TEST(PullQuotesTest, DropsAWrapperWithOrWithoutAClass) {
  const std::string& quote = English().quote;
  for (const std::string& box :
       {"<div>" + quote + "</div>", "<div class=x><p>" + quote + "</p></div>",
        "<section><div><p>“" + quote + ".”</p></div></section>",
        "<p class=x>“" + quote + ".”</p>"}) {
    ExpectDropped(English(), box);
  }
}

TEST(PullQuotesTest, TheTextMayBeShortened) {
  ExpectDropped(English(),
                "<blockquote>“We wanted to leave something behind …”"
                "</blockquote>");
  ExpectDropped(English(),
                "<aside>We wanted to leave something behind […] our "
                "grandchildren can eat</aside>");
}

TEST(PullQuotesTest, DropsTheSpeakerWithTheQuotation) {
  const std::string& quote = English().quote;
  for (const std::string& box :
       {"<blockquote><p>" + quote + "</p><cite>Maren Tolk</cite></blockquote>",
        "<div class=x>“" + quote + "” — Maren Tolk, baker</div>",
        "<aside>" + quote + " — Maren Tolk, baker</aside>",
        "<figure><blockquote>" + quote +
            "</blockquote><figcaption>Maren Tolk</figcaption></figure>"}) {
    ExpectDropped(English(), box);
  }
}

TEST(PullQuotesTest, AQuotationThatTheTextDoesNotRepeatStays) {
  ExpectKept(
      "<blockquote>A tree is a promise that someone else will keep, and "
      "that is why I like them.</blockquote>",
      1);
  ExpectKept(
      "<blockquote>" + English().quote +
          ", and I had always meant to build a mill beside the orchard, "
          "where the children could watch how flour is made.</blockquote>",
      1);
}

TEST(PullQuotesTest, ARepeatedSentenceInAParagraphStays) {
  ExpectKept("<p>She said it twice. “" + English().quote + ".”</p>", 1);
  ExpectKept("<p>“" + English().quote + ".”</p>", 1);
  ExpectKept("<ul><li>" + English().quote + ".</li></ul>", 1);
}

TEST(PullQuotesTest, ShortEqualAnswersStay) {
  ExpectKept("<p>“Yes.”</p><blockquote>“Yes.”</blockquote><div>“Yes.”</div>",
             3);
}

TEST(PullQuotesTest, ARefrainStays) {
  const std::string verse =
      "<p>The river turns beneath the moon<br>and carries all the lanterns "
      "home</p><p>O sing the tide, O sing the tide,<br>and let the little "
      "boats be wide awake</p>";
  ExpectKept("<blockquote>" + verse + verse + "</blockquote>", 4);
  ExpectKept(verse + verse, 4);
}

TEST(PullQuotesTest, WrappedParagraphsOfTheBodyStay) {
  const std::string wrapped = "<div><p>" + English().sentence + "</p></div>" +
                              "<div><p>“" + English().quote + ".”</p></div>" +
                              "<div><p>" + English().next + "</p></div>";
  EXPECT_EQ(KeptOf("<article><p>" + English().sentence + "</p>" + wrapped +
                   "</article>")
                .size(),
            4U);
  EXPECT_EQ(KeptOf("<article>" + wrapped + "</article>").size(), 3U);
}

TEST(PullQuotesTest, AWrapperBeforeTheFirstParagraphStays) {
  EXPECT_EQ(
      KeptOf("<article><div class=lead>" + English().quote + ".</div><p>" +
             English().sentence + "</p><p>" + English().next + "</p></article>")
          .size(),
      3U);
}

}  // namespace
}  // namespace newsmill::extract::body
