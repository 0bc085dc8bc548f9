#include "fmt/format.h"
#include "gtest/gtest.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

using model::Document;
using model::DocumentKind;
using model::Markup;
using model::Reason;

std::vector<Item> Decoded(std::string feed, const Options& options = {},
                          std::string url = "https://paper.example/feed") {
  model::RawMessage message;
  message.value = std::move(feed);
  message.headers = {{"content-type", "application/xml"},
                     {"url", std::move(url)}};
  return Decode(message, options);
}

/// The documents of a feed that has no bad item.
std::vector<Document> DocumentsOf(std::string feed) {
  std::vector<Document> documents;
  for (Item& item : Decoded(std::move(feed))) {
    EXPECT_TRUE(item) << item.error().detail;
    if (item) documents.push_back(*std::move(item));
  }
  return documents;
}

/// The only document of a feed with that inside of its item.
Document RssItem(const std::string& inside) {
  auto documents = DocumentsOf(
      "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"
      " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
      " xmlns:media='http://search.yahoo.com/mrss/'"
      " xmlns:atom='http://www.w3.org/2005/Atom'>"
      "<channel><item>" +
      inside + "</item></channel></rss>");
  return documents.empty() ? Document() : documents.front();
}

Document AtomEntry(const std::string& inside) {
  auto documents =
      DocumentsOf("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + inside +
                  "</entry></feed>");
  return documents.empty() ? Document() : documents.front();
}

Reason ReasonOf(std::string feed, const Options& options = {}) {
  const auto items = Decoded(std::move(feed), options);
  EXPECT_EQ(items.size(), 1U);
  return items.front() ? Reason::kCrashed : items.front().error().reason;
}

TEST(XmlFeedTest, AnAtomEntryMayBeADocument) {
  for (const std::string root :
       {"entry xmlns='http://www.w3.org/2005/Atom'",
        "entry xmlns='http://purl.org/atom/ns#' xml:lang='en'"}) {
    const auto documents = DocumentsOf(
        "<?xml version='1.0'?><" + root +
        "><title>T</title><link href='/a'/><author><name>A</name></author>"
        "<published>2026-03-03T08:00:00Z</published><source><title>F</title>"
        "</source><content type='html'>&lt;p&gt;x&lt;/p&gt;</content></entry>");

    ASSERT_EQ(documents.size(), 1U) << root;
    EXPECT_EQ(documents[0].kind, DocumentKind::kAtom);
    EXPECT_EQ(documents[0].url, "https://paper.example/a");
    EXPECT_EQ(documents[0].content, "<p>x</p>");
    EXPECT_EQ(documents[0].feed.title, "T");
    EXPECT_EQ(documents[0].feed.authors, std::vector<std::string>{"A"});
    EXPECT_EQ(documents[0].feed.published, "2026-03-03T08:00:00Z");
  }
}

TEST(XmlFeedTest, ReadsRss11) {
  for (const std::string r : {"", "r:"}) {
    const std::string space = r.empty() ? "xmlns" : "xmlns:r";
    const auto documents = DocumentsOf(fmt::format(
        "<{0}Channel {1}='http://purl.org/net/rss1.1#'"
        " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        "<{0}title>F</{0}title><{0}items rdf:parseType='Collection'>"
        "<{0}item rdf:about='https://paper.example/1'>"
        "<{0}title>T</{0}title></{0}item>"
        "<{0}item rdf:about='https://paper.example/2'/></{0}items>"
        "</{0}Channel>",
        r, space));

    ASSERT_EQ(documents.size(), 2U) << r;
    EXPECT_EQ(documents[0].kind, DocumentKind::kRss);
    EXPECT_EQ(documents[0].url, "https://paper.example/1");
    EXPECT_EQ(documents[0].feed.title, "T");
    EXPECT_EQ(documents[0].feed.feed_title, "F");
  }
}

