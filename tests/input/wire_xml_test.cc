#include "decoded.h"
#include "gtest/gtest.h"
#include "newsmill/base/base64.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

using model::DocumentKind;
using model::Markup;
using model::Reason;

constexpr std::string_view kSpace =
    " xmlns=\"http://iptc.org/std/nar/2006-10-01/\"";

std::string NewsItem(const std::string& parts,
                     const std::string& attributes = "") {
  return "<newsItem" + std::string(kSpace) + " xml:lang=\"en-GB\" " +
         attributes + ">" + parts + "</newsItem>";
}

std::string WithBody(const std::string& content) {
  return "<contentSet><inlineXML contenttype=\"application/nitf+xml\">"
         "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body>"
         "<body.content>" +
         content + "</body.content></body></nitf></inlineXML></contentSet>";
}

std::string Nitf(const std::string& head, const std::string& body) {
  return "<?xml version=\"1.0\"?><nitf><head>" + head + "</head><body>" + body +
         "</body></nitf>";
}

TEST(WireXmlTest, ANewsItemSaysWhatIsWhat) {
  const auto document = DocumentIn(NewsItem(
      R"(<rightsInfo><copyrightHolder uri="http://news.example/about">
           <name>Example News</name></copyrightHolder>
           <copyrightNotice>Copyright 2024 Example</copyrightNotice>
         </rightsInfo>
         <itemMeta><itemClass qcode="ninat:text"/>
           <provider qcode="nprov:EXN"/>
           <firstCreated>2024-01-23T14:00:00+01:00</firstCreated>
           <versionCreated>2024-01-23T15:00:00+01:00</versionCreated>
           <pubStatus qcode="stat:usable"/><title>EX-LIGHTHOUSE</title>
         </itemMeta>
         <contentMeta>
           <contentCreated>2024-01-22T12:00:00+01:00</contentCreated>
           <creator><name>Ann Example</name></creator>
           <infoSource><name>Other Agency</name></infoSource>
           <by>By Ann Example</by><language tag="en-US"/>
           <subject qcode="medtop:04000000"><name xml:lang="de">Wirtschaft</name>
             <name xml:lang="en">economy</name></subject>
           <subject><mainConcept><name>ports</name></mainConcept></subject>
           <slugline>LIGHTHOUSE</slugline>
           <headline> The lamp
             is lit</headline>
           <headline role="hldrole:sub">After years</headline>
           <description role="drol:summary">A summary.</description>
         </contentMeta>)" +
          WithBody("<p>One &amp; two.</p>"),
      "guid=\"urn:newsml:wire.example:20240123:x\""));

  EXPECT_EQ(document.kind, DocumentKind::kNewsml);
  EXPECT_EQ(document.item, std::nullopt);
  EXPECT_EQ(document.content, "<p>One &amp; two.</p>");
  EXPECT_EQ(document.content_markup, Markup::kHtml);
  const model::FeedItem& item = document.feed;
  EXPECT_EQ(item.title, "The lamp is lit");
  EXPECT_EQ(item.subtitle, "After years");
  EXPECT_EQ(item.summary, "A summary.");
  EXPECT_FALSE(item.content_is_summary);
  EXPECT_EQ(item.published, "2024-01-23T14:00:00+01:00");
  EXPECT_EQ(item.modified, "2024-01-23T15:00:00+01:00");
  EXPECT_EQ(item.byline, "By Ann Example");
  EXPECT_EQ(item.authors, std::vector<std::string>{"Ann Example"});
  EXPECT_EQ(item.credit, "Other Agency");
  EXPECT_EQ(item.provider, "Example News");
  EXPECT_EQ(item.rights, "Copyright 2024 Example");
  EXPECT_EQ(item.feed_link, "http://news.example/about");
  EXPECT_EQ(item.language, "en-US");
  EXPECT_EQ(item.section, "economy");
  EXPECT_EQ(item.categories, (std::vector<std::string>{"economy", "ports"}));
  EXPECT_EQ(item.not_an_article, "");
}

