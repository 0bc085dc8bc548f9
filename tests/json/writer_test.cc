#include "newsmill/json/writer.h"

#include "gtest/gtest.h"
#include "newsmill/json/reader.h"

namespace newsmill::json {
namespace {

TEST(WriterTest, WritesKeysInTheOrderOfTheCalls) {
  std::string out;
  Writer writer(out);
  writer.BeginObject().Key("b").Int(-3).Key("a").BeginArray();
  writer.String("x").Bool(false).Null().EndArray();
  writer.Key("c").BeginObject().EndObject().EndObject();

  EXPECT_EQ(out, R"({"b":-3,"a":["x",false,null],"c":{}})");
}

TEST(WriterTest, GoesOnInAnOpenObject) {
  std::string out;
  Writer(out).BeginObject().Key("a").Int(1);
  Writer::Continue(out).Key("b").Int(2).EndObject();

  EXPECT_EQ(out, R"({"a":1,"b":2})");
}

TEST(WriterTest, EscapesWhatJsonAsksFor) {
  std::string out;
  AppendQuoted(std::string_view("\"\\\n\t\x01\x7F\0é", 9), out);

  EXPECT_EQ(out, "\"\\\"\\\\\\n\\t\\u0001\x7F\\u0000é\"");
}

TEST(WriterTest, ThousandthsHaveThreeDecimals) {
  std::string out;
  Writer(out).BeginArray().Thousandths(0).Thousandths(987).Thousandths(1000);

  EXPECT_EQ(out, "[0.000,0.987,1.000");
}

TEST(WriterTest, WhatIsWrittenIsReadBack) {
  std::string bytes;
  for (int i = 0; i < 128; ++i) bytes += static_cast<char>(i);
  std::string out;
  AppendQuoted(bytes, out);

  EXPECT_EQ(Tree::Parse(out)->root().string(), bytes);
}

TEST(WriterTest, InvalidBytesBecomeReplacementCharacters) {
  std::string out;
  AppendQuoted("a\xED\xA0\x80z", out);

  EXPECT_EQ(out, "\"a���z\"");
}

}  // namespace
}  // namespace newsmill::json