TEST(XmlFeedTest, OldRssNeedsNoNamespace) {
  for (const std::string root : {"rdf:RDF", "RDF"}) {
    const auto documents = DocumentsOf(
        fmt::format("<{0}><channel><title>F</title><items><rdf:Seq>"
                    "<rdf:li resource='a'/></rdf:Seq></items></channel>"
                    "<item rdf:about='https://paper.example/1'><title>T</title>"
                    "<dc:creator>A</dc:creator></item></{0}>",
                    root));

    ASSERT_EQ(documents.size(), 1U) << root;
    EXPECT_EQ(documents[0].feed.title, "T");
    EXPECT_EQ(documents[0].feed.authors, std::vector<std::string>{"A"});
  }
}

TEST(XmlFeedTest, ReadsEveryFieldOfRss) {
  const auto documents = DocumentsOf(R"(<?xml version="1.0"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>The Paper</title><link>https://paper.example/</link>
      <language>en-gb</language>
      <item><title>Ferry sails again</title><link>/ferry</link>
        <guid isPermaLink="false">tag:1</guid>
        <pubDate>Tue, 23 Jan 2024 14:30:00 +0100</pubDate>
        <dc:creator>Ann Example</dc:creator>
        <author>desk@paper.example (Desk)</author>
        <category>Harbour</category><category>Town</category>
        <description>Short.</description>
        <content:encoded><![CDATA[<p>Long &amp; whole.</p>]]></content:encoded>
      </item>
      <item><title>Second</title></item>
    </channel></rss>)");

  ASSERT_EQ(documents.size(), 2U);
  const Document& first = documents[0];
  EXPECT_EQ(first.kind, DocumentKind::kRss);
  EXPECT_EQ(first.item, 0);
  EXPECT_EQ(first.url, "https://paper.example/ferry");
  EXPECT_EQ(first.content, "<p>Long &amp; whole.</p>");
  EXPECT_EQ(first.content_markup, Markup::kHtml);
  EXPECT_EQ(first.feed.title, "Ferry sails again");
  EXPECT_EQ(first.feed.guid, "tag:1");
  EXPECT_EQ(first.feed.published, "Tue, 23 Jan 2024 14:30:00 +0100");
  EXPECT_EQ(first.feed.authors, std::vector<std::string>{"Ann Example"});
  EXPECT_EQ(first.feed.categories,
            (std::vector<std::string>{"Harbour", "Town"}));
  EXPECT_EQ(first.feed.summary, "Short.");
  EXPECT_FALSE(first.feed.content_is_summary);
  EXPECT_EQ(first.feed.feed_title, "The Paper");
  EXPECT_EQ(first.feed.feed_url, "https://paper.example/feed");
  EXPECT_EQ(first.feed.feed_link, "https://paper.example/");
  EXPECT_EQ(first.feed.language, "en-gb");
  EXPECT_EQ(documents[1].item, 1);
  EXPECT_EQ(documents[1].url, "");
}

TEST(XmlFeedTest, ReadsEveryFieldOfAtom) {
  const auto documents = DocumentsOf(R"(
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"
          xml:base="https://blatt.example/">
      <title>Das Blatt</title><link href="/"/><link rel="self" href="atom"/>
      <author><name>Redaktion</name></author>
      <entry xml:base="2024/"><title type="html">F&amp;auml;hre</title>
        <link rel="related" href="other"/><link href="faehre"/><id>urn:1</id>
        <published>2024-01-23T14:30:00Z</published>
        <updated>2024-01-24T08:00:00Z</updated>
        <author><name>Max Muster</name><email>m@blatt.example</email></author>
        <category term="h" label="Hafen"/>
        <summary>Kurz</summary>
        <content type="xhtml" xml:lang="de-AT"><div
          xmlns="http://www.w3.org/1999/xhtml"><p>a &lt; b<br/></p></div>
        </content>
        <source><title>Anderes</title><id>urn:x</id></source>
      </entry>
      <entry><title>Zwei</title></entry>
    </feed>)");

  ASSERT_EQ(documents.size(), 2U);
  const Document& first = documents[0];
  EXPECT_EQ(first.kind, DocumentKind::kAtom);
  EXPECT_EQ(first.url, "https://blatt.example/2024/faehre");
  EXPECT_EQ(first.content, "<div><p>a &lt; b<br></p></div>");
  EXPECT_EQ(first.feed.title, "F&auml;hre");
  EXPECT_EQ(first.feed.title_markup, Markup::kHtml);
  EXPECT_EQ(first.feed.guid, "urn:1");
  EXPECT_EQ(first.feed.published, "2024-01-23T14:30:00Z");
  EXPECT_EQ(first.feed.modified, "2024-01-24T08:00:00Z");
  EXPECT_EQ(first.feed.authors, std::vector<std::string>{"Max Muster"});
  EXPECT_EQ(first.feed.categories, std::vector<std::string>{"Hafen"});
  EXPECT_EQ(first.feed.summary, "Kurz");
  EXPECT_EQ(first.feed.summary_markup, Markup::kText);
  EXPECT_EQ(first.feed.language, "de-AT");
  EXPECT_EQ(first.feed.base_url, "https://blatt.example/2024/");
  EXPECT_EQ(first.feed.feed_link, "https://blatt.example/");
  EXPECT_EQ(documents[1].feed.authors, std::vector<std::string>{"Redaktion"});
  EXPECT_EQ(documents[1].feed.language, "de");
}

