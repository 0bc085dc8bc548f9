#include "extract/plain/dump_kind.h"

#include "gtest/gtest.h"

namespace newsmill::extract::plain {
namespace {

std::string KindOf(std::string_view text) {
  return DumpKind(text::LinesOf(text, 1000));
}

TEST(DumpKindTest, RecognizesArchivesAndHeaders) {
  EXPECT_EQ(KindOf("WARC/1.0\r\nWARC-Type: response\r\n\r\nRain fell.\r\n"),
            "HTTP headers or a web archive");
  EXPECT_EQ(KindOf("HTTP/1.1 200 OK\nServer: x\n\nRain fell.\n"),
            "HTTP headers or a web archive");
  EXPECT_EQ(KindOf("server: x\ncontent-type: text/plain\ncontent-length: 9\n"
                   "cache-control: no-store\n"),
            "HTTP headers or a web archive");
}

TEST(DumpKindTest, RecognizesLogs) {
  std::string log;
  std::string access;
  for (int i = 10; i < 20; ++i) {
    const std::string second = std::to_string(i);
    log += "2024-05-03 09:12:" + second + " worker started\n";
    access +=
        "192.0.2.7 - - [03/May/2024:09:12:" + second + "] \"GET /\" 200\n";
  }
  EXPECT_EQ(KindOf(log), "a log");
  EXPECT_EQ(KindOf(access), "a log");
}

TEST(DumpKindTest, RecognizesSourceCodeAndData) {
  EXPECT_EQ(KindOf("#include <x>\nint main() {\n  int a = 1;\n  f(a);\n"
                   "  return a;\n}\n"),
            "source code");
  EXPECT_EQ(KindOf("import os\n\ndef size(path):\n    if path:\n"
                   "        total = 0\n    return total\n"),
            "source code");
  EXPECT_EQ(KindOf("day,town,rain,wind\n1,\"Bergen, N\",4,2\n2,Oslo,1,1\n"
                   "3,Oslo,0,1\n4,Oslo,2,3\n5,Oslo,1,2\n"),
            "rows of a table");
  EXPECT_EQ(KindOf("{\n \"rain\": 4,\n \"wind\": 2\n}\n"), "JSON");
  std::string encoded;
  for (int i = 0; i < 6; ++i) encoded += std::string(76, 'A') + "\n";
  EXPECT_EQ(KindOf(encoded), "encoded data");
}

TEST(DumpKindTest, ReturnsNothingForProse) {
  EXPECT_EQ(KindOf("Rain in May\n3 May 2024\n\nIt rained all day, in the "
                   "north, in the south, and on the islands.\n\nThe rivers "
                   "rose; the ferries stayed in port.\n\n\"We wait,\" said "
                   "the captain: \"There is nothing else to do.\"\n\nMore "
                   "rain is forecast, for Sunday, Monday, and Tuesday.\n"),
            "");
  EXPECT_EQ(KindOf("10:30 The first boat leaves.\n10:45 The second boat.\n"
                   "11:00 Rain.\n11:15 More rain.\n11:30 The last boat.\n"),
            "");
  EXPECT_EQ(KindOf(""), "");
}

}  // namespace
}  // namespace newsmill::extract::plain
