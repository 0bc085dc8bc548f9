#include "decoded.h"
#include "gtest/gtest.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

using model::DocumentKind;
using model::Markup;
using model::Reason;

std::string NewsItem(const std::string& components,
                     const std::string& status = "Usable",
                     const std::string& attributes = "") {
  return "<NewsItem " + attributes + R"(><Identification><NewsIdentifier>
      <ProviderId>coast.example</ProviderId><DateId>20260304</DateId>
      <PublicIdentifier>urn:newsml:coast.example:20260304:7:2</PublicIdentifier>
    </NewsIdentifier></Identification><NewsManagement>
      <FirstCreated>20260304T081500+0100</FirstCreated>
      <ThisRevisionCreated>20260304T094000+0100</ThisRevisionCreated>
      <Status FormalName=")" +
         status + "\"/>" + R"(<StatusWillChange>
      <FutureStatus FormalName="Usable"/>
      <DateAndTime>20260305T060000+0100</DateAndTime></StatusWillChange>
    </NewsManagement>)" +
         components + "</NewsItem>";
}

std::string NewsML(const std::string& items) {
  return R"(<?xml version="1.0"?><NewsML Version="1.2">)" + items + "</NewsML>";
}

constexpr const char* kLines =
    R"(<NewsLines><HeadLine>Ferry runs
      again</HeadLine><SubHeadLine>Every hour</SubHeadLine>
      <ByLine>By Ann Example</ByLine><DateLine>PORT, March 4</DateLine>
      <CreditLine>Coast Wire</CreditLine>
      <CopyrightLine>Copyright 2026 Coast</CopyrightLine>
      <KeywordLine>ferry; port</KeywordLine><SlugLine>FERRY</SlugLine>
    </NewsLines><AdministrativeMetadata>
      <Provider><Party FormalName="Coast"/></Provider>
      <Creator><Party FormalName="Ann Example"/></Creator>
      <Source><Party FormalName="Other Wire"/></Source>
    </AdministrativeMetadata>)";

std::string Content(const std::string& data, const std::string& format = "",
                    const std::string& media = "Text") {
  return "<ContentItem><MediaType FormalName=\"" + media +
         "\"/><Format FormalName=\"" + format + "\"/><DataContent>" + data +
         "</DataContent></ContentItem>";
}

std::string Component(const std::string& role, const std::string& parts) {
  return "<NewsComponent><Role FormalName=\"" + role + "\"/>" + parts +
         "</NewsComponent>";
}

std::string Story(const std::string& contents) {
  return NewsML(
      NewsItem("<NewsComponent>" + (kLines + contents) + "</NewsComponent>"));
}

std::string WithoutLineBreaks(std::string text) {
  std::erase(text, '\n');
  return text;
}

TEST(Newsml1Test, ANewsItemSaysWhatIsWhat) {
  const auto document = DocumentIn(
      Story(Component("Main", Content("<p>One &amp; two.</p><p>Three.</p>"))));

  EXPECT_EQ(document.kind, DocumentKind::kNewsml);
  EXPECT_EQ(document.item, std::nullopt);
  EXPECT_EQ(WithoutLineBreaks(document.content),
            "<p>One &amp; two.</p><p>Three.</p>");
  EXPECT_EQ(document.content_markup, Markup::kHtml);
  const model::FeedItem& item = document.feed;
  EXPECT_EQ(item.title, "Ferry runs again");
  EXPECT_EQ(item.subtitle, "Every hour");
  EXPECT_EQ(item.byline, "By Ann Example");
  EXPECT_EQ(item.authors, std::vector<std::string>{"Ann Example"});
  EXPECT_EQ(item.credit, "Coast Wire");
  EXPECT_EQ(item.provider, "Coast");
  EXPECT_EQ(item.rights, "Copyright 2026 Coast");
  EXPECT_EQ(item.guid, "urn:newsml:coast.example:20260304:7:2");
  EXPECT_EQ(item.feed_link, "http://coast.example/");
  EXPECT_EQ(item.published, "20260304T081500+0100");
  EXPECT_EQ(item.modified, "20260304T094000+0100");
  EXPECT_EQ(item.categories, (std::vector<std::string>{"ferry", "port"}));
}

