#include "unpack.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>

#include "newsmill/base/ascii.h"
#include "newsmill/base/check.h"

namespace newsmill::input {
namespace {

using model::Reason;
using model::Rejection;
using Result = std::expected<std::string, Rejection>;

constexpr std::string_view kGzipMagic("\x1F\x8B\x08", 3);
constexpr std::string_view kZstdMagic("\x28\xB5\x2F\xFD", 4);
// Follows a first byte from 0x50 to 0x5F (RFC 8878, section 3.1.2).
constexpr std::string_view kSkippableMagic("\x2A\x4D\x18", 3);
constexpr size_t kFirstRoom = size_t{64} << 10;

std::unexpected<Rejection> Broken(std::string detail) {
  return std::unexpected(
      Rejection{Reason::kDecompression, std::move(detail), ""});
}

/// Returns true if the bytes begin with a frame whose content a decoder skips.
bool BeginsWithSkippable(std::string_view bytes) {
  return !bytes.empty() && (bytes[0] & 0xF0) == 0x50 &&
         bytes.substr(1).starts_with(kSkippableMagic);
}

/// Returns the number of bytes before the next member or frame. Zeros are
/// padding, because tar writes them on tapes. Blanks come from tools that end
/// each body with a line break.
size_t PaddingIn(std::string_view rest) {
  const auto is_padding = [](char c) { return c == '\0' || IsBlank(c); };
  return static_cast<size_t>(std::ranges::find_if_not(rest, is_padding) -
                             rest.begin());
}

/// A buffer that doubles its size when it is full, up to one byte more than the
/// limit. If this byte is used, the contents exceed the limit.
class Output {
 public:
  explicit Output(int64_t max_bytes) : max_(static_cast<size_t>(max_bytes)) {}

  char* at() { return bytes_.data() + size_; }
  size_t room() const { return bytes_.size() - size_; }
  void Wrote(size_t bytes) { size_ += bytes; }
  bool TooLarge() const { return size_ > max_; }
  void MakeRoom() {
    if (room() > 0) return;
    const size_t wanted = std::max(kFirstRoom, bytes_.size() * 2);
    bytes_.resize(std::min(wanted, max_ + 1));
  }
  std::unexpected<Rejection> Refusal() const {
    return std::unexpected(Rejection{Reason::kLimit,
                                     "the body unpacks to more than " +
                                         std::to_string(max_) +
                                         " bytes (input.max_unpacked_bytes)",
                                     ""});
  }
  std::string Take() {
    bytes_.resize(size_);
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
  size_t size_ = 0;
  size_t max_;
};

struct InflateEnd {
  void operator()(z_stream* stream) const {
    inflateEnd(stream);
    delete stream;
  }
};
using Inflater = std::unique_ptr<z_stream, InflateEnd>;

Inflater MakeInflater(std::string_view bytes) {
  Inflater stream(new z_stream{});
  // 15 is the window size: 2^15 bytes. Adding 16 makes zlib accept only gzip.
  NEWSMILL_CHECK(inflateInit2(stream.get(), 15 + 16) == Z_OK);
  stream->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream->avail_in = static_cast<uInt>(bytes.size());
  return stream;
}

int InflateSome(z_stream& stream, Output& out) {
  out.MakeRoom();
  stream.next_out = reinterpret_cast<Bytef*>(out.at());
  stream.avail_out = static_cast<uInt>(out.room());
  const uInt before = stream.avail_out;
  const int code = inflate(&stream, Z_NO_FLUSH);
  out.Wrote(before - stream.avail_out);
  return code;
}

Result Gunzip(std::string_view bytes, int64_t max_bytes) {
  const Inflater stream = MakeInflater(bytes);
  Output out(max_bytes);
  for (;;) {
    const int code = InflateSome(*stream, out);
    if (out.TooLarge()) return out.Refusal();
    if (code == Z_STREAM_END) {
      const size_t padding =
          PaddingIn({reinterpret_cast<const char*>(stream->next_in),
                     static_cast<size_t>(stream->avail_in)});
      stream->next_in += padding;
      stream->avail_in -= static_cast<uInt>(padding);
      if (stream->avail_in == 0) return out.Take();
      inflateReset(stream.get());
    } else if (code != Z_OK) {
      return Broken(
          code == Z_BUF_ERROR
              ? "the gzip body is cut off"
              : std::string("the gzip body is invalid: ") +
                    (stream->msg != nullptr ? stream->msg : "no dictionary"));
    } else if (stream->avail_in == 0 && stream->avail_out > 0) {
      return Broken("the gzip body is cut off");
    }
  }
}

struct FreeDStream {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

Result Unzstd(std::string_view bytes, int64_t max_bytes) {
  const std::unique_ptr<ZSTD_DStream, FreeDStream> stream(ZSTD_createDStream());
  NEWSMILL_CHECK(stream != nullptr);
  // 2^23 bytes (8 MiB) is the maximum window, to limit memory. RFC 8878
  // recommends that every decoder supports this window.
  ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, 23);
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  Output out(max_bytes);
  for (;;) {
    out.MakeRoom();
    ZSTD_outBuffer buffer{out.at(), out.room(), 0};
    const size_t left = ZSTD_decompressStream(stream.get(), &buffer, &in);
    if (ZSTD_isError(left) != 0) {
      return Broken(std::string("the zstd body is invalid: ") +
                    ZSTD_getErrorName(left));
    }
    out.Wrote(buffer.pos);
    if (out.TooLarge()) return out.Refusal();
    if (left == 0) in.pos += PaddingIn(bytes.substr(in.pos));
    if (in.pos < in.size) continue;
    if (left == 0) return out.Take();
    if (buffer.pos < buffer.size) return Broken("the zstd body is cut off");
  }
}

}  // namespace

bool IsPacked(std::string_view bytes) {
  return bytes.starts_with(kGzipMagic) || bytes.starts_with(kZstdMagic) ||
         BeginsWithSkippable(bytes);
}

Result Unpack(std::string_view bytes, int64_t max_bytes) {
  return bytes.starts_with(kGzipMagic) ? Gunzip(bytes, max_bytes)
                                       : Unzstd(bytes, max_bytes);
}

}  // namespace newsmill::input