TEST(WireXmlTest, ANitfDocumentStandsAlone) {
  const auto document = DocumentIn(Nitf(
      R"(<title>EX-LAMP</title>
         <tobject><tobject.subject tobject.subject.type="Coast"
           tobject.subject.matter="Lights"/></tobject>
         <docdata><date.issue norm="20240123T143000+0100"/>
           <doc.copyright holder="Example News"/>
           <key-list><keyword key="lamp"/></key-list></docdata>
         <pubdata position.section="Home" name="Example Wire"/>)",
      R"(<body.head><hedline><hl1>The lamp is lit</hl1><hl2>At last</hl2>
           </hedline>
           <byline>By <person>Ann Example</person><byttl>Staff</byttl></byline>
           <distributor>Other Agency</distributor></body.head>
         <body.content><p>One.</p></body.content>)"));

  EXPECT_EQ(document.kind, DocumentKind::kNitf);
  EXPECT_EQ(document.item, std::nullopt);
  EXPECT_EQ(document.feed.title, "The lamp is lit");
  EXPECT_EQ(document.feed.subtitle, "At last");
  EXPECT_EQ(document.feed.byline, "By Ann Example");
  EXPECT_EQ(document.feed.credit, "Other Agency");
  EXPECT_EQ(document.feed.provider, "Example Wire");
  EXPECT_EQ(document.feed.published, "20240123T143000+0100");
  EXPECT_EQ(document.feed.section, "Home");
  EXPECT_EQ(document.feed.categories,
            (std::vector<std::string>{"Coast", "Lights", "lamp"}));
}

