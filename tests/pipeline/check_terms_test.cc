#include "check_terms.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

using ::testing::HasSubstr;

TEST(CheckTermsTest, AcceptsTheLogOfTheOwnGroup) {
  LogTerms terms = TestTerms();
  model::GenesisEntry genesis = terms.genesis;
  genesis.log_id = {3, 4};

  EXPECT_TRUE(CheckTerms(terms, genesis, terms.rules));
}

TEST(CheckTermsTest, RefusesOtherOutputs) {
  LogTerms terms = TestTerms();
  model::GenesisEntry genesis = terms.genesis;
  genesis.outputs[1] = "another";

  const auto checked = CheckTerms(terms, genesis, terms.rules);

  ASSERT_FALSE(checked);
  EXPECT_TRUE(checked.error().misconfigured);
  EXPECT_THAT(checked.error().what, HasSubstr("another"));
}

TEST(CheckTermsTest, RefusesOtherRules) {
  LogTerms terms = TestTerms();
  model::RulesEntry rules = terms.rules;
  ++rules.body_jaccard;

  const auto checked = CheckTerms(terms, terms.genesis, rules);

  ASSERT_FALSE(checked);
  EXPECT_TRUE(checked.error().misconfigured);
  EXPECT_THAT(checked.error().what, HasSubstr("--change-rules"));
}

TEST(CheckTermsTest, AcceptsRulesThatDifferOnlyInAKnownVersion) {
  const LogTerms terms = TestTerms();
  model::RulesEntry rules = terms.rules;
  rules.version = model::kOldestFingerprintVersion;
  EXPECT_TRUE(CheckTerms(terms, terms.genesis, rules));

  rules.version = model::kFingerprintVersion + 1;
  EXPECT_FALSE(CheckTerms(terms, terms.genesis, rules));

  rules.version = model::kOldestFingerprintVersion;
  ++rules.window_ms;
  EXPECT_FALSE(CheckTerms(terms, terms.genesis, rules));
}

}  // namespace
}  // namespace newsmill::pipeline
