#include "newsmill/base/url_reference.h"

#include "newsmill/base/ascii.h"

namespace newsmill {
namespace {

/// Returns the length of the scheme of `url`, including the ":". For
/// "https://example.org", this is 6. Returns 0 if `url` has no scheme.
size_t SchemeSize(std::string_view url) {
  if (url.empty() || !IsAsciiLetter(url[0])) return 0;
  for (size_t i = 1; i < url.size(); ++i) {
    const char c = url[i];
    if (c == ':') return i + 1;
    if (!IsAsciiLetterOrDigit(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

/// The five parts of a URL (RFC 3986, section 3), with their delimiters.
struct Parts {
  std::string_view scheme;     // "https:"
  std::string_view authority;  // "//example.org"
  std::string_view path;
  std::string_view query;     // "?q"
  std::string_view fragment;  // "#f"
};

Parts PartsOf(std::string_view url) {
  Parts parts;
  const auto take = [&](size_t size) {
    const std::string_view part = url.substr(0, size);
    url.remove_prefix(part.size());
    return part;
  };
  parts.scheme = take(SchemeSize(url));
  if (url.starts_with("//"))
    parts.authority = take(url.find_first_of("/?#", 2));
  parts.path = take(url.find_first_of("?#"));
  if (url.starts_with('?')) parts.query = take(url.find('#'));
  parts.fragment = url;
  return parts;
}

void RemoveLastSegment(std::string& path) {
  const size_t slash = path.rfind('/');
  path.resize(slash == path.npos ? 0 : slash);
}

std::string MergedPath(const Parts& base, std::string_view path) {
  if (path.starts_with('/')) return WithoutDotSegments(path);
  const size_t slash = base.path.rfind('/');
  std::string merged(slash == base.path.npos ? "/"
                                             : base.path.substr(0, slash + 1));
  merged += path;
  return WithoutDotSegments(merged);
}

void Append(std::string& out,
            const std::initializer_list<std::string_view>& parts) {
  for (const std::string_view part : parts) out += part;
}

/// Returns the value of a hexadecimal digit, or -1 for other characters.
int HexValue(char c) {
  if (IsAsciiDigit(c)) return c - '0';
  c = LowerAscii(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::optional<char> EscapedByte(std::string_view text, size_t at) {
  if (at + 2 >= text.size() || text[at] != '%') return std::nullopt;
  const int high = HexValue(text[at + 1]);
  const int low = HexValue(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

std::string WithoutDotSegments(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const size_t end = path.find('/', 1);
    const std::string_view segment = path.substr(0, end);
    path.remove_prefix(segment.size());
    if (segment == "/.." || segment == "/.") {
      if (segment == "/..") RemoveLastSegment(out);
      if (path.empty()) out += '/';
    } else {
      out += segment;
    }
  }
  return out;
}

bool IsAbsoluteUrl(std::string_view url) {
  const size_t scheme = SchemeSize(url);
  return scheme > 0 && url.substr(scheme).starts_with("//");
}

bool IsHttpUrl(std::string_view url) {
  const Parts parts = PartsOf(TrimBlanks(url));
  const bool http = EqualsIgnoringCase(parts.scheme, "http:") ||
                    EqualsIgnoringCase(parts.scheme, "https:");
  return http && parts.authority.size() > 2;
}

std::string_view BaseUrlOf(std::string_view url) {
  constexpr size_t kMaxBytes = 8192;
  url = TrimBlanks(url);
  return url.size() <= kMaxBytes && IsAbsoluteUrl(url) ? url : "";
}

std::string ResolvedUrl(std::string_view reference, std::string_view base_url) {
  reference = TrimBlanks(reference);
  base_url = BaseUrlOf(base_url);
  if (base_url.empty()) return std::string(reference);
  if (reference.empty()) return std::string(base_url);
  const Parts parts = PartsOf(reference);
  if (!parts.scheme.empty()) return std::string(reference);
  const Parts base = PartsOf(base_url);
  std::string out(base.scheme);
  if (!parts.authority.empty()) {
    Append(out, {parts.authority, parts.path, parts.query, parts.fragment});
  } else if (parts.path.empty()) {
    Append(out,
           {base.authority, base.path,
            parts.query.empty() ? base.query : parts.query, parts.fragment});
  } else {
    Append(out, {base.authority, MergedPath(base, parts.path), parts.query,
                 parts.fragment});
  }
  return out;
}

}  // namespace newsmill
