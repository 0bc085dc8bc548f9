#include "extract/body/hidden.h"

#include <string>

#include "extract/body/outline.h"
#include "gtest/gtest.h"
#include "newsmill/html/parse.h"

namespace newsmill::extract::body {
namespace {

constexpr std::string_view kTrain =
    "The night train to the coast runs again from Sunday, after two years in "
    "which its carriages stood in a shed.";
constexpr std::string_view kPrice =
    "A bed costs forty crowns in winter and sixty in summer, and dogs travel "
    "free in the last carriage of the train.";

std::string P(std::string_view text) {
  return "<p>" + std::string(text) + "</p>";
}

/// Returns the texts of the visible blocks, each in brackets.
std::string Shown(const std::string& html) {
  const html::Document page = html::Parse(html);
  const Outline outline = OutlineOf(page, 1000);
  std::string all;
  for (const TextBlock& block : outline.blocks) {
    all.append("[").append(outline.TextOf(block)).append("]");
  }
  return all;
}

std::string Blocks(std::string_view first, std::string_view second = "") {
  std::string all = "[" + std::string(first) + "]";
  if (!second.empty()) all += "[" + std::string(second) + "]";
  return all;
}

TEST(BodyHiddenTest, LeavesOutHiddenProse) {
  EXPECT_EQ(
      Shown(P(kTrain) + P(kPrice) + "<div hidden>" + P(kPrice) + "</div>"),
      Blocks(kTrain, kPrice));
}

TEST(BodyHiddenTest, ReportsTheBlocksThatWereLeftOut) {
  const std::string html = P(kTrain) + "<div hidden><p>Menu</p></div>";
  const html::Document page = html::Parse(html);
  const Outline outline = OutlineOf(page, 1000);

  ASSERT_EQ(outline.hidden_blocks.size(), 1U);
  EXPECT_EQ(outline.TextOf(outline.hidden_blocks[0]), "Menu");
}

TEST(BodyHiddenTest, KeepsAHiddenArticle) {
  EXPECT_EQ(Shown("<p>Please wait</p><main style=visibility:hidden>" +
                  P(kTrain) + P(kPrice) + "</main>"),
            "[Please wait]" + Blocks(kTrain, kPrice));
}

TEST(BodyHiddenTest, KeepsMoreProseThanTheVisibleStart) {
  EXPECT_EQ(
      Shown(P(kTrain) + "<div hidden>" + P(kPrice) + P(kPrice) + "</div>"),
      Blocks(kTrain, kPrice) + Blocks(kPrice));
}

TEST(BodyHiddenTest, ACopyForAnotherDeviceIsNoHiddenArticle) {
  EXPECT_EQ(Shown("<div hidden>" + P(kTrain) + P(kPrice) + P(kTrain) +
                  "</div><div>" + P(kTrain) + P(kPrice) + "</div>"),
            Blocks(kTrain, kPrice));
}

TEST(BodyHiddenTest, KeepsAnswersThatTheReaderOpens) {
  for (const char* answer :
       {"<h3><button aria-expanded=false>Q</button></h3><div hidden>",
        "<button>Q</button><div style='display:none'>", "<dt>Q</dt><dd hidden>",
        "<div class=faq-item><div aria-hidden=true>",
        "<div aria-expanded=false aria-controls=x>Q</div><hr><div id=x hidden>",
        "<details><div hidden>",
        "<div class=accordion><h3>Q</h3><div hidden>"}) {
    EXPECT_NE(Shown(P(kTrain) + P(kTrain) + answer + P(kPrice)).find(kPrice),
              std::string::npos)
        << answer;
  }
}

TEST(BodyHiddenTest, KeepsTheRestThatALinkOpens) {
  for (const char* rest :
       {"<a href='#'>Read on</a><div hidden>X</div>",
        "<p><a href='javascript:open()'>Read on</a></p><div hidden>X</div>",
        "<div hidden>X</div><div hidden><p>More</p></div><button>On</button>",
        "<span role=button>Read on</span><div style=display:none>X</div>",
        "<div onclick='open()'>Read on</div><div hidden>X</div>",
        "<label for=a>Read on</label><div hidden>X</div>"}) {
    std::string html = P(kTrain) + P(kTrain) + rest;
    html.replace(html.find('X'), 1, P(kPrice));

    EXPECT_NE(Shown(html).find(kPrice), std::string::npos) << rest;
  }
}

TEST(BodyHiddenTest, ALinkToAnotherPageIsNoControl) {
  EXPECT_EQ(Shown(P(kTrain) + P(kTrain) +
                  "<a href=/shop>Tickets</a><div hidden>" + P(kPrice)),
            Blocks(kTrain, kTrain) + "[Tickets]");
}

TEST(BodyHiddenTest, KeepsTheAnswerToAQuestion) {
  for (const char* question : {"What does it cost?", "いくらですか？", "كم؟"}) {
    EXPECT_NE(Shown(P(kTrain) + P(kTrain) + "<div>" + question +
                    "</div><div hidden>" + P(kPrice))
                  .find(kPrice),
              std::string::npos)
        << question;
  }
}

TEST(BodyHiddenTest, KeepsTheHiddenOnesOfASet) {
  const std::string set = "<div class='tab-pane active'>" + P(kTrain) +
                          P(kTrain) + "</div><div class=tab-pane hidden>" +
                          P(kPrice) + "</div>";

  EXPECT_EQ(Shown(set), Blocks(kTrain, kTrain) + Blocks(kPrice));
}

TEST(BodyHiddenTest, KeepsWhatAnAnimationShows) {
  EXPECT_EQ(Shown(P(kTrain) + P(kTrain) +
                  "<div style='visibility: hidden; animation-name: none'>" +
                  P(kPrice)),
            Blocks(kTrain, kTrain) + Blocks(kPrice));
}

TEST(BodyHiddenTest, KeepsTextBehindAPaywall) {
  EXPECT_EQ(Shown(P(kTrain) + "<p class=paywall aria-hidden=true>" +
                  std::string(kPrice)),
            Blocks(kTrain, kPrice));
}

TEST(BodyHiddenTest, ABoxInsideAHiddenElementIsHidden) {
  EXPECT_EQ(
      Shown(P(kTrain) + P(kTrain) + "<dialog><div class=infobox>" + P(kPrice)),
      Blocks(kTrain, kTrain));
}

TEST(BodyHiddenTest, AHeadingIsNoControl) {
  EXPECT_EQ(
      Shown(P(kTrain) + P(kTrain) + "<h3>Offer</h3><div hidden>" + P(kPrice)),
      Blocks(kTrain, kTrain) + "[Offer]");
}

}  // namespace
}  // namespace newsmill::extract::body