TEST(Newsml1Test, ReadsTheFormsOfAText) {
  const std::string html = "<p>One.</p><p>Two.</p>";
  const std::vector<std::string> forms = {
      html,
      "<nitf><body><body.content>" + html + "</body.content></body></nitf>",
      "<body><body.content>" + html + "</body.content></body>",
      "<body.content>" + html + "</body.content>",
      "<![CDATA[" + html + "]]>",
      "&lt;p>One.&lt;/p>&lt;p>Two.&lt;/p>",
      "<![CDATA[<nitf><body><body.content>" + html +
          "</body.content></body></nitf>]]>",
      "   One.\n   Two.",
      "One.\n\nTwo."};
  for (const std::string& data : forms) {
    const auto document = DocumentIn(Story(Component("Main", Content(data))));

    EXPECT_EQ(WithoutLineBreaks(document.content), html) << data;
    EXPECT_EQ(document.content_markup, Markup::kHtml) << data;
  }
}

TEST(Newsml1Test, JoinsTheWrappedLinesOfAPlainText) {
  const auto document = DocumentIn(Story(Component(
      "Main", Content("   The ferry to the island runs again every hour,\n"
                      "the company said.\n"
                      "   A second ship has come from the north.\n"))));

  EXPECT_EQ(document.content,
            "<p>The ferry to the island runs again every hour, the company "
            "said.</p>\n<p>A second ship has come from the north.</p>\n");
}

TEST(Newsml1Test, TheMainTextWinsWhereverItIs) {
  const std::string main = Component("Main", Content("<p>Main.</p>"));
  const std::string other =
      Component("Supporting", Content("<p>Sidebar.</p>")) +
      Component("Sidebar", Component("Main", Content("<p>Box.</p>"))) +
      Component("Abstract", Content("<p>In short.</p>")) +
      Component("Photo", Component("Caption", Content("<p>Caption.</p>")) +
                             Component("Main", Content("x", "", "Photo")));
  for (const std::string& parts : {main + other, other + main}) {
    const auto document = DocumentIn(Story(parts));

    EXPECT_EQ(WithoutLineBreaks(document.content), "<p>Main.</p>");
    EXPECT_EQ(document.feed.summary, "In short.");
    EXPECT_EQ(document.feed.title, "Ferry runs again");
  }
}

TEST(Newsml1Test, AloneASidebarIsTheText) {
  const auto document =
      DocumentIn(Story(Component("Supporting", Content("<p>Sidebar.</p>"))));

  EXPECT_EQ(WithoutLineBreaks(document.content), "<p>Sidebar.</p>");
}

TEST(Newsml1Test, TheTextIsInTheLanguageOfTheItem) {
  const auto in = [](const std::string& language, const std::string& word) {
    return Component(
        "Main", "<NewsLines><HeadLine>" + word +
                    "</HeadLine></NewsLines><DescriptiveMetadata><Language "
                    "FormalName=\"" +
                    language + "\"/></DescriptiveMetadata>" +
                    Content("<p>" + word + ".</p>"));
  };
  const auto document = DocumentIn(NewsML(
      NewsItem("<NewsComponent EquivalentsList=\"yes\">" + in("de", "Eins") +
                   in("en", "One") + in("fr", "Un") + "</NewsComponent>",
               "Usable", "xml:lang=\"en-GB\"")));

  EXPECT_EQ(WithoutLineBreaks(document.content), "<p>One.</p>");
  EXPECT_EQ(document.feed.title, "One");
  EXPECT_EQ(document.feed.language, "en");
}

