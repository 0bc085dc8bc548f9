#include "host.h"

#include <arpa/inet.h>
#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::text {
namespace {

/// Returns whether `c` may be in a host. Every byte of a character beyond ASCII
/// may. https://url.spec.whatwg.org/#forbidden-domain-code-point
bool IsHostCharacter(char c) {
  constexpr std::string_view kForbidden = "#/:<>?@[\\]^|%\x7f";
  return static_cast<unsigned char>(c) > ' ' &&
         kForbidden.find(c) == kForbidden.npos;
}

/// Returns the form of a name in ASCII, or nullopt if UTS #46 rejects the name.
/// Does not check the lengths of labels, hyphens, joiners and writing
/// directions (CheckBidi). They decide whether a name is valid, not which name
/// it is.
std::optional<std::string> PunycodeOf(std::string_view name) {
  struct Close {
    void operator()(UIDNA* idna) const { uidna_close(idna); }
  };
  constexpr uint32_t kIgnored =
      UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
      UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
      UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UIDNA, Close> idna(
      uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII, &status));
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  std::array<char, 1024> ascii;
  const int32_t size = uidna_nameToASCII_UTF8(
      idna.get(), name.data(), static_cast<int32_t>(name.size()), ascii.data(),
      static_cast<int32_t>(ascii.size()), &info, &status);
  if (U_FAILURE(status) || (info.errors & ~kIgnored) != 0) return std::nullopt;
  std::string result(ascii.data(), static_cast<size_t>(size));
  if (!std::ranges::all_of(result, IsHostCharacter)) return std::nullopt;
  return result;
}

void DropFinalDots(std::string& name) {
  name.resize(name.find_last_not_of('.') + 1);
}

/// Returns the normal form of "[2001:db8::1]".
std::optional<std::string> NormalIpv6(std::string_view host) {
  if (!host.ends_with(']')) return std::nullopt;
  in6_addr address;
  const std::string literal(host.substr(1, host.size() - 2));
  if (inet_pton(AF_INET6, literal.c_str(), &address) != 1) return std::nullopt;
  std::array<char, INET6_ADDRSTRLEN> text;
  inet_ntop(AF_INET6, &address, text.data(), text.size());
  return '[' + std::string(text.data()) + ']';
}

/// Returns the normal form of an IPv4 address: "127.0.0.1" for "0x7f.1".
/// Returns `name` if it is not an address.
std::string NormalIpv4(std::string name) {
  in_addr address;
  if (!MayBeIpv4(name) || inet_aton(name.c_str(), &address) == 0) return name;
  std::array<char, INET_ADDRSTRLEN> text;
  inet_ntop(AF_INET, &address, text.data(), text.size());
  return text.data();
}

}  // namespace

std::string DecodedHost(std::string_view host) {
  if (host.find('%') == host.npos) return std::string(host);
  std::string decoded;
  for (size_t i = 0; i < host.size(); ++i) {
    const auto byte = EscapedByte(host, i);
    decoded += byte.value_or(host[i]);
    if (byte) i += 2;
  }
  const bool valid =
      IsValidUtf8(decoded) && std::ranges::all_of(decoded, IsHostCharacter);
  return valid ? decoded : std::string(host);
}

bool MayBeIpv4(std::string_view host) {
  const size_t label = host.rfind('.') + 1;  // 0 if there is no dot
  return label < host.size() && IsAsciiDigit(host[label]);
}

std::optional<std::string> NormalHost(std::string_view host) {
  if (host.starts_with('[')) return NormalIpv6(host);
  std::string name(host);
  DropFinalDots(name);
  if (name.empty() || name.find_first_of(":[]") != name.npos) {
    return std::nullopt;
  }
  if (!IsAscii(name)) {
    std::string punycode = PunycodeOf(name).value_or(name);
    DropFinalDots(punycode);
    if (!punycode.empty()) name = std::move(punycode);
  }
  return NormalIpv4(std::move(name));
}

}  // namespace newsmill::extract::text
