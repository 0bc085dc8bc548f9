#include "decoded.h"
#include "gtest/gtest.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

using model::DocumentKind;
using model::Markup;
using model::Reason;

TEST(NinjsTest, ReadsVersionOne) {
  const auto document = DocumentIn(R"({
    "uri": "http://wire.example/1", "type": "text", "language": "fr",
    "versioncreated": "2024-01-23T15:00:00+01:00",
    "firstcreated": "2024-01-23T14:00:00+01:00", "pubstatus": "usable",
    "headline": "The lamp is lit", "title": "EX-LAMP", "slugline": "lamp",
    "byline": "By Ann Example", "copyrightholder": "Example Wire",
    "creditline": "Example Wire/Other", "body_text": "One.",
    "body_xhtml": "<p>One.</p>", "description_text": "A summary.",
    "subject": [{"name": "economy", "code": "medtop:04000000"}],
    "associations": {"lead": {"type": "picture", "byline": "N",
      "description_text": "A lamp", "renditions": {
        "thumb": {"href": "http://wire.example/t.jpg",
                  "mimetype": "image/jpeg", "width": 70},
        "main": {"href": "http://wire.example/m.jpg",
                 "mimetype": "image/jpeg", "width": 700}}}}})");

  EXPECT_EQ(document.kind, DocumentKind::kNinjs);
  EXPECT_EQ(document.item, std::nullopt);
  EXPECT_EQ(document.url, "http://wire.example/1");
  EXPECT_EQ(document.content, "<p>One.</p>");
  EXPECT_EQ(document.content_markup, Markup::kHtml);
  const model::FeedItem& item = document.feed;
  EXPECT_EQ(item.title, "The lamp is lit");
  EXPECT_EQ(item.summary, "A summary.");
  EXPECT_EQ(item.published, "2024-01-23T14:00:00+01:00");
  EXPECT_EQ(item.modified, "2024-01-23T15:00:00+01:00");
  EXPECT_EQ(item.byline, "By Ann Example");
  EXPECT_EQ(item.credit, "Example Wire/Other");
  EXPECT_EQ(item.provider, "Example Wire");
  EXPECT_EQ(item.language, "fr");
  EXPECT_EQ(item.section, "economy");
  EXPECT_EQ(item.categories, std::vector<std::string>{"economy"});
  ASSERT_EQ(item.images.size(), 1U);
  EXPECT_EQ(item.images[0].url, "http://wire.example/m.jpg");
  EXPECT_EQ(item.images[0].caption, "A lamp");
  EXPECT_EQ(item.images[0].credit, "N");
}

TEST(NinjsTest, ReadsVersionThree) {
  const auto document = DocumentIn(R"({
    "standard": {"name": "ninjs", "version": "3.0"},
    "uri": "urn:newsml:wire.example:20240123:1", "type": "text",
    "versionCreated": "2024-01-23T15:00:00+01:00", "by": "Ann Example",
    "headlines": [{"role": "sub", "value": "At last"},
                  {"role": "main", "value": "The lamp is lit"}],
    "bodies": [{"contentType": "application/xml", "value": "<X>"},
               {"contentType": "text/plain", "value": "One."}],
    "descriptions": [{"role": "creditline", "value": "Other"},
                     {"role": "text", "value": "A summary."}],
    "infoSources": [{"name": "Third"}],
    "associations": [{"type": "picture", "renditions": [
      {"href": "http://wire.example/m.jpg", "contentType": "image/jpeg"}]},
      {"type": "video", "renditions": [
      {"href": "http://wire.example/v.jpg", "contentType": "image/jpeg"}]}]})");

  EXPECT_EQ(document.url, "");
  EXPECT_EQ(document.content, "One.");
  EXPECT_EQ(document.content_markup, Markup::kText);
  EXPECT_EQ(document.feed.title, "The lamp is lit");
  EXPECT_EQ(document.feed.subtitle, "At last");
  EXPECT_EQ(document.feed.summary, "A summary.");
  EXPECT_EQ(document.feed.credit, "Other");
  EXPECT_EQ(document.feed.published, "2024-01-23T15:00:00+01:00");
  EXPECT_EQ(document.feed.feed_link, "http://wire.example/");
  EXPECT_EQ(document.feed.images.size(), 1U);
}