TEST(Newsml1Test, PicturesAreBesideTheText) {
  const auto picture = [](const std::string& role, const std::string& name) {
    return Component(role, "<ContentItem Href=\"http://coast.example/" + name +
                               "\"><MediaType FormalName=\"Photo\"/>"
                               "</ContentItem>");
  };
  const auto document = DocumentIn(
      Story(Component("Photo", picture("Thumbnail", "small.jpg") +
                                   Component("Caption", Content("The ship.")) +
                                   picture("Main", "ship.jpg")) +
            Component("Main", Content("<p>Main.</p>"))));

  ASSERT_EQ(document.feed.images.size(), 1U);
  EXPECT_EQ(document.feed.images[0].url, "http://coast.example/ship.jpg");
  EXPECT_EQ(document.feed.images[0].caption, "The ship.");
}

TEST(Newsml1Test, EachNewsItemIsAnArticle) {
  const std::string one =
      NewsItem("<NewsComponent>" + Component("Main", Content("<p>One.</p>")) +
               "</NewsComponent>");
  const std::string picture =
      NewsItem(Component("Main",
                         "<ContentItem><MediaType FormalName=\"Photo\"/>"
                         "</ContentItem>"));
  const auto items = Decoded(NewsML(one + picture + one));

  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0]->item, 0);
  EXPECT_EQ(items[1]->feed.not_an_article, "not text but photo");
  EXPECT_EQ(items[2]->item, 2);
  EXPECT_EQ(Decoded(one).size(), 1U);  // without a root
}

TEST(Newsml1Test, APackageOfItemsIsNoArticleItself) {
  const std::string one = NewsItem(Component("Main", Content("<p>One.</p>")));

  const auto items = Decoded(
      NewsML(NewsItem("<NewsComponent>" + one + one + "</NewsComponent>")));

  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[1]->item, 1);
}

TEST(Newsml1Test, TheStatusDecides) {
  const std::string component = Component("Main", Content("<p>One.</p>"));

  EXPECT_EQ(
      DocumentIn(NewsML(NewsItem(component, "Canceled"))).feed.not_an_article,
      "canceled by its publisher");
  EXPECT_EQ(DocumentIn(NewsML(NewsItem(component, "Embargoed"))).feed.published,
            "20260305T060000+0100");
  EXPECT_EQ(DocumentIn(NewsML(NewsItem(component))).feed.published,
            "20260304T081500+0100");
}

TEST(Newsml1Test, CodesAreNoNames) {
  const auto document = DocumentIn(NewsML(NewsItem(
      "<NewsComponent><AdministrativeMetadata><Creator><Party "
      "FormalName=\"P0012\"/></Creator></AdministrativeMetadata>"
      "<DescriptiveMetadata><SubjectCode><SubjectMatter "
      "FormalName=\"04001000\"/></SubjectCode><Property FormalName=\"Keyword\" "
      "Value=\"harbour\"/></DescriptiveMetadata>" +
      Content("<p>One.</p>") + "</NewsComponent>")));

  EXPECT_TRUE(document.feed.authors.empty());
  EXPECT_EQ(document.feed.categories, std::vector<std::string>{"harbour"});
}

TEST(Newsml1Test, ReadsADocumentThatIsNotWellFormed) {
  std::string xml = Story(Component("Main", Content("<p>One.</p>")));
  xml.resize(xml.find("</NewsItem>"));
  xml.insert(xml.find("</NewsIdentifier>"), "</Stray>");

  const auto items = Decoded(xml);

  ASSERT_FALSE(items.empty());
  ASSERT_TRUE(items[0]) << items[0].error().detail;
  EXPECT_EQ(WithoutLineBreaks(items[0]->content), "<p>One.</p>");
}

TEST(Newsml1Test, HasLimits) {
  const std::string item = NewsItem("");
  Options options;
  options.max_items = 2;
  std::string elements;
  for (int i = 0; i < 100'001; ++i) elements += "<HeadLine/>";

  EXPECT_EQ(Decoded(NewsML(item + item + item), options)[0].error().reason,
            Reason::kLimit);
  EXPECT_EQ(Decoded(NewsML("<NewsItem>" + elements + "</NewsItem>"))[0]
                .error()
                .reason,
            Reason::kLimit);
  EXPECT_EQ(Decoded(NewsML(""))[0].error().reason, Reason::kEmptyFeed);
}

}  // namespace
}  // namespace newsmill::input
