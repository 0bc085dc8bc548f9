#include "url.h"

#include <libpsl.h>

#include <algorithm>
#include <array>

#include "host.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::text {
namespace {

constexpr std::array<std::string_view, 22> kTrackingParameters = {
    "fbclid",  "gclid", "gclsrc", "dclid",  "gbraid", "wbraid",
    "msclkid", "yclid", "twclid", "igshid", "igsh",   "mc_cid",
    "mc_eid",  "_ga",   "_gl",    "ncid",   "cmpid",  "ocid",
    "smid",    "spm",   "_hsenc", "_hsmi"};

std::string_view Trim(std::string_view text) {
  const auto blank = [](char c) {
    return static_cast<unsigned char>(c) <= ' ';
  };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Splits "user@host:port", and sets the host and the port. A port consists
/// only of digits.
void SplitAuthority(std::string_view authority, UrlParts& parts) {
  if (const size_t at = authority.rfind('@'); at != authority.npos) {
    authority.remove_prefix(at + 1);
  }
  const size_t colon = authority.rfind(':');
  const bool has_port =
      colon != authority.npos &&
      authority.find_first_not_of("0123456789", colon + 1) == authority.npos;
  if (has_port) {
    parts.port = authority.substr(colon + 1);
    authority = authority.substr(0, colon);
  }
  parts.host = LowerAscii(DecodedHost(authority));
  if (parts.host.ends_with('.')) parts.host.pop_back();
}

bool IsHost(std::string_view host) {
  if (host.empty() || host.size() > 253) return false;
  return std::ranges::none_of(host, [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' ||
           c == '"' || c == '\\' || c == '%';
  });
}

bool IsTracking(std::string_view parameter) {
  const std::string name = LowerAscii(parameter.substr(0, parameter.find('=')));
  return name.starts_with("utm_") ||
         std::ranges::find(kTrackingParameters, name) !=
             kTrackingParameters.end();
}

void AppendQuery(std::string_view query, std::string& out) {
  char separator = '?';
  while (!query.empty()) {
    const size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (parameter.empty() || IsTracking(parameter)) continue;
    out += separator;
    out += parameter;
    separator = '&';
  }
}

bool IsAddress(std::string_view host) {
  return host.starts_with('[') ||
         host.find_first_not_of("0123456789.") == host.npos;
}

}  // namespace

UrlParts SplitUrl(std::string_view url) {
  UrlParts parts;
  const size_t colon = url.find("://");
  if (colon == url.npos) return parts;
  const std::string scheme = LowerAscii(url.substr(0, colon));
  if (scheme != "http" && scheme != "https") return parts;
  url.remove_prefix(colon + 3);
  url = url.substr(0, url.find('#'));
  const size_t query = url.find('?');
  if (query != url.npos) parts.query = url.substr(query + 1);
  url = url.substr(0, query);
  const size_t path = std::min(url.find('/'), url.size());
  SplitAuthority(url.substr(0, path), parts);
  parts.path = url.substr(path);
  if (IsHost(parts.host)) parts.scheme = scheme;
  return parts;
}

std::string JoinedUrl(const UrlParts& parts) {
  std::string out = parts.scheme + "://" + parts.host;
  const std::string_view default_port = parts.scheme == "http" ? "80" : "443";
  if (!parts.port.empty() && parts.port != default_port) {
    out += ':';
    out += parts.port;
  }
  out += parts.path.empty() ? "/" : parts.path;
  AppendQuery(parts.query, out);
  return out;
}

std::string CanonicalUrl(std::string_view url) {
  const UrlParts parts = SplitUrl(Trim(url));
  return parts.scheme.empty() ? "" : JoinedUrl(parts);
}

std::string RegistrableDomain(std::string_view url) {
  const UrlParts parts = SplitUrl(Trim(url));
  if (parts.scheme.empty()) return "";
  if (IsAddress(parts.host)) return parts.host;
  const char* domain =
      psl_registrable_domain(psl_builtin(), parts.host.c_str());
  return domain != nullptr ? domain : parts.host;
}

}  // namespace newsmill::extract::text
