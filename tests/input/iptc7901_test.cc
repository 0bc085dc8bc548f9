#include "iptc7901.h"

#include "email.h"
#include "gtest/gtest.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

using model::DocumentKind;
using model::Reason;

std::vector<Item> Decoded(std::string text, model::Headers headers = {}) {
  model::RawMessage message;
  message.value = std::move(text);
  message.headers = std::move(headers);
  return Decode(message, {});
}

model::Document DocumentIn(std::string text) {
  const auto items = Decoded(std::move(text));
  EXPECT_EQ(items.size(), 1U);
  EXPECT_TRUE(items[0]) << items[0].error().detail;
  return items[0] ? *items[0] : model::Document{};
}

constexpr const char* kText =
    "Port (cst) - The ferry to the island runs again every hour, the\n"
    "company said on Wednesday.\n\n"
    "A second ship has come from the north.\n";
constexpr const char* kParagraphs =
    "<p>Port (cst) - The ferry to the island runs again every hour, the "
    "company said on Wednesday.</p>\n"
    "<p>A second ship has come from the north.</p>\n";

std::string Message(const std::string& headline,
                    const std::string& text = kText,
                    const std::string& end =
                        "\x03"
                        "041137 GMT Mar 26\n") {
  return "\x01"
         "cst0417 4 i 62 cst 041\r\n\r\nFerry/Islands/\r\n\x02" +
         headline + "\n\n" + text + end;
}

TEST(Iptc7901Test, AMessageSaysWhatIsWhat) {
  const auto document =
      DocumentIn(Message("Ferry runs again\nSecond ship from the north\n"
                         "By Ann Example ="));

  EXPECT_EQ(document.kind, DocumentKind::kIptc7901);
  EXPECT_EQ(document.item, std::nullopt);
  EXPECT_EQ(document.content, kParagraphs);
  EXPECT_EQ(document.feed.title, "Ferry runs again");
  EXPECT_EQ(document.feed.subtitle, "Second ship from the north");
  EXPECT_EQ(document.feed.byline, "By Ann Example");
  EXPECT_EQ(document.feed.provider, "cst");
  EXPECT_EQ(document.feed.published, "04 Mar 2026 11:37 GMT");
  EXPECT_EQ(document.feed.categories,
            (std::vector<std::string>{"Ferry", "Islands"}));
}

TEST(Iptc7901Test, ReadsADumpWithoutControlCharacters) {
  std::string text =
      Message("Ferry runs again =", kText, "\ncst ab xyz\n\n041137 Mar 26\n");
  std::erase_if(text, [](char c) { return c == '\x01' || c == '\x02'; });

  const auto document = DocumentIn(text);

  EXPECT_EQ(document.feed.title, "Ferry runs again");
  EXPECT_EQ(document.content, kParagraphs);
  EXPECT_EQ(document.feed.published, "04 Mar 2026 11:37");
  EXPECT_EQ(document.feed.categories,
            (std::vector<std::string>{"Ferry", "Islands"}));
}

TEST(Iptc7901Test, FindsTheHeadline) {
  const auto title = [](const std::string& headline) {
    return DocumentIn(Message(headline)).feed.title;
  };

  EXPECT_EQ(title("Ferry runs again"), "Ferry runs again");
  EXPECT_EQ(title("FERRY RUNS AGAIN"), "FERRY RUNS AGAIN");
  EXPECT_EQ(title("REFILE\n1ST LEAD\nFerry runs again ="), "Ferry runs again");
  EXPECT_EQ(title("(Correction)\nFERRY RUNS AGAIN ="), "FERRY RUNS AGAIN");
  EXPECT_EQ(title("Ferry runs again after a winter in which\n"
                  "no ship reached the island ="),
            "Ferry runs again after a winter in which no ship reached the "
            "island");
  EXPECT_EQ(title("Ferry-Winter\n\nFerry runs again ="), "Ferry runs again");
  EXPECT_EQ(title("Ferry runs again\n\nBy Ann Example ="), "Ferry runs again");
  EXPECT_EQ(title("Ferry runs again=\nBy Ann Example=\nCoast Wire="),
            "Ferry runs again");
  EXPECT_EQ(title(""), "");
}

TEST(Iptc7901Test, AnIndentedTextNeedsNoEmptyLines) {
  const auto document = DocumentIn(
      "\x01"
      "cst0417 4 i 62 cst 041\r\r\n\x02"
      "Ferry runs again\r\r\n"
      "   By Ann Example\r\r\n"
      "   The ferry to the island runs again every hour, the company\r\r\n"
      "said on Wednesday.\r\r\n"
      "   A second ship has come from the north.\r\r\n\x03");

  EXPECT_EQ(document.feed.title, "Ferry runs again");
  EXPECT_EQ(document.feed.byline, "By Ann Example");
  EXPECT_EQ(document.content,
            "<p>The ferry to the island runs again every hour, the company "
            "said on Wednesday.</p>\n"
            "<p>A second ship has come from the north.</p>\n");
}

TEST(Iptc7901Test, DropsWhatFollowsTheText) {
  for (const std::string end :
       {"\ncst ab xyz\n", "\nab/xyz\n", "\nAB-XYZ\n",
        "\n# Notebook\n\n## Places\n- Port 1\n\ncst ab\n",
        "\n* * * *\nThe following information is not intended for "
        "publication\n\n- Reporting by: Ann Example in Vienna\n\ncst ab\n",
        "\nContact: Ann Example, +44 1234567\n\ncst ab\n",
        "\n- Reporting by: Ann Example in Vienna, John Roe in Geneva\n"
        "  and Mia Moe in New York\n- Editing: Per Holm\n\ncst ab xyz\n",
        "\nRedaktion: Per Holm, holm@coast.example\n", "\nNNNN\nrest\n"}) {
    const auto document =
        DocumentIn(Message("Ferry runs again =", std::string(kText) + end));

    EXPECT_EQ(document.content, kParagraphs) << end;
    EXPECT_TRUE(document.feed.authors.empty()) << end;
  }
}

