#include "url_identity.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "host.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"
#include "url.h"

namespace newsmill::extract::text {
namespace {

/// A set of letters, digits and some other characters of ASCII.
class CharacterSet {
 public:
  consteval explicit CharacterSet(std::string_view others) {
    for (const char c : others) contains_[static_cast<unsigned char>(c)] = true;
    for (size_t i = 0; i < 128; ++i) {
      if (IsAsciiLetterOrDigit(static_cast<char>(i))) contains_[i] = true;
    }
  }
  bool Contains(char c) const {
    return contains_[static_cast<unsigned char>(c)];
  }

 private:
  std::array<bool, 256> contains_{};
};

/// The characters that the normal form contains without escapes. Brackets are
/// invalid in a path and in a query, but they are reserved characters, so they
/// stay different from their escapes (RFC 3986, section 2.2).
constexpr CharacterSet kUnreserved("-._~");
constexpr CharacterSet kHostCharacters("-.");
constexpr CharacterSet kPathCharacters("-._~!$&'()*+,;=:@/[]");
constexpr CharacterSet kQueryCharacters("-._~!$&()*+,;=:@/[]?");

bool IsHexDigit(char c) {
  return IsAsciiDigit(c) || (LowerAscii(c) >= 'a' && LowerAscii(c) <= 'f');
}

/// Writes characters with and without percent escapes.
class EscapedText {
 public:
  void Append(char c) { out_ += c; }

  /// Appends a "%" that begins no escape.
  void AppendPercent() {
    percent_ = out_.size();
    out_ += '%';
  }

  /// Appends the escape of `byte`, or `byte` itself if it is an unreserved
  /// character.
  void AppendEscape(char byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    if (kUnreserved.Contains(byte) && !ContinuesPercent(byte)) {
      out_ += byte;
      return;
    }
    const auto value = static_cast<unsigned char>(byte);
    out_ += '%';
    out_ += kDigits[value / 16];
    out_ += kDigits[value % 16];
  }

  std::string Take() { return std::move(out_); }

 private:
  /// Returns whether `byte` and a "%" that begins no escape would look like an
  /// escape: "%" "%34" "1" must not become "%41".
  bool ContinuesPercent(char byte) const {
    if (percent_ == out_.npos || !IsHexDigit(byte)) return false;
    const size_t since = out_.size() - percent_;
    return since == 1 || (since == 2 && IsHexDigit(out_.back()));
  }

  std::string out_;
  size_t percent_ = std::string::npos;  // the last "%" that begins no escape
};

std::string WithoutLineBreaks(std::string_view text) {
  std::string out(text);
  std::erase_if(out,
                [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

std::string NormalEscapes(std::string_view part,
                          const CharacterSet& unescaped) {
  const std::string text = WithoutLineBreaks(part);
  EscapedText out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (const auto byte = EscapedByte(text, i)) {
      out.AppendEscape(*byte);
      i += 2;
    } else if (text[i] == '%') {
      out.AppendPercent();
    } else if (unescaped.Contains(text[i])) {
      out.Append(text[i]);
    } else {
      out.AppendEscape(text[i]);
    }
  }
  return out.Take();
}

std::string NormalPath(std::string_view path) {
  std::string slashes(path);
  std::ranges::replace(slashes, '\\', '/');
  return WithoutDotSegments(NormalEscapes(slashes, kPathCharacters));
}

std::string_view NormalPort(std::string_view port) {
  while (port.size() > 1 && port.front() == '0') port.remove_prefix(1);
  return port;
}

/// Returns whether a canonical URL is certainly in normal form. Most URLs are.
bool IsNormal(std::string_view url) {
  const size_t host = url.find("://");
  if (host == url.npos) return false;
  const size_t path = url.find('/', host + 3);
  if (path == url.npos) return false;
  const std::string_view name = url.substr(host + 3, path - host - 3);
  const bool plain_name = std::ranges::all_of(
      name, [](char c) { return kHostCharacters.Contains(c); });
  if (!plain_name || name.ends_with('.') || MayBeIpv4(name)) return false;
  const CharacterSet* unescaped = &kPathCharacters;
  for (size_t i = path; i < url.size(); ++i) {
    if (url[i] == '?') unescaped = &kQueryCharacters;
    if (!unescaped->Contains(url[i])) return false;
    if (url[i] == '.' && url[i - 1] == '/' && unescaped == &kPathCharacters) {
      return false;  // perhaps a dot segment
    }
  }
  return true;
}

}  // namespace

std::string UrlIdentity(std::string_view canonical_url) {
  if (IsNormal(canonical_url)) return std::string(canonical_url);
  UrlParts parts = SplitUrl(canonical_url);
  if (parts.scheme.empty()) return std::string(canonical_url);
  std::optional<std::string> host = NormalHost(parts.host);
  if (!host) return std::string(canonical_url);
  const std::string path = NormalPath(parts.path);
  const std::string query = NormalEscapes(parts.query, kQueryCharacters);
  parts.host = *std::move(host);
  parts.port = NormalPort(parts.port);
  parts.path = path;
  parts.query = query;
  return JoinedUrl(parts);
}

}  // namespace newsmill::extract::text
