#include "charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "newsmill/base/ascii.h"
#include "newsmill/json/utf8.h"

namespace newsmill::input {
namespace {

using Result = std::expected<std::string, model::Rejection>;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter OpenConverter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// What the web means by a label, where ICU means something else
/// (https://encoding.spec.whatwg.org/#names-and-labels).
std::string IcuNameOf(std::string_view label) {
  std::string name = LowerAscii(label);
  static constexpr std::array<std::string_view, 9> kLatin1 = {
      "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1",      "latin-1",
      "l1",         "us-ascii",  "ascii",      "windows-1252"};
  if (std::ranges::find(kLatin1, name) != kLatin1.end()) return "windows-1252";
  if (name == "utf-16" || name == "utf16") return "utf-16le";
  if (name == "gb2312" || name == "gbk" || name == "x-gbk") return "gb18030";
  if (name == "shift_jis" || name == "sjis") return "windows-31j";
  if (name == "euc-kr" || name == "ks_c_5601-1987") return "windows-949";
  if (name == "iso-8859-9" || name == "latin5") return "windows-1254";
  if (name == "tis-620" || name == "iso-8859-11") return "windows-874";
  return name;
}

std::string_view LabelOfByteOrderMark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  return "";
}

std::string Repaired(std::string bytes) {
  if (json::IsValidUtf8(bytes)) return bytes;
  std::string valid;
  valid.reserve(bytes.size() + bytes.size() / 8);
  json::AppendValidUtf8(bytes, valid);
  return valid;
}

/// The default callback of ICU writes U+FFFD for what it cannot map.
std::string Convert(UConverter* converter, std::string_view bytes) {
  std::u16string units(bytes.size() + 1, u'\0');
  const char* source = bytes.data();
  char16_t* target = units.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_reset(converter);
  ucnv_toUnicode(converter, &target, units.data() + units.size(), &source,
                 bytes.data() + bytes.size(), nullptr, /*flush=*/1, &status);
  const auto size = static_cast<int32_t>(target - units.data());
  std::string out;
  icu::UnicodeString(false, units.data(), size).toUTF8String(out);
  return out;
}

Result ConvertFrom(std::string_view label, std::string_view bytes) {
  const Converter converter = OpenConverter(IcuNameOf(label));
  if (converter != nullptr) return Convert(converter.get(), bytes);
  return std::unexpected(model::Rejection{
      model::Reason::kCharset,
      "unknown charset \"" + std::string(json::TruncateUtf8(label, 40)) +
          "\", and the bytes are not UTF-8",
      ""});
}

}  // namespace

bool HoldsNulBytes(std::string_view bytes, std::string_view declared) {
  if (LabelOfByteOrderMark(bytes).starts_with("utf-16")) return true;
  const std::string label = LowerAscii(declared);
  return label.starts_with("utf-16") || label.starts_with("utf-32") ||
         label.starts_with("utf16") || label.starts_with("utf32");
}

Result ToUtf8(std::string bytes, std::string_view declared) {
  const std::string_view mark = LabelOfByteOrderMark(bytes);
  if (mark == "utf-8") return Repaired(bytes.substr(3));
  if (!mark.empty())
    return ConvertFrom(mark, std::string_view(bytes).substr(2));

  const std::string label = LowerAscii(declared);
  if (label == "utf-8" || label == "utf8") return Repaired(std::move(bytes));
  const bool valid = json::IsValidUtf8(bytes);
  if (label.empty()) {
    return valid ? Result(std::move(bytes))
                 : ConvertFrom("windows-1252", bytes);
  }
  Result converted = ConvertFrom(label, bytes);
  if (!converted && valid) return bytes;
  return converted;
}

}  // namespace newsmill::input
