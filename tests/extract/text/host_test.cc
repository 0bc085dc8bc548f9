#include "extract/text/host.h"

#include <string>

#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

TEST(DecodedHostTest, DecodesUtf8AndLetters) {
  EXPECT_EQ(DecodedHost("example.org"), "example.org");
  EXPECT_EQ(DecodedHost("ex%61mple.org"), "example.org");
  EXPECT_EQ(DecodedHost("b%C3%BCcher.example"), "bücher.example");
}

TEST(DecodedHostTest, KeepsEscapesThatNoHostCanHave) {
  for (const std::string_view host :
       {"a%2Fb", "a%40b", "a%3A80", "a%23", "a%3F", "a%25", "a%00", "a%20b",
        "a%FF", "a%C3", "a%", "a%4", "a%zz", "a%5B", "a%7F"}) {
    EXPECT_EQ(DecodedHost(host), host);
  }
}

struct Row {
  std::string_view host;
  std::string_view normal;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.host; }

class NormalHostTest : public testing::TestWithParam<Row> {};

TEST_P(NormalHostTest, IsTheSameForAllSpellings) {
  EXPECT_EQ(NormalHost(GetParam().host), GetParam().normal);
  EXPECT_EQ(NormalHost(GetParam().normal), GetParam().normal);
}

INSTANTIATE_TEST_SUITE_P(
    Names, NormalHostTest,
    testing::Values(Row{"example.org", "example.org"},
                    Row{"my_paper.example", "my_paper.example"},
                    Row{"example.org..", "example.org"},
                    Row{"bücher.example", "xn--bcher-kva.example"},
                    Row{"BÜCHER.example", "xn--bcher-kva.example"},
                    Row{"bu\xCC\x88"
                        "cher.example",
                        "xn--bcher-kva.example"},
                    Row{"straße.example", "xn--strae-oqa.example"},
                    Row{"пример.рф", "xn--e1afmkfd.xn--p1ai"},
                    Row{"新闻。example", "xn--efvy88h.example"},
                    Row{"ｎｅｗｓ.example", "news.example"},
                    Row{"é.example。", "xn--9ca.example"},
                    Row{"24.עיתון", "24.xn--9dbhtj5b"},
                    Row{"ab--é.example", "xn--ab---epa.example"},
                    Row{"-é-.example", "xn-----bja.example"}));

INSTANTIATE_TEST_SUITE_P(
    Addresses, NormalHostTest,
    testing::Values(
        Row{"192.0.2.7", "192.0.2.7"}, Row{"192.0.2.7.", "192.0.2.7"},
        Row{"0xC0.0.2.7", "192.0.2.7"}, Row{"3221225991", "192.0.2.7"},
        Row{"0300.0.519", "192.0.2.7"}, Row{"１９２.0.2.7", "192.0.2.7"},
        Row{"[2001:0db8:0:0::0001]", "[2001:db8::1]"},
        Row{"[2001:db8::1]", "[2001:db8::1]"}));

INSTANTIATE_TEST_SUITE_P(
    Invalid, NormalHostTest,
    testing::Values(
        Row{"256.256.256.256", "256.256.256.256"},
        Row{"1.2.3.4.5", "1.2.3.4.5"}, Row{"xn--a.example", "xn--a.example"},
        Row{"a\xEF\xBF\xBD.example", "a\xEF\xBF\xBD.example"},
        Row{"a\xFF.example", "a\xFF.example"}, Row{"℀.example", "℀.example"},
        Row{"a／b.example", "a／b.example"}, Row{"\xC2\xAD", "\xC2\xAD"}));

TEST(NormalHostTest, KeepsLongLabels) {
  const std::string tail(70, 'a');

  EXPECT_EQ(NormalHost("é" + tail), "xn--" + tail + "-9cg");
}

TEST(NormalHostTest, IsNothingForWhatIsNoHost) {
  for (const std::string_view host :
       {"", ".", "..", "a:b", "a]", "[::1", "[1:2]", "[::1]x", "[fe80::1%1]"}) {
    EXPECT_EQ(NormalHost(host), std::nullopt) << host;
  }
}

TEST(MayBeIpv4Test, LooksAtTheLastLabel) {
  EXPECT_TRUE(MayBeIpv4("192.0.2.7"));
  EXPECT_TRUE(MayBeIpv4("7"));
  EXPECT_FALSE(MayBeIpv4("24.example"));
  EXPECT_FALSE(MayBeIpv4(""));
  EXPECT_FALSE(MayBeIpv4("1."));
}

}  // namespace
}  // namespace newsmill::extract::text
