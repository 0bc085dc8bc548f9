#include "crash_guard.h"

#include <gtest/gtest.h>

namespace newsmill::pipeline {
namespace {

TEST(CrashNoteTest, ReadsBackWhatItWrites) {
  const CrashNote started{.starts = 2};
  const CrashNote tried{.trials = 1};

  EXPECT_EQ(CrashNote::Parse(started.ToString()).starts, 2);
  EXPECT_EQ(CrashNote::Parse(tried.ToString()).trials, 1);
  EXPECT_EQ(CrashNote{}.ToString(), "");
}

TEST(CrashNoteTest, AForeignNoteIsNoTrouble) {
  for (const char* note : {"", "starts=", "starts=-3", "starts=3x", "trial=",
                           "kafka-consumer", "starts=99999999999999999999"}) {
    EXPECT_FALSE(CrashNote::Parse(note).AloneFromNowOn()) << note;
    EXPECT_FALSE(CrashNote::Parse(note).Condemned()) << note;
  }
}

TEST(CrashNoteTest, TheThirdStartAtAnOffsetGoesAlone) {
  EXPECT_FALSE(CrashNote{.starts = 2}.AloneFromNowOn());
  EXPECT_TRUE(CrashNote{.starts = 3}.AloneFromNowOn());
}

TEST(CrashNoteTest, AMessageThatKilledTwiceAloneIsCondemned) {
  EXPECT_FALSE(CrashNote{.trials = 1}.Condemned());
  EXPECT_TRUE(CrashNote{.trials = 1}.AloneFromNowOn());
  EXPECT_TRUE(CrashNote{.trials = 2}.Condemned());
}

TEST(CrashNoteTest, AProcessThatFindsItsOwnNoteHasNotCrashed) {
  EXPECT_EQ(CrashNote{.starts = 2}.AtNextStart(/*own=*/false).starts, 3);
  EXPECT_EQ(CrashNote{.starts = 2}.AtNextStart(/*own=*/true).starts, 2);
  EXPECT_EQ(CrashNote{.trials = 2}.AtNextStart(/*own=*/false).trials, 2);
  EXPECT_EQ(CrashNote{.trials = 2}.AtNextStart(/*own=*/true).trials, 1);
  EXPECT_TRUE(CrashNote{.trials = 1}.AtNextStart(true).AloneFromNowOn());
}

}  // namespace
}  // namespace newsmill::pipeline
