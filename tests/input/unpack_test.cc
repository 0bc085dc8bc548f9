#include "unpack.h"

#include <zlib.h>
#include <zstd.h>

#include "gtest/gtest.h"

namespace newsmill::input {
namespace {

std::string Gzip(std::string_view text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string Zstd(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(
      ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

std::string Joined(std::initializer_list<std::string> parts) {
  std::string joined;
  for (const std::string& part : parts) joined += part;
  return joined;
}

/// Returns a frame that decoders skip (RFC 8878, section 3.1.2).
std::string SkippableFrame(char first, std::string_view content) {
  std::string frame{first, '\x2A', '\x4D', '\x18'};
  frame += {static_cast<char>(content.size()), '\0', '\0', '\0'};
  return frame.append(content);
}

model::Reason ReasonOf(std::string_view packed, int64_t max_bytes = 1000) {
  return Unpack(packed, max_bytes).error().reason;
}

TEST(UnpackTest, KnowsPackedBytesByTheirMagic) {
  EXPECT_TRUE(IsPacked(Gzip("x")));
  EXPECT_TRUE(IsPacked(Zstd("x")));
  EXPECT_FALSE(IsPacked("<html>"));
}

TEST(UnpackTest, ReadsAllMembersAndFrames) {
  EXPECT_EQ(Unpack(Gzip("one ") + Gzip("two"), 1000), "one two");
  EXPECT_EQ(Unpack(Zstd("one ") + Zstd("two"), 1000), "one two");
}

TEST(UnpackTest, PaddingAfterAMemberOrFrameIsIgnored) {
  for (const auto& pack : {Gzip, Zstd}) {
    for (const std::string& padding :
         {std::string(512, '\0'), std::string("\r\n"),
          std::string("\n\0", 2)}) {
      EXPECT_EQ(Unpack(pack("padded") + padding, 1000), "padded");
      EXPECT_EQ(Unpack(Joined({pack("a"), padding, pack("b"), padding}), 9),
                "ab");
    }
  }
}

TEST(UnpackTest, SkippableFramesMayBeAnywhere) {
  for (const char first : {'\x50', '\x55', '\x5F'}) {
    for (const std::string_view content : {"", "note", "a longer note"}) {
      const std::string skipped = SkippableFrame(first, content);

      EXPECT_TRUE(IsPacked(skipped));
      EXPECT_EQ(Unpack(skipped + Zstd("one"), 1000), "one");
      EXPECT_EQ(Unpack(Joined({skipped, skipped, Zstd("one")}), 1000), "one");
      EXPECT_EQ(Unpack(Joined({Zstd("a"), skipped, Zstd("b"), skipped}), 1000),
                "ab");
      EXPECT_EQ(Unpack(skipped, 1000), "");
      EXPECT_EQ(Unpack(Joined({skipped, Zstd("one"), std::string(8, '\0')}), 9),
                "one");
      EXPECT_EQ(ReasonOf(skipped + "text"), model::Reason::kDecompression);
    }
  }
}

TEST(UnpackTest, ASkippableFrameThatIsCutOffIsRefused) {
  const std::string skipped = SkippableFrame('\x50', "a note");

  EXPECT_FALSE(IsPacked("P*M"));
  EXPECT_FALSE(IsPacked(SkippableFrame('\x60', "a note")));
  for (size_t size = 4; size < skipped.size(); ++size) {
    EXPECT_EQ(ReasonOf(skipped.substr(0, size)), model::Reason::kDecompression);
  }
}

TEST(UnpackTest, RefusesWhatIsCutOffOrBroken) {
  for (const std::string& packed : {Gzip("some text"), Zstd("some text")}) {
    const std::string_view view = packed;
    EXPECT_EQ(ReasonOf(view.substr(0, view.size() - 3)),
              model::Reason::kDecompression);
    EXPECT_EQ(ReasonOf(packed + "tail"), model::Reason::kDecompression);
  }
}

TEST(UnpackTest, TheLimitIsExact) {
  const std::string text(100'000, 'a');
  for (const std::string& packed : {Gzip(text), Zstd(text)}) {
    EXPECT_EQ(Unpack(packed, 100'000), text);
    EXPECT_EQ(ReasonOf(packed, 99'999), model::Reason::kLimit);
  }
}

TEST(UnpackTest, AnEmptyBodyIsEmpty) {
  EXPECT_EQ(Unpack(Gzip(""), 10), "");
  EXPECT_EQ(Unpack(Zstd(""), 10), "");
}

}  // namespace
}  // namespace newsmill::input
