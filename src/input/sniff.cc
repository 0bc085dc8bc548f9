#include "sniff.h"

#include <algorithm>
#include <array>

#include "email.h"
#include "iptc7901.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "wire_terms.h"

namespace newsmill::input {
namespace {

// Only this many bytes at the start of a document are read. An XML declaration,
// comments and a doctype before the root element are usually shorter.
constexpr size_t kSniffedBytes = 4096;

struct Signature {
  std::string_view bytes;
  std::string_view format;
};
constexpr std::array<Signature, 14> kSignatures = {{
    {"%PDF-", "PDF"},
    {"\x89PNG", "PNG"},
    {"\xFF\xD8\xFF", "JPEG"},
    {"GIF87a", "GIF"},
    {"GIF89a", "GIF"},
    {"PK\x03\x04", "ZIP"},
    {"\xD0\xCF\x11\xE0", "an OLE document"},
    {"ID3\x02", "MP3"},
    {"ID3\x03", "MP3"},
    {"ID3\x04", "MP3"},
    {{"OggS\0", 5}, "Ogg"},
    {"BZh91AY", "bzip2"},
    {"\xFD"
     "7zXZ",
     "xz"},
    {"\x7F"
     "ELF",
     "ELF"},
}};

std::string_view Head(std::string_view text) {
  text = WithoutByteOrderMark(text);
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  return text.substr(0, kSniffedBytes);
}

/// Returns `text` without the declarations and comments before its root
/// element.
std::string_view SkipProlog(std::string_view text) {
  for (;;) {
    text = Head(text);
    std::string_view end;
    if (text.starts_with("<?"))
      end = "?>";
    else if (text.starts_with("<!--"))
      end = "-->";
    else if (text.starts_with("<!") || text.starts_with("]"))
      end = ">";  // skips each declaration in a doctype by itself
    else if (text.starts_with('%'))
      end = ";";
    else
      return text;
    const size_t at = text.find(end);
    if (at == text.npos) return "";
    text.remove_prefix(at + end.size());
  }
}

/// Returns the local name of the element at the start of `text`, in lower case.
std::string RootName(std::string_view text) {
  if (text.size() < 2 || text[0] != '<') return "";
  const size_t end = text.find_first_of(" \t\r\n/>", 1);
  std::string_view name = text.substr(1, end == text.npos ? 64 : end - 1);
  if (const size_t colon = name.find(':'); colon != name.npos) {
    name.remove_prefix(colon + 1);
  }
  return LowerAscii(name.substr(0, 64));
}

template <size_t kSize>
bool IsOneOf(std::string_view name,
             const std::array<std::string_view, kSize>& names) {
  return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 3> kFeedRoots = {"rss", "feed", "rdf"};
/// The names of root elements of NewsML-G2 and NITF. Some producers send a part
/// of a document alone, so the names of such parts are also here.
constexpr std::array<std::string_view, 10> kWireRoots = {
    "newsmessage",   "newsitem",     "packageitem", "conceptitem",
    "knowledgeitem", "planningitem", "catalogitem", "contentset",
    "groupset",      "nitf"};
constexpr std::array<std::string_view, 30> kHtmlElements = {
    "html", "head", "body", "title",   "meta",    "link",   "script", "style",
    "div",  "p",    "h1",   "h2",      "h3",      "span",   "a",      "br",
    "ul",   "ol",   "li",   "table",   "img",     "iframe", "b",      "i",
    "font", "main", "em",   "article", "section", "header"};

/// Returns true for the root of NewsML 1. It may be a news item alone, whose
/// name NewsML-G2 writes as "newsItem".
bool IsNewsml1(std::string_view markup) {
  markup = SkipProlog(markup);
  return RootName(markup) == "newsml" || markup.starts_with("<NewsItem");
}

bool IsXml(const MediaType& type) {
  return type.essence == "text/xml" || type.essence == "application/xml" ||
         type.essence.ends_with("+xml");
}

Form FormOfMarkup(std::string_view text, Form otherwise) {
  const bool xml = Head(text).starts_with("<?xml");
  const std::string root = RootName(SkipProlog(text));
  if (IsOneOf(root, kFeedRoots)) return Form::kFeed;
  if (IsNewsml1(text)) return Form::kNewsml1;
  if (IsOneOf(root, kWireRoots)) return Form::kWire;
  if (StartsWithIgnoringCase(Head(text), "<!doctype html")) return Form::kHtml;
  if (root == "html") return Form::kHtml;
  if (xml) return Form::kXml;
  if (IsOneOf(root, kHtmlElements)) return Form::kHtml;
  return otherwise;
}

}  // namespace

MediaType ParseMediaType(std::string_view content_type) {
  MediaType type;
  const size_t end = content_type.find(';');
  type.essence = LowerAscii(TrimBlanks(content_type.substr(0, end)));
  while (content_type.find(';') != content_type.npos) {
    content_type.remove_prefix(content_type.find(';') + 1);
    std::string_view parameter =
        TrimBlanks(content_type.substr(0, content_type.find(';')));
    if (!StartsWithIgnoringCase(parameter, "charset=")) continue;
    parameter = TrimBlanks(parameter.substr(8));
    while (!parameter.empty() &&
           (parameter[0] == '"' || parameter[0] == '\'')) {
      parameter.remove_prefix(1);
    }
    type.charset =
        LowerAscii(parameter.substr(0, parameter.find_first_of("\"' ")));
    break;
  }
  return type;
}

bool IsJson(const MediaType& type) {
  return type.essence == "application/json" || type.essence == "text/json" ||
         type.essence == "application/x-ndjson" ||
         type.essence.ends_with("+json");
}

bool IsUnspecific(const MediaType& type) {
  static constexpr std::array<std::string_view, 8> kUnspecific = {
      "",
      "application/octet-stream",
      "binary/octet-stream",
      "application/gzip",
      "application/x-gzip",
      "application/zstd",
      "application/unknown",
      "*/*"};
  return IsOneOf(type.essence, kUnspecific);
}

std::string_view BinaryFormat(std::string_view bytes, bool may_hold_nul) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return signature.format;
  }
  if (bytes.starts_with("RIFF") &&
      bytes.substr(0, 16).find("WEBP") != bytes.npos) {
    return "WebP";
  }
  if (bytes.size() > 11 && bytes[0] == '\0' && bytes.substr(4, 4) == "ftyp") {
    return "MP4";
  }
  if (may_hold_nul) return "";
  // An HTML page may contain a few NUL bytes, so only many NUL bytes mean
  // binary data.
  size_t nuls = 0;
  for (size_t at = bytes.find('\0'); at != bytes.npos;
       at = bytes.find('\0', at + 1)) {
    ++nuls;
  }
  return nuls * 512 > bytes.size() ? "binary data (NUL bytes)" : "";
}

