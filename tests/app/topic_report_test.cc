#include "topic_report.h"

#include <vector>

#include "gtest/gtest.h"

namespace newsmill::app {
namespace {

using Level = kafka::TopicFinding::Level;

std::vector<kafka::TopicFinding> Findings(Level level) {
  return {{"news.raw", Level::kOk, "12 partitions"}, {"a", level, "why"}};
}

TEST(JudgeTest, UnsafeTopicsAreUsableOnlyWhenAllowed) {
  EXPECT_EQ(Judge(Findings(Level::kOk), false), TopicVerdict::kUsable);
  EXPECT_EQ(Judge(Findings(Level::kNote), false), TopicVerdict::kUsable);
  EXPECT_EQ(Judge(Findings(Level::kUnsafe), false), TopicVerdict::kUnsafe);
  EXPECT_EQ(Judge(Findings(Level::kUnsafe), true), TopicVerdict::kUsable);
  EXPECT_EQ(Judge(Findings(Level::kMissing), true), TopicVerdict::kMissing);
  EXPECT_EQ(Judge(Findings(Level::kWrong), true), TopicVerdict::kMissing);
}

TEST(JudgeTest, APermissionThatIsMissingCountsMost) {
  std::vector<kafka::TopicFinding> findings = Findings(Level::kDenied);
  findings.push_back({"b", Level::kMissing, "why"});

  EXPECT_EQ(Judge(findings, true), TopicVerdict::kDenied);
}

TEST(TableOfTest, AlignsColumns) {
  EXPECT_EQ(TableOf(Findings(Level::kMissing)),
            "news.raw  ok       12 partitions\n"
            "a         missing  why\n");
}

}  // namespace
}  // namespace newsmill::app
