#include "newsmill/output/record.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/base/utf8.h"
#include "newsmill/json/reader.h"

namespace newsmill::output {
namespace {

using testing::HasSubstr;

constexpr model::Hash128 kId{0xaaaaaaaaaaaaaaaa, 0xaaaaaaaaaaaaaaaa};

model::Article SmallArticle() {
  model::Article article;
  article.id = kId;
  article.article_id = std::string(32, 'b');
  article.title = "A title";
  article.paragraphs = {"One.", "Two."};
  article.extraction.method = "text_blocks";
  article.extraction.confidence = 0.5;
  return article;
}

TEST(RecordTest, LeavesOutWhatWasNotFound) {
  const auto record = Prepare(SmallArticle(), {});

  ASSERT_TRUE(record);
  EXPECT_EQ(Complete(record->head, {}, std::nullopt),
            R"({"schema":"newsmill.article/1","id":")" + std::string(32, 'a') +
                R"(","article_id":")" + std::string(32, 'b') +
                R"(","title":"A title","paragraphs":["One.","Two."],)"
                R"("text":"One.\n\nTwo.","extraction":{"kind":"text",)"
                R"("method":"text_blocks","confidence":0.500},)"
                R"("dedup":{"relation":"original"}})");
}

TEST(RecordTest, WritesTheDecisionAndWhereTheInputStood) {
  const auto record = Prepare(SmallArticle(), {});
  const model::Decision near{model::Relation::kNear, kId, 987};
  const Provenance provenance{"news.raw", 3, 42, 7};

  EXPECT_THAT(
      Complete(record->head, near, provenance),
      HasSubstr(R"("dedup":{"relation":"near","of":")" + std::string(32, 'a') +
                R"(","similarity":0.987},)"
                R"("provenance":{"topic":"news.raw","partition":3,)"
                R"("offset":42,"item":7}})"));
}

TEST(RecordTest, DuplicateHasOnlyItsKeys) {
  model::Article article = SmallArticle();
  article.source.domain = "example.org";
  article.published_at = "2024-01-23";

  const auto record = Prepare(article, {});

  EXPECT_EQ(record->duplicate_head,
            R"({"id":")" + std::string(32, 'a') + R"(","article_id":")" +
                std::string(32, 'b') +
                R"(","source":{"domain":"example.org"},"title":"A title",)"
                R"("published_at":"2024-01-23")");
}

TEST(RecordTest, RefusesWhatCouldPassTheLimitWithItsTail) {
  model::Article article = SmallArticle();
  article.input_id = "mine";
  article.paragraphs = {std::string(2000, 'x')};

  const auto record = Prepare(article, {.max_record_bytes = 4500});

  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().reason, model::Reason::kRecordTooLarge);
  EXPECT_EQ(record.error().input_id, "mine");
}

TEST(RecordTest, TheLongestTailFitsTheRoomThatIsKeptForIt) {
  const Provenance provenance{std::string(249, 't'), 2147483647,
                              9223372036854775807, 2147483647};
  const model::Decision decision{model::Relation::kExtended, kId, 1000};

  EXPECT_LE(Complete("{\"a\":1", decision, provenance).size(), 640U);
}

TEST(RecordTest, BytesThatAreNoTextBecomeReplacementCharacters) {
  model::Article article = SmallArticle();
  article.title = "bad \xFF byte";

  const auto record = Prepare(article, {});

  EXPECT_TRUE(IsValidUtf8(record->head));
  EXPECT_THAT(record->head, HasSubstr("bad \xEF\xBF\xBD byte"));
}

std::string ValueOf(const model::Headers& headers, std::string_view name) {
  return std::string(model::FindHeader(headers, name).value_or("(none)"));
}