TEST(WireXmlTest, NitfBecomesHtmlWithPicturesBeside) {
  const auto document = DocumentIn(
      Nitf("", R"(<body.content><block><p>At <location>Port</location>.</p>
        <hl2>Next</hl2><note><p>To editors</p></note><bq><p>Q</p></bq>
        <media media-type="image"><media-reference source="http://x.example/a"/>
          <media-reference source="http://x.example/small"/>
          <media-caption>A <b>lamp</b></media-caption>
          <media-producer>N</media-producer></media>
        <media media-type="video"><media-reference source="http://x.example/v"/>
          <media-caption>V</media-caption></media></block></body.content>)"));

  std::string content = document.content;
  std::erase_if(content, [](char c) { return c == '\n'; });
  EXPECT_EQ(content.find("To editors"), std::string::npos);
  EXPECT_EQ(content.find("lamp"), std::string::npos);
  EXPECT_TRUE(content.starts_with("<div><p>At <location>Port</location>.</p>"))
      << content;
  EXPECT_NE(content.find("<h2>Next</h2>"), std::string::npos);
  EXPECT_NE(content.find("<blockquote><p>Q</p></blockquote>"),
            std::string::npos);
  ASSERT_EQ(document.feed.images.size(), 1U);
  EXPECT_EQ(document.feed.images[0].url, "http://x.example/a");
  EXPECT_EQ(document.feed.images[0].caption, "A lamp");
  EXPECT_EQ(document.feed.images[0].credit, "N");
}

TEST(WireXmlTest, AStoryMayBeXhtmlOrPlainText) {
  const auto html = DocumentIn(
      NewsItem("<contentSet><inlineXML contenttype=\"application/xhtml+xml\">"
               "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>x</p>"
               "</body></html></inlineXML></contentSet>"));
  const auto text = DocumentIn(
      NewsItem("<contentSet><inlineData contenttype=\"text/plain\">a &lt; b\n"
               "c</inlineData></contentSet>"));
  const auto siblings = DocumentIn(NewsItem(
      "<contentSet><inlineXML><p>a</p><p>b</p></inlineXML></contentSet>"));

  EXPECT_EQ(html.content, "<html><body><p>x</p></body></html>");
  EXPECT_EQ(html.content_markup, Markup::kHtml);
  EXPECT_EQ(text.content, "a < b\nc");
  EXPECT_EQ(text.content_markup, Markup::kText);
  EXPECT_EQ(siblings.content, "<p>a</p><p>b</p>");
}

/// A news item whose story is in `encoding`.
model::Document EncodedStory(const std::string& type, const std::string& data,
                             const std::string& encoding = "base64") {
  return DocumentIn(NewsItem("<contentSet><inlineData contenttype=\"" + type +
                             "\" encoding=\"" + encoding + "\">" + data +
                             "</inlineData></contentSet>"));
}

TEST(WireXmlTest, AStoryMayBeInBase64) {
  const std::string text = EncodeBase64("The quay, grün.");
  const std::string page = EncodeBase64("<p>The quay</p>");
  const std::string nitf =
      EncodeBase64(Nitf("",
                        "<body.head><hedline><hl1>T</hl1></hedline></body.head>"
                        "<body.content><p>The quay</p></body.content>"));

  EXPECT_EQ(EncodedStory("text/plain", text).content, "The quay, grün.");
  EXPECT_EQ(EncodedStory("", text, "enc:Base64").content, "The quay, grün.");
  EXPECT_EQ(
      EncodedStory("text/html", page.substr(0, 8) + "\n  " + page.substr(8))
          .content,
      "<p>The quay</p>");
  EXPECT_EQ(EncodedStory("text/html", page).content_markup, Markup::kHtml);
  EXPECT_EQ(EncodedStory("application/nitf+xml", nitf).content,
            "<p>The quay</p>");
  EXPECT_EQ(
      EncodedStory("text/plain;charset=iso-8859-1", EncodeBase64("gr\xFCn"))
          .content,
      "grün");
}

TEST(WireXmlTest, AnEncodedStoryThatIsNoTextIsNotRead) {
  const std::string text = EncodeBase64("The quay");

  EXPECT_EQ(EncodedStory("image/jpeg", text).content, "");
  EXPECT_EQ(EncodedStory("application/pdf", text).content, "");
  EXPECT_EQ(EncodedStory("text/plain", "*" + text).content, "");
  EXPECT_EQ(EncodedStory("", EncodeBase64("\x89PNG\r\n")).content, "");
  EXPECT_EQ(EncodedStory("text/plain", "VGhl", "uuencode").content, "");
}

TEST(WireXmlTest, WhatIsNoTextIsNoArticle) {
  const auto of = [](const std::string& meta) {
    return DocumentIn(NewsItem("<itemMeta>" + meta + "</itemMeta>" +
                               WithBody("<p>x</p>")))
        .feed.not_an_article;
  };

  EXPECT_EQ(of(R"(<itemClass qcode="ninat:picture"/>)"),
            "not text but picture");
  EXPECT_EQ(of(R"(<itemClass uri="http://cv.iptc.org/newscodes/ninature/video"
                  />)"),
            "not text but video");
  EXPECT_EQ(of(R"(<pubStatus qcode="stat:canceled"/>)"),
            "canceled by its publisher");
  EXPECT_EQ(of(R"(<itemClass qcode="ninat:composite"/>)"), "");
  EXPECT_EQ(DocumentIn("<planningItem/>").feed.not_an_article,
            "not text but planningitem");
  EXPECT_EQ(DocumentIn("<nitf><head><docdata management-status='withheld'/>"
                       "</head></nitf>")
                .feed.not_an_article,
            "withheld by its publisher");
}

TEST(WireXmlTest, AnEmbargoIsWhenItIsPublished) {
  const auto document = DocumentIn(NewsItem(
      "<itemMeta><embargoed>2024-02-01T06:00:00Z</embargoed>"
      "<versionCreated>2024-01-23T15:00:00Z</versionCreated></itemMeta>"));

  EXPECT_EQ(document.feed.published, "2024-02-01T06:00:00Z");
  EXPECT_EQ(document.feed.modified, "");
}

TEST(WireXmlTest, TheVersionIsTheDateWhereThereIsNoOther) {
  const auto document =
      DocumentIn(NewsItem("<itemMeta><versionCreated> 2024-01-23T15:00:00Z\n"
                          "</versionCreated></itemMeta>"));

  EXPECT_EQ(document.feed.published, "2024-01-23T15:00:00Z");
}

TEST(WireXmlTest, AHostMayNameTheProvider) {
  const auto host =
      DocumentIn(NewsItem("<itemMeta><provider qcode=\"web:www.wire.example\"/>"
                          "</itemMeta>"));
  const auto guid =
      DocumentIn(NewsItem("", "guid=\"tag:wire.example,2024:7\""));
  const auto code =
      DocumentIn(NewsItem("<itemMeta><provider qcode=\"nprov:EXN\"/>"
                          "</itemMeta>"));

  EXPECT_EQ(host.feed.feed_link, "http://www.wire.example/");
  EXPECT_EQ(guid.feed.feed_link, "http://wire.example/");
  EXPECT_EQ(code.feed.provider, "EXN");
}

TEST(WireXmlTest, TheMainHeadlineWins) {
  EXPECT_EQ(DocumentIn(NewsItem("<contentMeta><headline role='hlrole:short'>S"
                                "</headline><headline role='hlrole:main'>M"
                                "</headline></contentMeta>"))
                .feed.title,
            "M");
  EXPECT_EQ(DocumentIn(NewsItem("<itemMeta><title>T</title></itemMeta>"
                                "<contentMeta><headline role='hlrole:short'>S"
                                "</headline></contentMeta>"))
                .feed.title,
            "S");
}

TEST(WireXmlTest, BreaksPartTheWordsOfALine) {
  const auto document = DocumentIn(
      Nitf("",
           "<body.head><hedline><hl1>One<br/>two<p>three</p>four</hl1>"
           "</hedline>"
           "<byline>By <person>Ann</person><br/>and Ben</byline>"
           "<abstract><p>A.</p><p>B.</p></abstract></body.head>"
           "<body.content><p>x</p></body.content>"));

  EXPECT_EQ(document.feed.title, "One two three four");
  EXPECT_EQ(document.feed.byline, "By Ann and Ben");
  EXPECT_EQ(document.feed.summary, "A. B.");
}

TEST(WireXmlTest, AFractionKeepsItsStroke) {
  const std::string half =
      "<frac><numer>1</numer><frac-sep>/</frac-sep>"
      "<denom>2</denom></frac>";
  const auto document =
      DocumentIn(Nitf("", "<body.head><hedline><hl1>A " + half +
                              "</hl1></hedline></body.head><body.content><p>" +
                              half + "</p></body.content>"));

  EXPECT_EQ(document.feed.title, "A 1/2");
  EXPECT_EQ(document.content,
            "<p><frac><numer>1</numer>/<denom>2</denom></frac></p>");
}

std::string Message(const std::string& items) {
  return "<newsMessage" + std::string(kSpace) +
         "><header><sent>2024-01-23T15:00:00Z</sent></header><itemSet>" +
         items + "</itemSet></newsMessage>";
}

TEST(WireXmlTest, AMessageGivesItsItems) {
  const auto items =
      Decoded(Message("<newsItem guid='a'>" + WithBody("<p>A</p>") +
                      "</newsItem><conceptItem/><newsItem guid='b'>" +
                      WithBody("<p>B</p>") + "</newsItem>"));

  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0]->content, "<p>A</p>");
  EXPECT_EQ(items[0]->item, 0);
  EXPECT_NE(items[1]->feed.not_an_article, "");
  EXPECT_EQ(items[2]->content, "<p>B</p>");
  EXPECT_EQ(items[2]->item, 2);
  EXPECT_NE(items[0]->id, items[2]->id);
}