TEST(XmlFeedTest, ReadsRss1AndAtom03) {
  const auto rdf = DocumentsOf(R"(
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
             xmlns="http://purl.org/rss/1.0/"
             xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>C</title><items><rdf:Seq/></items></channel>
      <item rdf:about="http://a.example/1"><title>T</title>
        <dc:date>2024-01-23</dc:date></item>
    </rdf:RDF>)");
  const auto atom = DocumentsOf(R"(
    <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
      <issued>2024-01-23</issued><modified>2024-01-24</modified>
      <content type="text/html" mode="escaped">&lt;p>x</content>
    </entry></feed>)");

  ASSERT_EQ(rdf.size(), 1U);
  EXPECT_EQ(rdf[0].url, "http://a.example/1");
  EXPECT_EQ(rdf[0].feed.published, "2024-01-23");
  EXPECT_EQ(rdf[0].feed.feed_title, "C");
  ASSERT_EQ(atom.size(), 1U);
  EXPECT_EQ(atom[0].feed.published, "2024-01-23");
  EXPECT_EQ(atom[0].feed.modified, "2024-01-24");
  EXPECT_EQ(atom[0].content, "<p>x");
}

TEST(XmlFeedTest, ADescriptionAloneIsTheContent) {
  const Document document = RssItem("<description>&lt;p>x</description>");

  EXPECT_EQ(document.content, "<p>x");
  EXPECT_TRUE(document.feed.content_is_summary);
  EXPECT_EQ(document.feed.summary, "");
}

TEST(XmlFeedTest, MarkupThatIsNotEscapedIsKept) {
  EXPECT_EQ(RssItem("<description>a <b>b</b> c</description>").content,
            "a <b>b</b> c");
  EXPECT_EQ(AtomEntry("<content type='application/xml'><x y='1'>z</x>"
                      "</content>")
                .content,
            "<x y=\"1\">z</x>");
}

TEST(XmlFeedTest, AtomTextSaysWhatItIs) {
  EXPECT_EQ(AtomEntry("<title>a</title>").feed.title_markup, Markup::kText);
  EXPECT_EQ(AtomEntry("<summary>1 &lt; 2</summary>").content_markup,
            Markup::kText);
  EXPECT_EQ(AtomEntry("<summary>&lt;p>x&lt;/p></summary>").content_markup,
            Markup::kHtml);
  EXPECT_EQ(AtomEntry("<content type='application/octet-stream'>eA==</content>")
                .content,
            "x");
  EXPECT_EQ(AtomEntry("<content type='image/png'>eA==</content>").content, "");
}

TEST(XmlFeedTest, AGuidMayBeTheLink) {
  EXPECT_EQ(RssItem("<guid>http://a.example/1</guid>").url,
            "http://a.example/1");
  EXPECT_EQ(RssItem("<guid isPermaLink='false'>http://a.example/1</guid>").url,
            "");
  EXPECT_EQ(RssItem("<guid>http://a.example/1</guid><link>/2</link>").url,
            "https://paper.example/2");
  EXPECT_EQ(RssItem("<link/>").url, "");
}