TEST(RecordHeadersTest, AreCloudEventsWithTheInputsTrace) {
  PreparedRecord record;
  record.id = kId;
  record.article_id = "def";
  model::RawMessage input;
  input.timestamp_ms = 1706005800123;
  input.headers = {{"traceparent", "00-1-2-01"}, {"other", "x"}};

  const auto headers = RecordHeaders(record, input, 99);

  EXPECT_EQ(ValueOf(headers, "ce_specversion"), "1.0");
  EXPECT_EQ(ValueOf(headers, "ce_id"), std::string(32, 'a'));
  EXPECT_EQ(ValueOf(headers, "ce_source"), "/newsmill");
  EXPECT_EQ(ValueOf(headers, "ce_type"), "newsmill.article.1");
  EXPECT_EQ(ValueOf(headers, "ce_subject"), "def");
  EXPECT_EQ(ValueOf(headers, "ce_time"), "2024-01-23T10:30:00.123Z");
  EXPECT_EQ(ValueOf(headers, "content-type"), "application/json");
  EXPECT_EQ(ValueOf(headers, "traceparent"), "00-1-2-01");
  EXPECT_EQ(ValueOf(headers, "newsmill-log-offset"), "99");
  EXPECT_EQ(ValueOf(headers, "other"), "(none)");
}

TEST(RecordHeadersTest, StateNoTimeThatIsNotKnown) {
  EXPECT_EQ(ValueOf(RecordHeaders({}, {}, std::nullopt), "ce_time"), "(none)");
}

TEST(DeadLetterHeadersTest, KeepTheInputsHeadersInTheirOrder) {
  model::RawMessage input;
  input.topic = "news.raw";
  input.partition = 2;
  input.offset = 17;
  input.headers = {{"b", "1"}, {"a", std::nullopt}, {"b", "2"}};

  const auto headers = DeadLetterHeaders(
      {model::Reason::kNoText, "nothing in it", "id"}, 4, input);

  ASSERT_EQ(headers.size(), 10U);
  EXPECT_TRUE(
      std::equal(input.headers.begin(), input.headers.end(), headers.begin()));
  EXPECT_EQ(ValueOf(headers, "newsmill-reason"), "no_text");
  EXPECT_EQ(ValueOf(headers, "newsmill-detail"), "nothing in it");
  EXPECT_EQ(ValueOf(headers, "newsmill-topic"), "news.raw");
  EXPECT_EQ(ValueOf(headers, "newsmill-partition"), "2");
  EXPECT_EQ(ValueOf(headers, "newsmill-offset"), "17");
  EXPECT_EQ(ValueOf(headers, "newsmill-item"), "4");
}

TEST(DeadLetterHeadersTest, DetailIsShortValidUtf8) {
  std::string detail = "\xFF";
  for (int i = 0; i < 400; ++i) detail += "é";

  const auto headers =
      DeadLetterHeaders({model::Reason::kMalformed, detail, ""}, {}, {});

  const std::string written = ValueOf(headers, "newsmill-detail");
  EXPECT_LE(written.size(), 512U);
  EXPECT_TRUE(IsValidUtf8(written));
}

TEST(RecordHeadersTest, StateNoTimeBehindTheYear9999) {
  model::RawMessage input;
  input.timestamp_ms = 1706005800123000;  // microseconds, by mistake

  EXPECT_EQ(ValueOf(RecordHeaders({}, input, std::nullopt), "ce_time"),
            "(none)");
}

TEST(RecordTest, WritesTheKnownFieldsOfAccess) {
  model::Article article = SmallArticle();
  article.language = "en";
  article.access = {.stated = "locked", .judged = "truncated"};

  EXPECT_THAT(Prepare(article, {})->head,
              HasSubstr(R"("language":"en","access":{"stated":"locked",)"
                        R"("judged":"truncated"},"paragraphs")"));
  article.access.stated.clear();
  EXPECT_THAT(Prepare(article, {})->head,
              HasSubstr(R"("access":{"judged":"truncated"},)"));
}

}  // namespace
}  // namespace newsmill::output
