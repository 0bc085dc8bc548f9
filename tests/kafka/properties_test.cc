#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "newsmill/kafka/kafka.h"

namespace newsmill::kafka {
namespace {

Options With(const std::string& name, const std::string& value) {
  Options options;
  options.properties[name] = value;
  return options;
}

TEST(PropertiesTest, OrdinaryPropertiesPass) {
  EXPECT_TRUE(CheckProperties(With("session.timeout.ms", "6000")).empty());
  EXPECT_TRUE(CheckProperties(With("linger.ms", "20")).empty());
  EXPECT_TRUE(CheckProperties(With("compression.type", "zstd")).empty());
}

class ReservedPropertyTest : public ::testing::TestWithParam<const char*> {};

TEST_P(ReservedPropertyTest, IsRefusedWithAReason) {
  const auto errors = CheckProperties(With(GetParam(), "x"));

  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].property, GetParam());
  EXPECT_NE(errors[0].message.find("cannot be set"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Guarantees, ReservedPropertyTest,
    ::testing::Values(
        "transactional.id", "enable.idempotence", "enable.auto.commit",
        "auto.commit.enable", "auto.commit.interval.ms",
        "enable.auto.offset.store", "offset.store.method", "isolation.level",
        "acks", "request.required.acks", "retries", "message.send.max.retries",
        "max.in.flight", "max.in.flight.requests.per.connection",
        "queuing.strategy", "enable.gapless.guarantee",
        "delivery.report.only.error", "enable.partition.eof",
        "auto.offset.reset", "group.id", "group.instance.id",
        "bootstrap.servers", "metadata.broker.list", "plugin.library.paths"));

TEST(PropertiesTest, CooperativeAssignmentIsRefused) {
  EXPECT_EQ(CheckProperties(
                With("partition.assignment.strategy", "cooperative-sticky"))
                .size(),
            1U);
  EXPECT_TRUE(
      CheckProperties(With("partition.assignment.strategy", "roundrobin"))
          .empty());
}

TEST(PropertiesTest, AnUnknownPropertyIsNamed) {
  const auto errors = CheckProperties(With("sesion.timeout.ms", "1"));

  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].property, "sesion.timeout.ms");
}

TEST(PropertiesTest, PropertiesThatContradictEachOtherAreFound) {
  // A message may not outlive the transaction that it belongs to.
  EXPECT_FALSE(CheckProperties(With("message.timeout.ms", "60000")).empty());
}

using NameAndValue = std::pair<const char*, const char*>;

class NumberTest : public ::testing::TestWithParam<NameAndValue> {};

TEST_P(NumberTest, IsRefusedUnlessItIsPlain) {
  const auto [name, value] = GetParam();
  const auto errors = CheckProperties(With(name, value));

  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].property, name);
  EXPECT_TRUE(errors[0].message.starts_with('"' + std::string(value) + '"'))
      << errors[0].message;
}

// Each is taken by librdkafka, as another number: 45, 5, 8, 16, 5 …
INSTANTIATE_TEST_SUITE_P(
    OtherNumbers, NumberTest,
    ::testing::Values(NameAndValue("session.timeout.ms", "45s"),
                      NameAndValue("fetch.max.bytes", "5MiB"),
                      NameAndValue("fetch.max.bytes", "1e6"),
                      NameAndValue("fetch.wait.max.ms", "010"),
                      NameAndValue("fetch.wait.max.ms", "0x10"),
                      NameAndValue("fetch.wait.max.ms", "+5"),
                      NameAndValue("fetch.wait.max.ms", " 5"),
                      NameAndValue("fetch.wait.max.ms", "5 "),
                      NameAndValue("fetch.wait.max.ms", "1,000"),
                      NameAndValue("fetch.wait.max.ms", "4294967301"),
                      NameAndValue("fetch.wait.max.ms", ""),
                      NameAndValue("compression.level", "--1"),
                      NameAndValue("compression.level", "-01"),
                      NameAndValue("linger.ms", "5ms"),
                      NameAndValue("linger.ms", "1e2"),
                      NameAndValue("linger.ms", "5.")));

class GoodNumberTest : public ::testing::TestWithParam<NameAndValue> {};

TEST_P(GoodNumberTest, IsTaken) {
  const auto errors =
      CheckProperties(With(GetParam().first, GetParam().second));

  EXPECT_TRUE(errors.empty()) << errors[0].message;
}

INSTANTIATE_TEST_SUITE_P(
    Properties, GoodNumberTest,
    ::testing::Values(NameAndValue("session.timeout.ms", "45000"),
                      NameAndValue("fetch.wait.max.ms", "0"),
                      NameAndValue("compression.level", "-1"),
                      NameAndValue("linger.ms", "0.5"),
                      NameAndValue("linger.ms", "5"),
                      // No numbers, whatever they look like.
                      NameAndValue("client.id", "010"),
                      NameAndValue("sasl.password", "45s")));

TEST(PropertiesTest, ANumberOutOfRangeIsRefused) {
  EXPECT_EQ(CheckProperties(With("session.timeout.ms", "0")).size(), 1U);
  EXPECT_EQ(CheckProperties(With("session.timeout.ms", "-5")).size(), 1U);
}

TEST(PropertiesTest, ANumberWithAUnitIsToldItsUnit) {
  const auto errors = CheckProperties(With("session.timeout.ms", "45s"));

  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].message,
            "\"45s\" is not a plain number: give milliseconds as digits, 1 .. "
            "3600000, without a unit");
}

TEST(PropertiesTest, ABooleanAndAnEnumeratedValueAreChecked) {
  EXPECT_EQ(CheckProperties(With("check.crcs", "maybe")).size(), 1U);
  EXPECT_EQ(CheckProperties(With("check.crcs", "2")).size(), 1U);
  EXPECT_EQ(CheckProperties(With("security.protocol", "TLS")).size(), 1U);
  EXPECT_TRUE(CheckProperties(With("check.crcs", "true")).empty());
}

TEST(PropertiesTest, ASecretIsNotRepeatedInAnError) {
  // librdkafka quotes what it refuses.
  const auto errors =
      CheckProperties(With("sasl.oauthbearer.method", "TOPSECRET"));

  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].message.find("TOPSECRET"), std::string::npos);
}

}  // namespace
}  // namespace newsmill::kafka