TEST(XmlFeedTest, ReadsImages) {
  const Document document = RssItem(
      "<media:group><media:content url='/a' medium='image'>"
      "<media:title>t</media:title><media:description>A "
      "quay</media:description>"
      "<media:credit>Photographer</media:credit></media:content>"
      "<media:content url='v.mp4' type='video/mp4'/></media:group>"
      "<enclosure url='b.jpg' type='image/jpeg'/>"
      "<enclosure url='p.mp3' type='audio/mpeg'/>"
      "<media:thumbnail url='/a'/><title>T</title>");

  ASSERT_EQ(document.feed.images.size(), 2U);
  EXPECT_EQ(document.feed.images[0].url, "https://paper.example/a");
  EXPECT_EQ(document.feed.images[0].caption, "A quay");
  EXPECT_EQ(document.feed.images[0].credit, "Photographer");
  EXPECT_EQ(document.feed.images[1].url, "https://paper.example/b.jpg");
  EXPECT_EQ(document.feed.title, "T");
}

TEST(XmlFeedTest, PrefixesMatterLessThanNamespaces) {
  const auto documents = DocumentsOf(
      "<rss xmlns:x='http://purl.org/dc/elements/1.1/'><channel><item>"
      "<x:creator>A</x:creator><dc:creator>B</dc:creator>"
      "<y:creator>C</y:creator></item></channel></rss>");

  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].feed.authors, (std::vector<std::string>{"A", "B"}));
}

TEST(XmlFeedTest, WhatReadersForgiveIsRead) {
  EXPECT_EQ(RssItem("<title>a&nbsp;b &eacute; AT&T</title>").feed.title,
            "a\u00A0b é AT&T");
  EXPECT_EQ(RssItem("<link>http://a.example/?a=1&b=2</link>").url,
            "http://a.example/?a=1&b=2");
  EXPECT_EQ(RssItem("<title>a\x02"
                    "b&#3;c &#146;</title>")
                .feed.title,
            "abc ’");
  EXPECT_EQ(DocumentsOf("\n <?xml version='1.0' encoding='utf-16'?><rss>"
                        "<channel><item><title>é</title></item></channel></rss")
                .size(),
            1U);
}

TEST(XmlFeedTest, TheWrongDeclaredEncodingIsNotBelieved) {
  const auto documents = DocumentsOf(
      "<?xml version='1.0' encoding='UTF-8'?><rss><channel><item>"
      "<title>caf\xE9</title></item></channel></rss>");

  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].feed.title, "café");
}

TEST(XmlFeedTest, RefusesCleanly) {
  EXPECT_EQ(ReasonOf("<rss><channel/></rss>"), Reason::kEmptyFeed);
  EXPECT_EQ(ReasonOf("<rss><channel></item></channel></rss>"),
            Reason::kMalformed);
  EXPECT_EQ(ReasonOf("<feed>"), Reason::kMalformed);
  const auto items = Decoded("<rss>\n<a></b>");
  EXPECT_EQ(items.front().error().detail,
            "XML, line 2, column 5: mismatched tag");
}

TEST(XmlFeedTest, LimitsItemsAndDepth) {
  const std::string three =
      "<rss><channel><item/><item/><item/></channel></rss>";
  std::string deep = "<rss><channel><item><description>";
  for (int i = 0; i < 300; ++i) deep += "<b>";

  EXPECT_EQ(Decoded(three, {.max_items = 3}).size(), 3U);
  EXPECT_EQ(ReasonOf(three, {.max_items = 2}), Reason::kLimit);
  EXPECT_EQ(ReasonOf(deep), Reason::kLimit);
}

TEST(XmlFeedTest, EntitiesAreNotExpandedWithoutEnd) {
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 'xxxxxxxxxxxxxxxxxxxx'>";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    std::string many;
    for (int k = 0; k < 10; ++k) many += before;
    bomb += "<!ENTITY a" + std::to_string(i) + " '" + many + "'>";
  }
  bomb += "]><rss><channel><item><title>&a11;</title></item></channel></rss>";

  EXPECT_EQ(ReasonOf(bomb), Reason::kLimit);
  EXPECT_EQ(ReasonOf(bomb, {.max_unpacked_bytes = 1000}), Reason::kLimit);
}