TEST(NinjsTest, ABodyMayBeNitf) {
  const auto document = DocumentIn(R"({"uri": "u", "bodies": [
    {"contentType": "text/vnd.IPTC.NITF",
     "value": "<nitf><body><body.head><distributor>D</distributor></body.head><body.content><p>One.</p></body.content></body></nitf>"},
    {"contentType": "text/plain", "value": "Two."}]})");

  EXPECT_EQ(document.content, "<p>One.</p>");
  EXPECT_EQ(document.feed.credit, "D");
}

TEST(NinjsTest, BrokenNitfLeavesTheOtherBodies) {
  const auto document = DocumentIn(R"({"uri": "u", "bodies": [
    {"contentType": "text/vnd.IPTC.NITF", "value": "<nitf>"},
    {"contentType": "text/plain", "value": "Two."}]})");

  EXPECT_EQ(document.content, "Two.");
}

TEST(NinjsTest, WhatIsNoNitfIsReadAsHtml) {
  const auto document = DocumentIn(
      R"({"uri": "u", "body_nitf": "<p>One.</p><p>Two.</p>",
          "description_text": "A summary."})");

  EXPECT_EQ(document.content, "<p>One.</p><p>Two.</p>");
  EXPECT_EQ(document.content_markup, Markup::kHtml);
  EXPECT_FALSE(document.feed.content_is_summary);
}

TEST(NinjsTest, NitfBeyondALimitIsRefused) {
  const auto items = Decoded(
      R"({"uri": "u", "description_text": "A summary.", "body_nitf":
          "<nitf><body><body.content><p>x</p></body.content></body></nitf>"})",
      {.max_xml_depth = 3});

  ASSERT_EQ(items.size(), 1U);
  ASSERT_FALSE(items[0]);
  EXPECT_EQ(items[0].error().reason, Reason::kLimit);
}

TEST(NinjsTest, ADescriptionAloneIsAnExcerpt) {
  const auto document = DocumentIn(
      R"({"uri": "u", "type": "text", "description_text": "A summary."})");

  EXPECT_EQ(document.content, "A summary.");
  EXPECT_TRUE(document.feed.content_is_summary);
}

TEST(NinjsTest, WhatIsNoTextIsNoArticle) {
  const auto of = [](const std::string& members) {
    return DocumentIn("{\"uri\": \"u\", \"headline\": \"h\", " + members + "}")
        .feed.not_an_article;
  };

  EXPECT_EQ(of(R"("type": "picture", "body_text": "x")"),
            "not text but picture");
  EXPECT_EQ(of(R"("pubStatus": "canceled", "type": "text")"),
            "canceled by its publisher");
  EXPECT_EQ(of(R"("eventDetails": {}, "description_text": "x")"),
            "not text but event");
  EXPECT_EQ(of(R"("eventDetails": {}, "body_text": "x")"), "");
  EXPECT_EQ(of(R"("type": "composite", "body_text": "x")"), "");
}

TEST(NinjsTest, ACompositeWithoutATextGivesItsParts) {
  const auto items = Decoded(R"({"uri": "u", "type": "composite",
    "headline": "Both", "associations": {
      "a": {"uri": "a", "type": "text", "headline": "A", "body_text": "x"},
      "p": {"uri": "p", "type": "picture", "body_text": "x"},
      "b": {"uri": "b", "type": "text", "headline": "B", "body_text": "y"}}})");

  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0]->item, 0);
  EXPECT_EQ(items[1]->item, 1);
  EXPECT_EQ(items[1]->feed.title, "B");
  EXPECT_NE(items[0]->id, items[1]->id);
}

TEST(NinjsTest, ATextWithASummaryIsNotItsAssociations) {
  const auto documents = [](const std::string& members) {
    return Decoded(R"({"uri": "u", "headline": "h", )" + members +
                   R"(, "associations": [
      {"uri": "a", "type": "text", "headline": "A", "body_text": "x"}]})");
  };
  const auto text =
      documents(R"("type": "text", "description_text": "A summary.")");
  const auto composite =
      documents(R"("type": "composite", "description_text": "A summary.")");
  const auto bare = documents(
      R"("type": "text", "descriptions": [{"role": "writer", "value": "N"}])");

  ASSERT_TRUE(text[0] && composite[0] && bare[0]);
  EXPECT_EQ(text[0]->content, "A summary.");
  EXPECT_EQ(composite[0]->content, "x");
  EXPECT_EQ(bare[0]->content, "x");
}

