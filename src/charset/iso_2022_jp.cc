// https://encoding.spec.whatwg.org/#iso-2022-jp-decoder
//
// The escape sequences, and the characters after each of them:
//
//   ESC ( B  ASCII     ESC ( J  Roman     ESC ( I  katakana
//   ESC $ @ or ESC $ B  two bytes for each character (Mode::kLead)
#include "decoders.h"
#include "jis_index.h"
#include "sequence.h"

namespace newsmill::charset {
namespace {

enum class Mode { kAscii, kRoman, kKatakana, kLead };

constexpr char kEscape = '\x1B';

class Decoder {
 public:
  explicit Decoder(std::string_view in) : in_(in) {}

  std::string Run() {
    out_.reserve(in_.size() + in_.size() / 2);
    while (at_ < in_.size()) {
      if (in_[at_] == kEscape) {
        ReadEscape();
      } else if (mode_ == Mode::kLead) {
        ReadPair();
      } else {
        ReadByte();
      }
    }
    return std::move(out_);
  }

 private:
  void Append(int32_t character) { AppendCharacter(character, out_); }

  /// Reads an escape sequence. An escape sequence directly after another escape
  /// sequence is an error, because such sequences could hide markup.
  void ReadEscape() {
    const std::string_view code = in_.substr(at_ + 1, 2);
    ++at_;
    if (code == "(B") {
      mode_ = Mode::kAscii;
    } else if (code == "(J") {
      mode_ = Mode::kRoman;
    } else if (code == "(I") {
      mode_ = Mode::kKatakana;
    } else if (code == "$@" || code == "$B") {
      mode_ = Mode::kLead;
    } else {
      after_escape_ = false;
      Append(kReplacement);
      return;
    }
    at_ += 2;
    if (after_escape_) Append(kReplacement);
    after_escape_ = true;
  }

  void ReadByte() {
    const auto byte = static_cast<unsigned char>(in_[at_++]);
    after_escape_ = false;
    if (mode_ == Mode::kKatakana) {
      Append(IsIn(byte, 0x21, 0x5F) ? 0xFF61 - 0x21 + byte : kReplacement);
    } else if (byte >= 0x80 || byte == 0x0E || byte == 0x0F) {
      Append(kReplacement);
    } else if (mode_ == Mode::kRoman && byte == 0x5C) {
      Append(0xA5);  // yen sign
    } else if (mode_ == Mode::kRoman && byte == 0x7E) {
      Append(0x203E);  // overline
    } else {
      out_ += static_cast<char>(byte);
    }
  }

  void ReadPair() {
    const auto lead = static_cast<unsigned char>(in_[at_++]);
    after_escape_ = false;
    if (!IsIn(lead, 0x21, 0x7E)) return Append(kReplacement);
    if (at_ == in_.size()) return Append(kReplacement);
    // The loop in Run reads this escape sequence next.
    if (in_[at_] == kEscape) return Append(kReplacement);
    const auto trail = static_cast<unsigned char>(in_[at_++]);
    if (!IsIn(trail, 0x21, 0x7E)) return Append(kReplacement);
    const char16_t character = Jis0208((lead - 0x21U) * 94 + trail - 0x21U);
    Append(character == 0 ? kReplacement : character);
  }

  std::string_view in_;
  std::string out_;
  size_t at_ = 0;
  Mode mode_ = Mode::kAscii;
  bool after_escape_ = false;  // nothing has been read since the last escape
};

}  // namespace

std::string DecodeIso2022Jp(std::string_view in) { return Decoder(in).Run(); }

}  // namespace newsmill::charset
