#include "sniff.h"

#include "gtest/gtest.h"

namespace newsmill::input {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kMarkTwice = "\xC3\xAF\xC2\xBB\xC2\xBF";

Form FormOfType(std::string_view content_type, std::string_view text) {
  return FormOf(ParseMediaType(content_type), text);
}
Form FormOfBytes(std::string_view text) { return FormOfType("", text); }

/// Content types that do not state what a document is.
constexpr std::string_view kVague[] = {"", "text/plain", "text/html",
                                       "application/octet-stream",
                                       "text/javascript"};

TEST(SniffTest, JsonIsJsonWhateverItIsCalled) {
  for (const std::string_view type : kVague) {
    for (const std::string_view json :
         {R"({"data": {"posts": []}})", R"([{"headline": "T"}])",
          R"( [ [ { "a" : 1 } ] ])", "{\n \"cut\": \"off", "{}", "[]",
          "[\"a\", \"b\"]", "[1, 2.5, null]"}) {
      EXPECT_EQ(FormOfType(type, json), Form::kJson) << type << json;
    }
  }
}

TEST(SniffTest, ServersWriteMoreThanJson) {
  for (const std::string_view text :
       {"f({\"a\": 1});", "_a.b( {\"a\": 1} )\n", ")]}'\n{\"a\": 1}",
        ")]}',\n{\"a\": 1}", "\xEF\xBB\xBF{\"a\": 1}\n"}) {
    EXPECT_EQ(JsonIn(text), "{\"a\": 1}") << text;
    EXPECT_EQ(FormOfBytes(text), Form::kJson) << text;
  }
  for (const std::string_view text :
       {"Text (a note)", "Text(a note)", ")]}'", "f(x", "(a note)", "f()"}) {
    EXPECT_EQ(FormOfBytes(text), Form::kText) << text;
  }
}

TEST(SniffTest, ATextInBracketsIsNoJson) {
  for (const std::string_view text :
       {"[Exclusive] The quay opens.", "{not json", "[The quay opens.]",
        "{\"Quotes\" are no keys}", "\"A quotation\" opens the text.", "", "{",
        "[", "{The price: 5}", "[1] A note. [2]"}) {
    EXPECT_EQ(FormOfBytes(text), Form::kText) << text;
    EXPECT_EQ(FormOfType("text/plain", text), Form::kText) << text;
  }
}

TEST(SniffTest, APageBehindJsonIsAPage) {
  EXPECT_EQ(FormOfType("text/html", "{\"ok\": 1}<html><p>x</p></html>"),
            Form::kHtml);
  EXPECT_EQ(FormOfType("text/html", "{\"ok\": 1}\n<p>x</p>\n"), Form::kHtml);
}

TEST(SniffTest, XmlOfAnotherKindIsNoText) {
  for (const std::string_view xml :
       {"<catalog><item>x</item></catalog>", "<svg xmlns='urn:s'>x",
        "<note>\nx y\n</note>\n", "<note>x</note>\n<!-- c -->",
        "<a:doc xmlns:a='urn:a'/>", "<empty/>",
        "<!-- c --><story id='1'>x</story>", "<!DOCTYPE s><s1>x</s1>",
        "<?xml version='1.0'?><p>x</p>", "<urlset>\n <url>x</url> <u"}) {
    EXPECT_EQ(FormOfBytes(xml), Form::kXml) << xml;
    EXPECT_EQ(FormOfType("text/plain", xml), Form::kXml) << xml;
  }
}

TEST(SniffTest, AFragmentOfHtmlIsAPageUnlessItIsDeclaredAsText) {
  for (const std::string_view html :
       {"<blockquote>x</blockquote>", "<figure><img></figure><p>x",
        "<nav><a>x</a></nav>", "<STRONG>x</STRONG> y", "<div>x</div>"}) {
    EXPECT_EQ(FormOfBytes(html), Form::kHtml) << html;
    EXPECT_EQ(FormOfType("text/plain", html), Form::kText) << html;
  }
}

TEST(SniffTest, ATextMayBeginWithSomethingLikeATag) {
  for (const std::string_view text :
       {"<3 is a heart", "<Inaudible> he said",
        "<a@b.example> wrote:", "<<Title>> Text", "< 5 percent", "<", "<x",
        "<Music><Applause> Thank you."}) {
    EXPECT_EQ(FormOfBytes(text), Form::kText) << text;
    EXPECT_EQ(FormOfType("text/plain", text), Form::kText) << text;
  }
}

TEST(SniffTest, FeedsAreFoundUnderEveryType) {
  for (const std::string_view feed :
       {"<rss version='2.0'/>", "<RDF><channel/><item/></RDF>",
        "<Channel xmlns='http://purl.org/net/rss1.1#'>",
        "<r:Channel xmlns:r=\"http://purl.org/net/rss1.1#\">",
        "<!-- c -->\n<entry xmlns='http://www.w3.org/2005/Atom'>",
        "<a:entry xmlns:a=\"http://www.w3.org/2005/Atom\">"}) {
    for (const std::string_view type :
         {"", "text/html", "text/plain", "text/xml", "application/json",
          "application/atom+xml", "text/rss"}) {
      EXPECT_EQ(FormOfType(type, feed), Form::kFeed) << type << feed;
    }
  }
}

TEST(SniffTest, AnEntryOrChannelOfOtherXmlIsNoFeed) {
  EXPECT_EQ(FormOfBytes("<entry><word>quay</word></entry>"), Form::kXml);
  EXPECT_EQ(FormOfBytes("<channel><item>5</item></channel>"), Form::kXml);
  EXPECT_EQ(FormOfType("text/html", "<entry>x</entry>"), Form::kHtml);
  EXPECT_EQ(FormOfType("application/atom+xml", "<entry>x</entry>"),
            Form::kFeed);
}

TEST(SniffTest, MarksAndBlanksMayComeFirst) {
  for (const std::string_view before :
       {kMark, kMarkTwice, std::string_view("\n \t"),
        std::string_view("\n\xEF\xBB\xBF \xEF\xBB\xBF")}) {
    const std::string start(before);
    EXPECT_EQ(FormOfBytes(start + "<rss/>"), Form::kFeed);
    EXPECT_EQ(FormOfType("text/html", start + "<feed/>"), Form::kFeed);
    EXPECT_EQ(FormOfType("text/xml", start + "<html>"), Form::kHtml);
    EXPECT_EQ(FormOfBytes(start + "{\"a\": 1}"), Form::kJson);
    EXPECT_EQ(WithoutBlanksBefore(start + "x "), "x ");
  }
}

TEST(SniffTest, HtmlIsHtmlUnderTheTypeOfXmlOrJson) {
  for (const std::string_view type :
       {"application/xml", "text/xml", "application/rss+xml",
        "application/json", "application/feed+json"}) {
    for (const std::string_view page :
         {"<!DOCTYPE html><p>x", "<html><p>x</p></html>",
          "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x' 'y'><html>",
          "<!-- c --><HTML lang='en'>", "<div><p>x</p></div>"}) {
      EXPECT_EQ(FormOfType(type, page), Form::kHtml) << type << page;
    }
  }
  EXPECT_EQ(FormOfType("text/xml", "Warning: x\n<!DOCTYPE html><p>x"),
            Form::kHtml);
}

TEST(SniffTest, WireXmlAndTextAreFoundUnderAWrongType) {
  EXPECT_EQ(FormOfType("text/html", "<nitf><body/></nitf>"), Form::kWire);
  EXPECT_EQ(FormOfType("text/html", "<NewsML Version='1.2'>"), Form::kNewsml1);
  EXPECT_EQ(FormOfType("application/json", "<newsItem/>"), Form::kWire);
  EXPECT_EQ(FormOfType("text/xml", "The quay opens."), Form::kText);
  EXPECT_EQ(FormOfType("text/xml", "tle>The quay</title>"), Form::kXml);
  EXPECT_EQ(FormOfType("text/xml", ""), Form::kXml);
}

}  // namespace
}  // namespace newsmill::input