Form FormOf(const MediaType& type, std::string_view text) {
  const std::string_view essence = type.essence;
  const std::string_view head = Head(text);
  if (essence == "text/html" || essence == "application/xhtml+xml") {
    // Many servers send feeds with the type text/html, and feed readers accept
    // that.
    return IsOneOf(RootName(SkipProlog(text)), kFeedRoots) ? Form::kFeed
                                                           : Form::kHtml;
  }
  if (essence.starts_with("image/") || essence.starts_with("audio/") ||
      essence.starts_with("video/") || essence.starts_with("font/") ||
      essence == "application/pdf") {
    return Form::kBinary;
  }
  if (IsJson(type)) return Form::kJson;
  if (essence == "message/rfc822") return Form::kEmail;
  if (!IsXml(type) && LooksLikeIptc7901(text)) return Form::kIptc7901;
  if (!IsXml(type) && LooksLikeEmail(text)) return Form::kEmail;
  if (essence.starts_with("text/") && essence != "text/xml" &&
      !head.starts_with("<?xml") && !head.starts_with("<!") &&
      RootName(head) != "html" && !IsOneOf(RootName(head), kFeedRoots) &&
      !IsOneOf(RootName(head), kWireRoots) && !IsNewsml1(head)) {
    return Form::kText;
  }
  if (head.starts_with('<')) {
    const Form form =
        FormOfMarkup(text, IsXml(type) ? Form::kXml : Form::kText);
    const bool declared =
        essence == "application/rss+xml" || essence == "application/atom+xml";
    const bool other = form == Form::kXml || form == Form::kText;
    return declared && other ? Form::kFeed : form;
  }
  if (IsXml(type)) return Form::kXml;
  if (head.starts_with('{') && LooksLikeJsonDocument(text)) return Form::kJson;
  return Form::kText;
}

bool LooksLikeJsonDocument(std::string_view json) {
  const auto has = [&](std::string_view text) {
    return json.find(text) != json.npos;
  };
  if (has("jsonfeed.org/version/")) return true;
  if (!has("\"uri\"") && !has("\"guid\"")) return false;
  return std::ranges::any_of(NinjsKeys(), [&](std::string_view key) {
    return has('"' + std::string(key) + '"');
  });
}

}  // namespace newsmill::input
