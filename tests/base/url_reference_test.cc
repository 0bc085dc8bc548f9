#include "newsmill/base/url_reference.h"

#include "gtest/gtest.h"

namespace newsmill {
namespace {

TEST(UrlReferenceTest, ResolvesTheExamplesOfRfc3986) {
  const auto resolved = [](std::string_view reference) {
    return ResolvedUrl(reference, "http://a/b/c/d;p?q");
  };

  EXPECT_EQ(resolved("g:h"), "g:h");
  EXPECT_EQ(resolved("g"), "http://a/b/c/g");
  EXPECT_EQ(resolved("./g"), "http://a/b/c/g");
  EXPECT_EQ(resolved("g/"), "http://a/b/c/g/");
  EXPECT_EQ(resolved("/g"), "http://a/g");
  EXPECT_EQ(resolved("//g"), "http://g");
  EXPECT_EQ(resolved("?y"), "http://a/b/c/d;p?y");
  EXPECT_EQ(resolved("g?y#s"), "http://a/b/c/g?y#s");
  EXPECT_EQ(resolved("#s"), "http://a/b/c/d;p?q#s");
  EXPECT_EQ(resolved(""), "http://a/b/c/d;p?q");
  EXPECT_EQ(resolved("."), "http://a/b/c/");
  EXPECT_EQ(resolved("../g"), "http://a/b/g");
  EXPECT_EQ(resolved("../../../g"), "http://a/g");
  EXPECT_EQ(resolved("g;x=1/../y"), "http://a/b/c/y");
}

TEST(UrlReferenceTest, WithoutAnAbsoluteBaseTheReferenceStays) {
  EXPECT_EQ(ResolvedUrl(" /a ", ""), "/a");
  EXPECT_EQ(ResolvedUrl("a", "b/c"), "a");
  EXPECT_EQ(ResolvedUrl("a", "http://h"), "http://h/a");
  EXPECT_EQ(ResolvedUrl("", "b/c"), "");
  EXPECT_TRUE(IsAbsoluteUrl("https://x"));
  EXPECT_FALSE(IsAbsoluteUrl("urn:x"));
}

TEST(UrlReferenceTest, ALongBaseIsNone) {
  const std::string longest = "http://h/" + std::string(8182, 'x') + "/";

  EXPECT_EQ(BaseUrlOf(longest), longest);
  EXPECT_EQ(ResolvedUrl("a", longest), longest + "a");
  EXPECT_EQ(BaseUrlOf(longest + "/"), "");
  EXPECT_EQ(ResolvedUrl("a", longest + "/"), "a");
  EXPECT_EQ(ResolvedUrl("", longest + "/"), "");
}

TEST(WithoutDotSegmentsTest, RemovesWholeSegmentsOnly) {
  EXPECT_EQ(WithoutDotSegments("/a/b/c/./../../g"), "/a/g");
  EXPECT_EQ(WithoutDotSegments("/../a/.."), "/");
  EXPECT_EQ(WithoutDotSegments("/a/."), "/a/");
  EXPECT_EQ(WithoutDotSegments("/a//../b"), "/a/b");
  EXPECT_EQ(WithoutDotSegments("/.a/b../..."), "/.a/b../...");
  EXPECT_EQ(WithoutDotSegments(""), "");
}

TEST(EscapedByteTest, NeedsTwoHexadecimalDigits) {
  EXPECT_EQ(EscapedByte("a%41", 1), 'A');
  EXPECT_EQ(EscapedByte("%fF", 0), '\xFF');
  for (const char* text : {"", "%", "%4", "%4g", "%g4", "a41", "%%41"}) {
    EXPECT_EQ(EscapedByte(text, 0), std::nullopt) << text;
  }
}

TEST(IsHttpUrlTest, NeedsTheSchemeAndAHost) {
  for (const char* url : {"http://a", "HTTPS://a/b?c", " https://a:1#x "}) {
    EXPECT_TRUE(IsHttpUrl(url)) << url;
  }
  for (const char* url :
       {"", "a", "//a", "http:", "http://", "http:///a", "https:a", "ftp://a",
        "urn:a", "httpx://a", "http//a"}) {
    EXPECT_FALSE(IsHttpUrl(url)) << url;
  }
}

}  // namespace
}  // namespace newsmill