TEST(WireXmlTest, APackageAloneGivesWhatItDescribes) {
  const auto items = Decoded(
      "<packageItem xml:lang='en'><itemMeta><provider><name>P</name></provider>"
      "</itemMeta><groupSet><group><itemRef residref='a'><title>T</title>"
      "<description>D</description></itemRef><itemRef residref='b'>"
      "<title>U</title></itemRef></group></groupSet></packageItem>");

  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0]->item, 0);
  EXPECT_EQ(items[0]->feed.title, "T");
  EXPECT_EQ(items[0]->content, "D");
  EXPECT_TRUE(items[0]->feed.content_is_summary);
  EXPECT_EQ(items[0]->feed.provider, "P");
}

TEST(WireXmlTest, ReferencesWithoutATargetAreItems) {
  const auto items = Decoded(
      "<packageItem><groupSet><group>"
      "<itemRef "
      "href='http://x.example/1'><description>D</description></itemRef>"
      "<itemRef "
      "href='http://x.example/2'><description>E</description></itemRef>"
      "</group></groupSet></packageItem>");

  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0]->url, "http://x.example/1");
  EXPECT_EQ(items[1]->content, "E");
}

TEST(WireXmlTest, ItemsOfAMessageAreNotTakenTwice) {
  const auto items = Decoded(
      Message("<packageItem><groupSet><group>"
              "<itemRef residref='a'><description>D</description></itemRef>"
              "<itemRef residref='c'><description>E</description></itemRef>"
              "<itemRef residref='c'><description>E</description></itemRef>"
              "</group></groupSet></packageItem><newsItem guid='a'>" +
              WithBody("<p>A</p>") + "</newsItem>"));

  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0]->content, "E");
  EXPECT_EQ(items[1]->content, "<p>A</p>");
  EXPECT_EQ(items[1]->item, 1);
}