TEST(Iptc7901Test, KeepsAShortLastSentence) {
  const auto document = DocumentIn(
      Message("Ferry runs again =", std::string(kText) + "\nThat is all.\n"));

  EXPECT_EQ(document.content,
            kParagraphs + std::string("<p>That is all.</p>\n"));
}

TEST(Iptc7901Test, ReadsTheClosingLine) {
  const auto published = [](const std::string& end) {
    return DocumentIn(Message("Ferry runs again =", kText, end)).feed.published;
  };

  EXPECT_EQ(published("\x03"
                      "041137 MESZ Mai 26"),
            "04 Mai 2026 11:37 MESZ");
  EXPECT_EQ(published("\n041137Z Mar 2026\n\x03"), "04 Mar 2026 11:37 UTC");
  EXPECT_EQ(published("\x03\n041137 GMT Mar 98\n\x04"),
            "04 Mar 1998 11:37 GMT");
  EXPECT_EQ(published("\tAP-NY-03-04-26 1137EST<\n"), "2026-03-04 11:37 EST");
  EXPECT_EQ(published("\x03"
                      "042537 GMT Mar 26"),
            "");
  EXPECT_EQ(published("\x03"), "");
}

TEST(Iptc7901Test, ADumpMayHaveSeveralMessages) {
  const auto items = Decoded(Message("Ferry runs again =") + "\x04\r\n" +
                             Message("Ferry stops again ="));

  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0]->feed.title, "Ferry runs again");
  EXPECT_EQ(items[0]->content, kParagraphs);
  EXPECT_EQ(items[1]->feed.title, "Ferry stops again");
  EXPECT_EQ(items[1]->item, 1);
}

TEST(Iptc7901Test, AKilledStoryIsNoArticle) {
  EXPECT_EQ(DocumentIn(Message("MANDATORY KILL\nFerry runs again ="))
                .feed.not_an_article,
            "killed by its publisher");
}

TEST(Iptc7901Test, ReadsLegacyCharsets) {
  EXPECT_EQ(DocumentIn(Message("F\xE4hre f\xE4hrt wieder =",
                               "Port (cst) - Die F\xE4hre zur Insel f\xE4hrt "
                               "wieder jede Stunde, sagte die Reederei f\xFCr "
                               "alle G\xE4ste.\n"))
                .feed.title,
            "Fähre fährt wieder");
}

TEST(Iptc7901Test, IsRecognizedByItsHeaderLine) {
  EXPECT_TRUE(LooksLikeIptc7901("cst0417 4 i 62 cst 041\n"));
  EXPECT_TRUE(LooksLikeIptc7901("CST0417 4 pl 62\r\n\r\nFerry/"));
  EXPECT_TRUE(LooksLikeIptc7901("cst 0417 4 i 62  cst 041\n"));
  EXPECT_TRUE(
      LooksLikeIptc7901("ZCZC\r\n\x01"
                        "cst0417 4 i 62 cst 041\r\n"));
  EXPECT_TRUE(
      LooksLikeIptc7901("\x01"
                        "any header\r\n\x02"
                        "text"));

  EXPECT_FALSE(LooksLikeIptc7901("cst0417 is the number of a bus\n"));
  EXPECT_FALSE(LooksLikeIptc7901("May 2026 4 of 62 ships sank\n"));
  EXPECT_FALSE(LooksLikeIptc7901("A320 4 of 62 planes stay\n"));
  EXPECT_FALSE(LooksLikeIptc7901("Route66 4 adults 2 children\n"));
  EXPECT_FALSE(
      LooksLikeIptc7901("\x01"
                        "text"));
  EXPECT_FALSE(LooksLikeIptc7901(""));
}

TEST(EmailTest, AnEmailMessageIsUnsupported) {
  const std::string body = "\n" + std::string(kText);
  for (const std::string head :
       {"Delivered-To: news@paper.example\nReceived: by 10.0.0.1;\n"
        "        Tue, 4 Mar 2026 11:37:00 +0100\nSubject: Ferry\n",
        "From: Ann <ann@coast.example>\r\nTo: news@paper.example\r\n"
        "Subject: Ferry\r\n",
        "From ann@coast.example Tue Mar 4\nReturn-Path: <ann@coast.example>\n"
        "Message-ID: <1@coast.example>\nSubject: Ferry\n"}) {
    for (const char* type : {"text/plain", "text/html"}) {
      const auto items = Decoded(head + body, {{"content-type", type}});

      ASSERT_EQ(items.size(), 1U);
      ASSERT_FALSE(items[0]) << head << type;
      EXPECT_EQ(items[0].error().reason, Reason::kUnsupported);
      EXPECT_EQ(items[0].error().detail, "the document is an e-mail message");
    }
  }
}

TEST(EmailTest, LabelsAtTheHeadOfATextAreNoEmail) {
  EXPECT_FALSE(LooksLikeEmail("Ferry runs again\nDate: 4 March 2026\n"));
  EXPECT_FALSE(
      LooksLikeEmail("From: Port Council\nTo: all editors\n"
                     "Subject: Ferry\nDate: 4 March 2026\n"));
  EXPECT_FALSE(LooksLikeEmail("Subject: Ferry\nReferences: the map\n"));
  EXPECT_FALSE(LooksLikeEmail("HTTP/1.1 200 OK\nDate: Tue\nReceived: x\n"));
  EXPECT_FALSE(LooksLikeEmail(""));
}

}  // namespace
}  // namespace newsmill::input
