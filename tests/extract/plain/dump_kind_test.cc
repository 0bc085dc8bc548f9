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

/// Returns the text `count` times. Replaces each "#" with a number: 10 in the
/// first copy, 11 in the second.
std::string Repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) {
    for (const char c : text) {
      all += c == '#' ? std::to_string(10 + i) : std::string(1, c);
    }
  }
  return all;
}

TEST(DumpKindTest, RecognizesOneLongLineWithoutBlanks) {
  EXPECT_EQ(KindOf(std::string(200, 'q')), "encoded data");
  EXPECT_EQ(KindOf(Repeated("x9}~q\"#", 60)), "encoded data");
  EXPECT_EQ(KindOf(std::string(190, 'q')), "");
}

TEST(DumpKindTest, RecognizesCodeOfManyLanguages) {
  EXPECT_EQ(KindOf(Repeated(".boat-# { margin: 0 #px; }\n", 8)), "source code");
  EXPECT_EQ(KindOf(Repeated("File \"/srv/boat#.py\", line #, in sail\n"
                            "  return boat.sail(wind)\n",
                            6)),
            "source code");
  EXPECT_EQ(KindOf("Traceback (most recent call last):\n"
                   "  File \"a.py\", line 7, in sail\n    boat.go(wind)\n"
                   "    raise BoatError(\"calm\")\nBoatError: calm\n"),
            "source code");
  EXPECT_EQ(KindOf(Repeated("// Sail# moves the boat.\nfunc Sail#() {\n"
                            "  fmt.Println(b)\n  return #\n}\n",
                            3)),
            "source code");
  EXPECT_EQ(KindOf("#!/bin/sh\nset -e\ncd /srv\nmake all\n"), "source code");
  EXPECT_EQ(KindOf(Repeated("[boat#]\nname=Gull\nmast_m=#\n", 4)),
            "source code");
}

TEST(DumpKindTest, RecognizesSubtitlesTestResultsAndMailHeaders) {
  EXPECT_EQ(
      KindOf("WEBVTT\n\n" + Repeated("00:00:#.000 --> 00:00:#.900\n"
                                     "The boat is late again this year.\n\n",
                                     5)),
      "subtitles");
  EXPECT_EQ(KindOf("1..8\n" + Repeated("ok # - the boat sails\n", 8)), "a log");
  EXPECT_EQ(KindOf("Received: from a.example by b.example\n"
                   "Message-ID: <7@a.example>\nFrom: post@a.example\n"
                   "To: desk@b.example\nSubject: Boats\n"
                   "MIME-Version: 1.0\n"),
            "mail headers");
}

TEST(DumpKindTest, RecognizesTablesOfTwoColumns) {
  EXPECT_EQ(KindOf("town,rain\n" + Repeated("Bergen #,#\n", 5) +
                   Repeated("Voss,\"#, wet\"\n", 8)),
            "");
  EXPECT_EQ(KindOf("town,rain\n" + Repeated("Voss,# mm\n", 12)),
            "rows of a table");
  EXPECT_EQ(KindOf("Ort\tRegen\n" + Repeated("Voß\t# mm\n", 12)),
            "rows of a table");
}

TEST(DumpKindTest, RecognizesLinesWithoutSentences) {
  constexpr std::string_view kNone = "lines without sentences";
  EXPECT_EQ(KindOf(Repeated("000000#  9f 0a 41 be # 77\n", 20)), kNone);
  EXPECT_EQ(KindOf(Repeated("boat_#:\n  mast: #\n  crew: [ada, bo]\n", 8)),
            kNone);
  EXPECT_EQ(KindOf(Repeated("User-agent: Bot#\nDisallow: /boats/#/\n\n", 12)),
            kNone);
  EXPECT_EQ(KindOf(Repeated("12.5  # 7\n", 25)), kNone);
}

TEST(DumpKindTest, RecognizesALongTextWithoutWords) {
  EXPECT_EQ(KindOf(Repeated("x9}~q\"# ", 60)), "lines without sentences");
}

TEST(DumpKindTest, ReturnsNothingForShortLinesOfText) {
  EXPECT_EQ(KindOf(Repeated("Rain,\nrain,\ngo away,\nanother day.\n", 8)), "");
  EXPECT_EQ(KindOf(Repeated("Voss # Bergen 2\n", 24)), "");
  EXPECT_EQ(KindOf(Repeated("The river sleeps,\nthe boats are gone,\n", 12)),
            "");
  EXPECT_EQ(
      KindOf("床前的河,今夜很静。\n" + Repeated("船在河上,人在桥边。\n", 24)),
      "");
  EXPECT_EQ(KindOf(Repeated("ฝนตกทั้งคืน\n", 24)), "");
  EXPECT_EQ(KindOf(Repeated("ຝົນຕົກໝົດຄືນ\n", 24)), "");
  EXPECT_EQ(KindOf(Repeated("Дождь\n", 24)), "");
  EXPECT_EQ(KindOf(Repeated("200 g brown flour\n# g dark sugar\n", 12)), "");
  EXPECT_EQ(
      KindOf(Repeated("ADA: Where is the boat?\nBO: On the river.\n", 12)), "");
}

TEST(DumpKindTest, ReturnsNothingForSpeakersWithNamesLikeHeaders) {
  EXPECT_EQ(KindOf(Repeated("Tom: The boat?\nAgent: Gone.\n", 6)), "");
}

TEST(DumpKindTest, ReturnsNothingForResultsWithASentence) {
  EXPECT_EQ(KindOf("The boats of Voss won all races on the lake on Sunday.\n" +
                   Repeated("#. Voss 6:#\n", 30)),
            "");
  EXPECT_EQ(KindOf(Repeated("#. Ada Berg (Voss) 6:#\n", 30)), "");
}

TEST(DumpKindTest, ReturnsNothingForATextWithTheHeadersOfAnEmail) {
  EXPECT_EQ(KindOf("Subject: Rain\nFrom: Ada Berg\nDate: 3 May 2024\n\n"
                   "It rained all day in the north and on the islands.\n\n"
                   "The ferries stayed in port until the evening came.\n"),
            "");
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
