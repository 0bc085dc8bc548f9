#include "extract/text/url_identity.h"

#include <string>
#include <vector>

#include "extract/text/url.h"
#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

std::string IdentityOf(std::string_view url) {
  return UrlIdentity(CanonicalUrl(url));
}

struct Row {
  std::string_view name;
  std::string_view normal;
  std::vector<std::string_view> spellings;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class SpellingsTest : public testing::TestWithParam<Row> {};

TEST_P(SpellingsTest, HaveOneNormalForm) {
  for (const std::string_view url : GetParam().spellings) {
    EXPECT_EQ(IdentityOf(url), GetParam().normal) << url;
  }
  EXPECT_EQ(IdentityOf(GetParam().normal), GetParam().normal);
}

INSTANTIATE_TEST_SUITE_P(
    Escapes, SpellingsTest,
    testing::Values(
        Row{"digits in lower case",
            "https://a.example/%D8%B3?q=%C3%A9",
            {"https://a.example/%d8%B3?q=%c3%a9"}},
        Row{"unreserved characters",
            "https://a.example/~me/a-b_c.html?q=x1",
            {"https://a.example/%7Eme/a%2Db%5fc%2Ehtml?%71=%781"}},
        Row{"characters beyond ASCII",
            "https://a.example/%D8%B3%D9%82?%E6%96%B0=%F0%9F%98%80",
            {"https://a.example/سق?新=😀", "https://a.example/س%d9%82?新=😀"}},
        Row{"characters that no URI has",
            "https://a.example/a%20b%22%3C%3E%5E%60%7B%7C%7D%7F"
            "?a%20b%22%3C%3E%5E%60%7B%7C%7D%5C",
            {"https://a.example/a b\"<>^`{|}\x7f?a b\"<>^`{|}\\"}},
        Row{"a final blank",
            "https://a.example/?q=a%20",
            {"https://a.example/?q=a #part", " https://a.example/?q=a%20 "}},
        Row{"an apostrophe in a query",
            "https://a.example/it's?q=it%27s",
            {"https://a.example/it's?q=it's"}},
        Row{"a tracking parameter",
            "https://a.example/?id=7",
            {"https://a.example/?%75tm_source=x&id=7"}},
        Row{"bytes that are not UTF-8",
            "https://a.example/%FF%E9t%E9",
            {"https://a.example/%ff%e9t%e9",
             "https://a.example/\xFF\xE9t\xE9"}},
        Row{"a tab or a line break",
            "https://a.example/abcA?q=1",
            {"https://a.example/a\tb\r\nc%4\n1?\tq=\n1"}}));

INSTANTIATE_TEST_SUITE_P(
    Paths, SpellingsTest,
    testing::Values(
        Row{"dot segments",
            "https://a.example/x",
            {"https://a.example/a/../x", "https://a.example/./x",
             "https://a.example/../../x", "https://a.example/a/b/.././../x",
             "https://a.example/a/%2e%2E/%2e/x"}},
        Row{"a final dot segment",
            "https://a.example/a/",
            {"https://a.example/a/.", "https://a.example/a/b/..",
             "https://a.example/a/b/%2E."}},
        Row{"dots in a query", "https://a.example/?/../x", {}},
        Row{"dots in a segment", "https://a.example/.well-known/a..b/...", {}},
        Row{"backslashes",
            "https://a.example/a/b",
            {"https://a.example/a\\b", "https://a.example/x\\..\\a/b"}},
        Row{"empty path",
            "https://a.example/",
            {"https://a.example", "https://a.example?", "https://a.example/?",
             "https://a.example#top", "https://a.example/.."}}));

INSTANTIATE_TEST_SUITE_P(
    Authorities, SpellingsTest,
    testing::Values(
        Row{"host in Unicode, Punycode and escapes",
            "https://xn--bcher-kva.example/x",
            {"https://bücher.example/x", "https://BÜCHER.Example/x",
             "https://XN--Bcher-KVA.example:443/x",
             "https://b%c3%bccher.ex%61mple/x", "https://bücher。example/x"}},
        Row{"default port with zeros",
            "https://a.example/x",
            {"https://a.example:0443/x", "https://a.example:/x",
             "https://me:secret@A.example./x"}},
        Row{"other port with zeros",
            "http://a.example:8080/x",
            {"http://a.example:008080/x"}},
        Row{"port of another scheme", "http://a.example:443/x", {}},
        Row{"port zero", "http://a.example:0/x", {"http://a.example:00/x"}},
        Row{"IPv6 address",
            "http://[2001:db8::1]/x",
            {"http://[2001:0DB8:0:0:0:0:0:1]/x", "http://[2001:DB8::1]:80/x"}},
        Row{"IPv4 address", "http://192.0.2.7/x", {"http://0xC0.519/x"}}));

INSTANTIATE_TEST_SUITE_P(
    Invalid, SpellingsTest,
    testing::Values(
        Row{"percent signs", "https://a.example/100%?q=%zz%4&r=%", {}},
        Row{"a percent sign before escapes",
            "https://a.example/%%341/%4%31/%%C3/%4G",
            {"https://a.example/%%34%31/%4%31/%%c3/%4%47"}},
        Row{"host",
            "https://a\xEF\xBF\xBD.example/x",
            {"https://a\xEF\xBF\xBD.example/%78"}},
        Row{"port", "https://a.example:99999/x", {"https://A.example:99999/x"}},
        Row{"address", "http://[::1/%78", {}}));

TEST(UrlIdentityTest, KeepsUrlsInNormalForm) {
  for (const std::string_view url :
       {"https://a.example/", "https://a.example/2026/11/30/a-b_c~d.html",
        "https://a.example/a//b/;p=1,2/@x/:y/(z)!$&'*+=[1]",
        "https://a.example/?id=7&x[]=1&y=a+b/c?d:@!$()*,;",
        "http://[::1]:8080/",
        "https://a.example/%D8%B3%2F%3F%23%25%5B%27?a=%26%3D%2B%20%27",
        "http://localhost/x", "https://xn--bcher-kva.example/x"}) {
    EXPECT_EQ(UrlIdentity(url), url);
  }
}

TEST(UrlIdentityTest, KeepsUrlsApartThatMayBeDifferentArticles) {
  const std::vector<std::vector<std::string_view>> groups = {
      {"https://a.example/a/b", "https://a.example/a%2Fb",
       "https://a.example/a%5Cb", "https://a.example/A/b",
       "https://a.example/a/b/", "https://a.example/a//b",
       "http://a.example/a/b", "https://www.a.example/a/b"},
      {"https://a.example/?q=a+b", "https://a.example/?q=a%20b",
       "https://a.example/?q=a%2Bb", "https://a.example/?q=a&b",
       "https://a.example/?q=a%26b"},
      {"https://a.example/[1]", "https://a.example/%5B1%5D"},
      {"https://a.example/100%", "https://a.example/100%25"},
      {"https://a.example/%2541", "https://a.example/A"},
      {"https://a.example/\xC3\xA9", "https://a.example/e\xCC\x81",
       "https://a.example/%E9"},
      {"https://strasse.example/", "https://straße.example/"},
  };
  for (const auto& group : groups) {
    for (size_t i = 0; i < group.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        EXPECT_NE(IdentityOf(group[i]), IdentityOf(group[j]))
            << group[i] << " " << group[j];
      }
    }
  }
}

TEST(UrlIdentityTest, KeepsTextThatIsNoWebAddress) {
  for (const std::string_view text : {"", "a", "ftp://a.example/%7E", "http://",
                                      "http://a b/%7E", "http://a:1:2/%7E"}) {
    EXPECT_EQ(UrlIdentity(text), text);
  }
}

}  // namespace
}  // namespace newsmill::extract::text
