// The identity of an identity is the identity. A URL with other percent escapes
// has the same identity.
#include <cstdint>
#include <optional>
#include <string>

#include "extract/text/host.h"
#include "extract/text/url.h"
#include "extract/text/url_identity.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/check.h"
#include "newsmill/base/url_reference.h"

namespace newsmill::extract::text {
namespace {

/// Returns `url` with a percent escape for each unreserved character of its
/// path and query. Returns nullopt if the host is invalid, because such a URL
/// does not change. Also returns nullopt if "%" stands for itself somewhere,
/// because escapes after such a "%" are not equivalent to their characters.
std::optional<std::string> WithEscapes(std::string_view url) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr std::string_view kUnreserved = "-._~";
  const UrlParts parts = SplitUrl(url);
  if (parts.scheme.empty() || !NormalHost(parts.host)) return std::nullopt;
  const auto path = static_cast<size_t>(parts.path.data() - url.data());
  std::string out(url.substr(0, path));
  for (size_t i = path; i < url.size(); ++i) {
    const char c = url[i];
    if (EscapedByte(url, i)) {
      out += url.substr(i, 3);
      i += 2;
    } else if (c == '%') {
      return std::nullopt;
    } else if (IsAsciiLetterOrDigit(c) ||
               kUnreserved.find(c) != kUnreserved.npos) {
      out += '%';
      out += kDigits[static_cast<size_t>(c) / 16];
      out += kDigits[static_cast<size_t>(c) % 16];
    } else {
      out += c;
    }
  }
  return out;
}

void CheckIdentity(std::string_view text) {
  const std::string url = CanonicalUrl(text);
  const std::string identity = UrlIdentity(url);
  NEWSMILL_CHECK(UrlIdentity(identity) == identity);
  if (const auto other = WithEscapes(url)) {
    NEWSMILL_CHECK(UrlIdentity(*other) == identity);
  }
}

}  // namespace
}  // namespace newsmill::extract::text

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  newsmill::extract::text::CheckIdentity(
      {reinterpret_cast<const char*>(bytes), size});
  return 0;
}
