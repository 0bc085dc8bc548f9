#include "newsmill/dedup/fingerprint.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/model/identity.h"
#include "similarity.h"

namespace newsmill::dedup {
namespace {

using ::testing::Each;

model::Article ArticleOf(std::vector<std::string> paragraphs,
                         std::string id = "first") {
  model::Article article;
  article.article_id = std::move(id);
  article.paragraphs = std::move(paragraphs);
  return article;
}

model::Fingerprint Print(std::vector<std::string> paragraphs) {
  return FingerprintsOf(ArticleOf(std::move(paragraphs))).newest;
}

/// Returns the number of distinct facts. In a short text, no two share a bit.
int32_t Facts(std::vector<std::string> paragraphs) {
  return NewFacts(Print(std::move(paragraphs)).facts, {});
}

/// Returns a hash of all fields.
std::string DigestOf(const model::Fingerprint& print) {
  const auto add = [](model::FieldHash& hash, const auto& bytes) {
    hash.Add(std::string(bytes.begin(), bytes.end()));
  };
  model::FieldHash hash;
  hash.Add(print.version).Add(print.language);
  hash.Add(ToHex(print.article)).Add(ToHex(print.text));
  hash.Add(static_cast<int64_t>(print.title));
  hash.Add(print.body_shingles).Add(print.lead_shingles);
  add(hash, print.body);
  add(hash, print.lead);
  add(hash, print.facts);
  return ToHex(hash.Digest());
}

std::string Replaced(std::string text, const std::string& from,
                     const std::string& to) {
  for (size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

const std::string kStory =
    "The mayor of Port Elgin said on Monday that the bridge over the Saugeen "
    "would stay closed until 14 June, three weeks longer than planned. \"We "
    "found cracks in two of the nine piers - nobody expected that,\" Anna "
    "Krüger told the Daily Courier. The repair will cost $1,250,000, of which "
    "the province pays 60.5 per cent; the rest comes from Bruce County's "
    "budget for 2026-27. About 8,400 cars cross the bridge each day.";

const std::vector<std::string> kChineseStory = {
    "市政府星期三宣布，横跨淮河的新大桥将于2026年5月1日正式通车。",
    "这座大桥全长3.6公里，双向六车道，总投资约12亿元，预计每天有4万辆汽车通过。"
    "市长李明说，大桥通车以后，两岸居民过河的时间将从四十分钟缩短到五分钟。"};

TEST(FingerprintTest, TextsThatReadTheSameHaveOneHash) {
  const auto one = Print({"“Yes,” he said.", "Then he left."});
  const auto other = Print({"\"Yes,\" he said. THEN he left."});

  EXPECT_EQ(one.text, other.text);
  EXPECT_EQ(one.body, other.body);
}

TEST(FingerprintTest, AnotherWordIsAnotherText) {
  EXPECT_NE(Print({"He left."}).text, Print({"She left."}).text);
}

TEST(FingerprintTest, TheTextIsThatOfAllParagraphs) {
  const std::vector<std::string> paragraphs = {
      "One “two”", "—", "\u0301three", "four\xFF", "", "\xE2\x80", "five"};
  std::string joined;
  for (const std::string& paragraph : paragraphs) joined += paragraph + "\n";

  EXPECT_EQ(Print(paragraphs).text,
            model::HashOf(model::NormalisedText(joined)));
}

TEST(FingerprintTest, ArticlesDifferByTheirIdentity) {
  EXPECT_NE(FingerprintsOf(ArticleOf({"He left."}, "first")).newest.article,
            FingerprintsOf(ArticleOf({"He left."}, "second")).newest.article);
}

TEST(FingerprintTest, TitlesAreNormalisedLikeTexts) {
  model::Article article;
  EXPECT_EQ(FingerprintsOf(article).newest.title, 0U);

  article.title = "—";
  EXPECT_EQ(FingerprintsOf(article).newest.title, 0U);

  article.title = "Bridge “closed”";
  const uint64_t title = FingerprintsOf(article).newest.title;
  article.title = "BRIDGE CLOSED";
  EXPECT_EQ(FingerprintsOf(article).newest.title, title);
  EXPECT_NE(title, 0U);
}

TEST(FingerprintTest, LanguagesDifferByTheirPrimarySubtag) {
  const auto language = [](std::string tag) {
    model::Article article;
    article.language = std::move(tag);
    return FingerprintsOf(article).newest.language;
  };

  EXPECT_EQ(language("en-GB"), language("en"));
  EXPECT_EQ(language("EN_us"), language("en"));
  EXPECT_NE(language("de"), language("en"));
  EXPECT_NE(language("en"), 0);
  EXPECT_EQ(language(""), 0);
  EXPECT_EQ(language("und"), 0);
}

// Logs in use have fingerprints of version 1. Builds that know only version 1
// write the hashes below.
TEST(FingerprintTest, VersionOneIsTheSameOnEveryMachine) {
  model::Article article = ArticleOf({kStory}, "https://news.example/bridge");
  article.title = "Bridge stays closed";
  article.language = "en-CA";
  EXPECT_EQ(DigestOf(FingerprintsOf(article).oldest),
            "04aced68826a4f3e1ae50968e83090cc");

  const auto digest = [](std::vector<std::string> paragraphs) {
    return DigestOf(FingerprintsOf(ArticleOf(std::move(paragraphs))).oldest);
  };
  EXPECT_EQ(digest({
                "Мэр города Анна Крюгер сообщила в понедельник, что мост через "
                "Волгу закрыт до 14 июня, на три недели дольше, чем ожидалось.",
                "Ремонт обойдётся в 1 250 000 рублей, из которых область "
                "оплатит 60,5 процента, сообщает «Вечерняя Самара».",
            }),
            "6fb69fc309c7ba4c0f30a47184b67463");

  EXPECT_EQ(digest(kChineseStory), "4931abc5db7f2ef32df3856008dc0931");
}

// After the first release, a change of this hash needs a new version.
TEST(FingerprintTest, VersionTwoIsTheSameOnEveryMachine) {
  model::Article article = ArticleOf({kStory}, "https://news.example/bridge");
  article.title = "Bridge stays closed";
  article.language = "en-CA";
  EXPECT_EQ(DigestOf(FingerprintsOf(article).newest),
            "eb35e2370d6302a7c36752dd8f61c943");
}

TEST(FingerprintTest, VersionsDifferInTheArticleOnly) {
  model::Article article = ArticleOf({kStory});
  article.canonical_url = "https://news.example/br%69dge";
  const model::Fingerprints prints = FingerprintsOf(article);

  model::Fingerprint oldest = prints.newest;
  oldest.version = 1;
  oldest.article = prints.oldest.article;
  EXPECT_EQ(prints.oldest, oldest);
  EXPECT_EQ(prints.newest.version, 2);
  EXPECT_EQ(prints.In(1), prints.oldest);
  EXPECT_EQ(prints.In(2), prints.newest);
}

TEST(FingerprintTest, VersionOneKnowsAnArticleByTheSpellingOfItsUrl) {
  model::Article article = ArticleOf({kStory}, "the same");
  article.canonical_url = "https://news.example/bridge";
  model::Article other = article;
  other.canonical_url = "https://news.example/br%69dge";

  EXPECT_EQ(FingerprintsOf(article).newest.article,
            FingerprintsOf(other).newest.article);
  EXPECT_NE(FingerprintsOf(article).oldest.article,
            FingerprintsOf(other).oldest.article);
}

TEST(FingerprintTest, UniqueFingerprintsHaveBothVersions) {
  model::RawMessage message;
  message.offset = 2;
  const auto prints = UniqueFingerprints(message, 3);

  EXPECT_EQ(prints.oldest.version, 1);
  EXPECT_EQ(prints.newest.version, 2);
  EXPECT_EQ(prints.oldest.article, prints.newest.article);
}

struct Variant {
  std::string name;
  std::string from;
  std::string to;
  bool same_text = true;
};

class VariantTest : public testing::TestWithParam<Variant> {};

TEST_P(VariantTest, IsTheSameTextWithTheSameFacts) {
  const model::Fingerprint original = Print({kStory});
  const model::Fingerprint variant =
      Print({Replaced(kStory, GetParam().from, GetParam().to)});

  EXPECT_EQ(variant.text, original.text);
  EXPECT_EQ(variant.body, original.body);
  EXPECT_EQ(variant.facts, original.facts);
}

INSTANTIATE_TEST_SUITE_P(
    Typography, VariantTest,
    testing::Values(
        Variant{"Quotes", "\"", "”"}, Variant{"LowQuotes", "\"", "„"},
        Variant{"Guillemets", "\"", "»"}, Variant{"Apostrophe", "'", "’"},
        Variant{"Dash", " - ", " – "}, Variant{"LongDash", " - ", "—"},
        Variant{"DashInNumber", "2026-27", "2026–27"},
        Variant{"HyphenInNumber", "2026-27", "2026\u201127"},
        Variant{"NoBreakSpaces", " ", "\u00A0"},
        Variant{"DoubleSpaces", " ", "  "},
        Variant{"HardWraps", " the ", "\nthe "},
        Variant{"CarriageReturns", " the ", "\r\nthe "},
        Variant{"Decomposed", "ü", "u\u0308"},
        Variant{"SoftHyphens", "ou", "o\u00ADu"},
        Variant{"ZeroWidthSpaces", "ri", "r\u200Bi"},
        Variant{"FullwidthDigits", "8,400", "８，４００"},
        Variant{"FullwidthLetters", "Elgin", "Ｅｌｇｉｎ"},
        Variant{"Ligature", "fi", "ﬁ"},
        Variant{"CapitalName", "Courier", "COURIER"}),
    [](const auto& instance) { return instance.param.name; });

TEST(FingerprintTest, ACopyInCapitalsIsTheSameText) {
  std::string capitals = kStory;
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }

  EXPECT_EQ(Print({capitals}).body, Print({kStory}).body);
}

TEST(FingerprintTest, ATextWithoutWordsIsZeros) {
  for (const model::Fingerprint& print : {Print({}), Print({"", " — … "})}) {
    EXPECT_EQ(print.body_shingles, 0U);
    EXPECT_EQ(print.lead_shingles, 0U);
    EXPECT_THAT(print.body, Each(0));
    EXPECT_THAT(print.lead, Each(0));
    EXPECT_THAT(print.facts, Each(0));
    EXPECT_EQ(print.text, model::HashOf(""));
  }
}

TEST(FingerprintTest, ATextShorterThanAShingleIsOne) {
  EXPECT_EQ(Print({"closed"}).body_shingles, 1U);
  EXPECT_EQ(Print({"bridge closed"}).body_shingles, 1U);
  EXPECT_EQ(Print({"the bridge closed"}).body_shingles, 1U);
  EXPECT_EQ(Print({"the bridge is closed"}).body_shingles, 2U);
  EXPECT_EQ(Print({"关闭"}).body_shingles, 1U);
  EXPECT_NE(Print({"closed"}).body, Print({"bridge closed"}).body);
}

TEST(FingerprintTest, CountsDifferentShingles) {
  EXPECT_EQ(Print({"on and on and on and on"}).body_shingles, 2U);
}

TEST(FingerprintTest, TheLeadIsTheFirstHundredWords) {
  std::string lead;
  for (int i = 0; i < 100; ++i) lead += "w" + std::to_string(i) + " ";
  const auto one = Print({lead, "what follows makes no difference"});
  const auto other = Print({lead + "and neither does this"});

  EXPECT_EQ(one.lead, other.lead);
  EXPECT_EQ(one.lead_shingles, 98U);
  EXPECT_NE(one.body, other.body);
  EXPECT_NE(Print({"some words and " + lead}).lead, one.lead);
}

TEST(FingerprintTest, ScriptsWithoutSpacesAreReadByCharacters) {
  const auto one = Print(kChineseStory);
  std::vector<std::string> spaced = kChineseStory;
  for (std::string& paragraph : spaced)
    paragraph = Replaced(paragraph, "，", " ");

  // 31 + 67 letters and digits, without the last four.
  EXPECT_EQ(one.body_shingles, 94U);
  EXPECT_EQ(Print(spaced).body, one.body);
}

TEST(FingerprintTest, TheLeadOfScriptsWithoutSpacesIsTwoHundredCharacters) {
  std::string lead;
  for (int i = 0; i < 200; ++i) {
    lead += "\xE4" + std::string(1, static_cast<char>(0xB8 + i / 64)) +
            static_cast<char>(0x80 + i % 64);
  }

  EXPECT_EQ(Print({lead, "然后"}).lead, Print({lead, "但是"}).lead);
  EXPECT_EQ(Print({lead, "然后"}).lead_shingles, 196U);
}

TEST(FingerprintTest, AThirdOfTheLettersDecidesTheScript) {
  // Three of the six code points give one shingle of words, two give shingles
  // of characters.
  EXPECT_EQ(Print({"东 京 abcd"}).body_shingles, 2U);
  EXPECT_EQ(Print({"东 京 abcde"}).body_shingles, 1U);
  EXPECT_EQ(Print({"한국어 뉴스 기사"}).body_shingles, 1U) << "has spaces";
}

TEST(FingerprintTest, TakesBytesThatAreNoText) {
  for (const std::string text :
       {"\xFF", "a\xC3", "\xE4\xB8", "A\xF4\xBF\xBF\xBF 1\xE0\x80\x80 2.\xF0",
        "said Ann\xC3\x28 of\xED\xA0\x80 Y\xC0\x80k"}) {
    EXPECT_EQ(Print({text}), Print({text}));
  }
}

TEST(FactsTest, AreNumbersAndNames) {
  EXPECT_EQ(Facts({"it rained for 3 days"}), 1);
  EXPECT_EQ(Facts({"it rained in Port Elgin"}), 2);
  EXPECT_EQ(Facts({"it rained in Elgin, and Elgin flooded"}), 1);
  EXPECT_EQ(Facts({"it rained"}), 0);
  EXPECT_EQ(Facts({"what I saw in plan B"}), 0) << "one letter is no name";
}

TEST(FactsTest, NumbersStayWhole) {
  for (const std::string number :
       {"1,250,000", "60.5", "19:30", "2026-27", "3/4", "5pm", "A380", "$12.50",
        "(42)", "7.", "3,", "’98"}) {
    EXPECT_EQ(Facts({"about " + number + " of them"}), 1) << number;
  }
  EXPECT_NE(Print({"about 1,000"}).facts, Print({"about 1.000"}).facts);
  EXPECT_EQ(Print({"about 12"}).facts, Print({"about £12."}).facts);
  EXPECT_EQ(Facts({"between 3 - 4"}), 2);
}

TEST(FactsTest, DigitsOfEveryScriptAreTheSame) {
  EXPECT_EQ(Print({"في ١٤ يونيو"}).facts, Print({"في 14 يونيو"}).facts);
  EXPECT_EQ(Print({"१,२५० रुपये"}).facts, Print({"1,250 रुपये"}).facts);
}

TEST(FactsTest, TheFirstWordOfASentenceIsNoName) {
  EXPECT_EQ(Facts({"The end. Then more! Was it? Yes… Well"}), 0);
  EXPECT_EQ(Facts({"He said: \"We know\" and “They know” and »Nobody« too"}),
            0);
  EXPECT_EQ(Facts({"“Yes” it is.", "- No it is not.", "1. Perhaps"}), 1);
}

TEST(FactsTest, ANameAfterAQuotationOrAbbreviationCounts) {
  EXPECT_EQ(Facts({"\"yes,\" Anna said"}), 1);
  EXPECT_EQ(Facts({"the brother of Mr. Krüger"}), 2);
  EXPECT_EQ(Facts({"books by J. K. Rowling"}), 1);
  EXPECT_EQ(Facts({"the O’Neill family's house"}), 1);
}

TEST(FactsTest, AParagraphInCapitalsHasNoNames) {
  EXPECT_EQ(Facts({"FOR IMMEDIATE RELEASE"}), 0);
  EXPECT_EQ(Facts({"НОВОСТИ ДНЯ 24"}), 1);
  EXPECT_EQ(Facts({"it joined NATO and the EU"}), 2);
}

TEST(FactsTest, ScriptsWithoutCaseHaveNumbersOnly) {
  // 2026, 5, 1, 3.6, 12, 4
  EXPECT_EQ(Facts(kChineseStory), 6);
}

TEST(FactsTest, TheTitleHasNone) {
  model::Article article;
  article.title = "Port Elgin closes bridge for 3 weeks";

  EXPECT_THAT(FingerprintsOf(article).newest.facts, Each(0));
}

std::string MatchReport(const std::string& home, const std::string& away,
                        const std::string& scorer, const std::string& score,
                        const std::string& crowd) {
  return "The match between " + home + " and " + away + " ended " + score +
         " after a late goal by " + scorer + " in front of " + crowd +
         " people. The visitors from " + away +
         " had the better start, but could not find a way past the home side, "
         "and " +
         scorer + " made the most of the one mistake that " + away +
         " made. Both teams play again on Saturday.";
}

TEST(FactsTest, TwoTextsFromOneFormShareFewFacts) {
  const auto one = Print({MatchReport("Ayr", "Perth", "Muir", "2-1", "4,310")});
  const auto other =
      Print({MatchReport("Fife", "Dundee", "Reid", "1-0", "2,875")});
  const auto copy =
      Print({"By our own reporter, Monday.",
             MatchReport("Ayr", "Perth", "Muir", "2-1", "4,310")});

  EXPECT_LE(CompareFacts(one.facts, other.facts).shared, 200);
  EXPECT_EQ(CompareFacts(one.facts, copy.facts).shared, 1000);
}

}  // namespace
}  // namespace newsmill::dedup
