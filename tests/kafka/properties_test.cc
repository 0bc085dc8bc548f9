#include <gtest/gtest.h>

#include <string>

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

TEST(PropertiesTest, ASecretIsNotRepeatedInAnError) {
  // librdkafka quotes what it refuses.
  const auto errors =
      CheckProperties(With("sasl.oauthbearer.method", "TOPSECRET"));

  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].message.find("TOPSECRET"), std::string::npos);
}

}  // namespace
}  // namespace newsmill::kafka