TEST(XmlFeedTest, CategoriesMayHoldOthers) {
  const auto documents = DocumentsOf(
      "<rss xmlns:itunes='http://www.itunes.com/DTDs/PodCast-1.0.dtd'>"
      "<channel><item><itunes:category text='Technology'>"
      "<itunes:category text='Gadgets'/></itunes:category></item></channel>"
      "</rss>");

  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].feed.categories,
            (std::vector<std::string>{"Technology", "Gadgets"}));
}

TEST(XmlFeedTest, ATextMayBeInNoLanguage) {
  const auto language = [](const std::string& content) {
    return DocumentsOf(
               "<feed xmlns='http://www.w3.org/2005/Atom' "
               "xml:lang='en_GB'><entry>" +
               content + "</entry></feed>")
        .front()
        .feed.language;
  };

  EXPECT_EQ(language("<title>x</title>"), "en-GB");
  EXPECT_EQ(language("<content>x</content>"), "en-GB");
  EXPECT_EQ(language("<content xml:lang=''>x</content>"), "");
}

TEST(XmlFeedTest, NothingExternalIsRead) {
  const auto documents = DocumentsOf(
      "<!DOCTYPE rss [<!ENTITY e SYSTEM 'file:///etc/passwd'>"
      "<!ENTITY own 'mine'>]><rss><channel><item>"
      "<title>a&e;b &own;</title></item></channel></rss>");

  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].feed.title, "ab mine");
}

TEST(XmlFeedTest, AFeedIsKnownByItsRoot) {
  for (const char* type : {"text/html", "text/plain", "text/xml", ""}) {
    model::RawMessage message;
    message.value = "<!-- c --><rss><channel><item/></channel></rss>";
    message.headers = {{"content-type", type}};
    EXPECT_EQ(Decode(message, {}).front()->kind, DocumentKind::kRss) << type;
  }
}

TEST(XmlFeedTest, ItemsHaveIdsOfTheirOwn) {
  const auto items =
      DocumentsOf("<rss><channel><item/><item/></channel></rss>");

  ASSERT_EQ(items.size(), 2U);
  EXPECT_NE(items[0].id, items[1].id);
}

TEST(XmlFeedTest, TheEnvelopeNamesTheFeedAndTheSource) {
  model::RawMessage message;
  message.value =
      R"({"id": "7", "source": "The Paper", "content_type": "text/xml",
          "url": "http://a.example/f", "feed": {"title": "Envelope's"},
          "content": "<rss><channel><item><link>x</link></item></channel></rss>"
         })";
  const auto items = Decode(message, {});

  ASSERT_TRUE(items.front());
  EXPECT_EQ(items.front()->input_id, "7");
  EXPECT_EQ(items.front()->source, "The Paper");
  EXPECT_EQ(items.front()->url, "http://a.example/x");
  EXPECT_EQ(items.front()->feed.feed_title, "Envelope's");
}

TEST(AtomFeedTest, AnEntryWithoutAuthorsHasTheAuthorsOfItsSource) {
  const std::string source =
      "<source><title>Island Post</title><author><name>Ida Holm</name></author>"
      "</source>";
  const Document copied = AtomEntry("<title>Rain</title>" + source);
  const Document signed_one =
      AtomEntry(source + "<author><name>Jon Berg</name></author>");

  EXPECT_EQ(copied.feed.title, "Rain");
  EXPECT_EQ(copied.feed.credit, "Island Post");
  EXPECT_EQ(copied.feed.authors, std::vector<std::string>{"Ida Holm"});
  EXPECT_EQ(signed_one.feed.authors, std::vector<std::string>{"Jon Berg"});
}

TEST(RssFeedTest, TheSourceOfAnItemIsItsCredit) {
  EXPECT_EQ(
      RssItem("<source url='https://post.example/rss'>Island Post</source>")
          .feed.credit,
      "Island Post");
  EXPECT_EQ(
      RssItem("<dc:source>https://post.example/1</dc:source>").feed.credit, "");
}

TEST(XmlFeedTest, TheTextOfAnImageMayBeItsUrl) {
  const Document document = RssItem(
      "<image> https://paper.example/a.jpg </image><image>A quay</image>"
      "<title>T</title>");

  ASSERT_EQ(document.feed.images.size(), 1U);
  EXPECT_EQ(document.feed.images[0].url, "https://paper.example/a.jpg");
}

}  // namespace
}  // namespace newsmill::input