TEST(WireXmlTest, OfEqualReferencesTheFirstCounts) {
  const auto items = Decoded(
      "<packageItem><groupSet><group>"
      "<itemRef residref='a'><description>A</description></itemRef>"
      "<itemRef residref='b'><description>B</description></itemRef>"
      "<itemRef residref='a'><description>C</description></itemRef>"
      "</group></groupSet></packageItem>");

  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0]->content, "A");
  EXPECT_EQ(items[1]->content, "B");
}

TEST(WireXmlTest, AWithdrawnPackageGivesNoArticle) {
  const auto document = DocumentIn(
      "<packageItem><itemMeta><pubStatus qcode='stat:withheld'/></itemMeta>"
      "<groupSet><group><itemRef residref='a'><description>A</description>"
      "</itemRef></group></groupSet></packageItem>");

  EXPECT_EQ(document.feed.not_an_article, "withheld by its publisher");
}

TEST(WireXmlTest, RefusesCleanly) {
  const auto reason = [](std::string xml, const Options& options = {}) {
    const auto items = Decoded(std::move(xml), options);
    EXPECT_EQ(items.size(), 1U);
    return items[0] ? Reason::kCrashed : items[0].error().reason;
  };

  EXPECT_EQ(reason("<newsItem>"), Reason::kMalformed);
  EXPECT_EQ(reason(Message("")), Reason::kEmptyFeed);
  EXPECT_EQ(reason(Message("<newsItem/><newsItem/>"), {.max_items = 1}),
            Reason::kLimit);
  EXPECT_EQ(reason("<?xml version='1.0'?><contentMeta/>"),
            Reason::kUnsupported);
}

TEST(WireXmlTest, AWireIsKnownByItsRootWhateverItIsCalled) {
  for (const char* type : {"", "text/xml", "text/plain", "application/xml",
                           "application/vnd.iptc.g2.newsitem+xml"}) {
    model::RawMessage message;
    message.value = NewsItem(WithBody("<p>x</p>"));
    message.headers = {{"content-type", type}, {"url", "http://x.example/1"}};

    const auto items = Decode(message, {});

    ASSERT_TRUE(items[0]) << type << ": " << items[0].error().detail;
    EXPECT_EQ(items[0]->kind, DocumentKind::kNewsml) << type;
    EXPECT_EQ(items[0]->url, "http://x.example/1");
  }
}

TEST(WireXmlTest, ChoosesTheHeadlineInTheLanguageOfTheItem) {
  const auto document =
      DocumentIn(NewsItem("<contentMeta><headline>Rain in May</headline>"
                          "<headline xml:lang=\"nb-NO\">Regn i mai</headline>"
                          "<language tag=\"nb\"/></contentMeta>" +
                          WithBody("<p>Det regnet.</p>")));

  EXPECT_EQ(document.feed.language, "nb");
  EXPECT_EQ(document.feed.title, "Regn i mai");
}

TEST(WireXmlTest, KeepsAHeadlineInAnotherLanguageIfThereIsNoOther) {
  EXPECT_EQ(DocumentIn(NewsItem("<contentMeta><headline>Rain in May</headline>"
                                "<language tag=\"nb\"/></contentMeta>" +
                                WithBody("<p>Det regnet.</p>")))
                .feed.title,
            "Rain in May");
}

}  // namespace
}  // namespace newsmill::input
