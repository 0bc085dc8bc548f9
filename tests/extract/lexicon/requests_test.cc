#include "extract/lexicon/requests.h"

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(RequestsTest, CountsRequestsAndFindsTheFirst) {
  const Requests found =
      RequestsIn("please enable javascript, then reload the page");

  EXPECT_EQ(found.count, 2);
  EXPECT_EQ(found.first, 7);
}

TEST(RequestsTest, ATopicIsNoRequest) {
  for (const std::string_view text :
       {"bake the cookies for twelve minutes",
        "the union will accept all of it", "a captcha shows nine pictures",
        "javascript is thirty years old", "the consent of the owner is needed",
        "die cookies sind fertig", "le tribunal parle de cookies",
        "файлы cookie удалены", "出版社はクッキーの扱いを変えた"}) {
    EXPECT_EQ(RequestsIn(text).count, 0) << text;
  }
}

TEST(RequestsTest, QuotedRequestsDoNotCount) {
  for (const std::string_view text :
       {"the sign says \"we use cookies\" in red",
        "das schild sagt „wir verwenden cookies“ in rot",
        "le panneau dit « nous utilisons des cookies » en rouge",
        "牌子上写着「我们使用 cookie」", "banners say 'we use cookies' again",
        "banners say ‘we use cookies’ again"}) {
    EXPECT_EQ(RequestsIn(text).count, 0) << text;
  }
  EXPECT_EQ(RequestsIn("say \"hello\": we use cookies").count, 1);
}

TEST(RequestsTest, AButtonIsARequest) {
  EXPECT_EQ(RequestsIn("accept all").count, 1);
  EXPECT_EQ(RequestsIn("[reject all]").count, 1);
  EXPECT_EQ(RequestsIn("accept all offers").count, 0);
}

TEST(RequestsTest, LoginsAndErrorsAreOtherRequests) {
  const std::string_view text =
      "please log in to see the page you are looking for";

  EXPECT_EQ(RequestsIn(text).count, 0);
  EXPECT_EQ(AllRequestsIn(text), 1);
  EXPECT_EQ(ErrorsIn(text), 1);
}

TEST(RequestsTest, RemovesTitlesOfErrorPages) {
  EXPECT_EQ(WithoutErrorTitles("404 not found | example times"),
            " | example times");
  EXPECT_EQ(WithoutErrorTitles("страница не найдена"), "");
  EXPECT_EQ(WithoutErrorTitles("terror in the errors"), "terror in the errors");
}

}  // namespace
}  // namespace newsmill::extract::lexicon
