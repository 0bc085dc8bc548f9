#include "newsmill/pipeline/offset_metadata.h"

#include <gtest/gtest.h>

namespace newsmill::pipeline {
namespace {

OffsetMetadata Full() {
  return {.log_id = {.high = 0x0123456789abcdef, .low = 0xfedcba9876543210},
          .log_read = 120,
          .starts = 2,
          .first_partitions = 12,
          .expired = 7};
}

TEST(OffsetMetadataTest, HasOneDocumentedFormat) {
  EXPECT_EQ(Full().ToString(),
            "newsmill/1 log=0123456789abcdeffedcba9876543210 read=120 starts=2 "
            "partitions=12 expired=7");
}

TEST(OffsetMetadataTest, ReadsBackWhatItWrites) {
  EXPECT_EQ(OffsetMetadata::Parse(Full().ToString()), Full());
  EXPECT_EQ(OffsetMetadata::Parse(OffsetMetadata().ToString()),
            OffsetMetadata());
}

TEST(OffsetMetadataTest, IgnoresFieldsOfLaterVersions) {
  EXPECT_EQ(OffsetMetadata::Parse(Full().ToString() + " more=x"), Full());
}

TEST(OffsetMetadataTest, IsNoneForWhatOthersWrite) {
  const std::string full = Full().ToString();
  for (const std::string& text :
       {std::string(), std::string("starts=2"), std::string("trial=1"),
        std::string("set by an administrator"), std::string("newsmill/1"),
        std::string("newsmill/2 log=0"), full.substr(0, full.size() - 1),
        full + "x", full + " x", "newsmill/1" + std::string(400, ' '),
        std::string("newsmill/1 log=0123456789abcdeffedcba9876543210 read=-1 "
                    "starts=2 partitions=12 expired=7"),
        std::string("newsmill/1 log=0123456789abcdeffedcba9876543210 read=1 "
                    "starts=99999999999 partitions=12 expired=7")}) {
    EXPECT_EQ(OffsetMetadata::Parse(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace newsmill::pipeline