TEST(NinjsTest, WhoTookThePicturesIsNoAuthor) {
  const auto document = DocumentIn(R"({"uri": "u", "body_text": "x",
    "authors": [{"name": "Ann"}, {"name": "Ben", "role": "Reporter"},
      {"name": "Cleo", "role": "Photographer"},
      {"name": "Dan", "role": "x:editor"}]})");

  EXPECT_EQ(document.feed.authors, (std::vector<std::string>{"Ann", "Ben"}));
}

TEST(NinjsTest, TheMainBodyAndHeadlineWin) {
  const auto document = DocumentIn(R"({"uri": "u", "headlines": [
      {"role": "short", "value": "S"}, {"role": "main", "value": "M"}],
    "bodies": [
      {"role": "teaser", "contentType": "text/html", "value": "<p>T</p>"},
      {"role": "teaser", "contentType": "text/vnd.iptc.nitf", "value":
       "<nitf><body><body.content><p>N</p></body.content></body></nitf>"},
      {"role": "main", "contentType": "text/plain", "value": "One."}]})");

  EXPECT_EQ(document.content, "One.");
  EXPECT_EQ(document.feed.title, "M");
}

TEST(NinjsTest, ARoleMayNameTheFormOfABody) {
  const auto document = DocumentIn(R"({"uri": "u", "bodies": [
    {"role": "main", "contentType": "text/plain", "value": "One."},
    {"role": "richtext", "contentType": "text/html", "value": "<p>One.</p>"},
    {"role": "short", "contentType": "text/html", "value": "<p>S</p>"}]})");

  EXPECT_EQ(document.content, "<p>One.</p>");
}

TEST(NinjsTest, ABodyMayBeInBase64) {
  const auto body = [](const std::string& members) {
    return DocumentIn(R"({"uri": "u", "headline": "T", "bodies": [{)" +
                      members + "}]}")
        .content;
  };

  EXPECT_EQ(body(R"("contentType": "text/html", "encoding": "base64",
                    "value": "PHA+VGhlIHF1YXk8L3A+")"),
            "<p>The quay</p>");
  EXPECT_EQ(body(R"("contentEncoding": "BASE64", "value": "VGhlIHF1YXk=")"),
            "The quay");
  EXPECT_EQ(body(R"("encoding": "base64", "value": "no *base64*")"), "");
  EXPECT_EQ(body(R"("value": "VGhlIHF1YXk=")"), "VGhlIHF1YXk=");
}

TEST(NinjsTest, MistakesOfTypeAreNoReasonToLoseAnItem) {
  const auto document = DocumentIn(R"({"uri": "u", "headline": [], "by": {},
    "bodies": ["x", {"value": 1}, {"value": "One."}], "renditions": 3,
    "associations": [null, "x", {"type": "picture"}], "subjects": "x"})");

  EXPECT_EQ(document.content, "1");
}

TEST(NinjsTest, OtherJsonIsNoDocument) {
  model::RawMessage message;
  message.value = R"({"uri": 1})";
  message.headers = {{"content-type", "application/ld+json"}};

  EXPECT_EQ(Decode(message, {}).front().error().reason, Reason::kUnsupported);
}

TEST(NinjsTest, PicturesStandOnTheDocumentsUrl) {
  const auto document = DocumentIn(
      R"({"content_type": "application/json", "url": "http://x.example/1",
          "content": "{\"uri\": \"u\", \"renditions\": [{\"href\": \"a.jpg\", \"contentType\": \"image/jpeg\"}]}"})");

  ASSERT_EQ(document.feed.images.size(), 1U);
  EXPECT_EQ(document.feed.images[0].url, "http://x.example/a.jpg");
}

TEST(NinjsTest, ComesInAnEnvelopeToo) {
  const auto document = DocumentIn(
      R"({"content_type": "application/json", "url": "http://x.example/1",
          "content": "{\"uri\": \"u\", \"body_text\": \"One.\"}"})");

  EXPECT_EQ(document.kind, DocumentKind::kNinjs);
  EXPECT_EQ(document.url, "http://x.example/1");
}

}  // namespace
}  // namespace newsmill::input
