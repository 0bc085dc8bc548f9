#include "sniff.h"

#include <algorithm>
#include <array>

#include "email.h"
#include "iptc7901.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "newsmill/json/reader.h"
#include "xml_names.h"

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
  return WithoutBlanksBefore(text).substr(0, kSniffedBytes);
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

constexpr std::array<std::string_view, 3> kFeedRoots = {"rss", "feed", "rdf"};
/// The names of root elements of NewsML-G2 and NITF. Some producers send a part
/// of a document alone, so the names of such parts are also here.
constexpr std::array<std::string_view, 10> kWireRoots = {
    "newsmessage",   "newsitem",     "packageitem", "conceptitem",
    "knowledgeitem", "planningitem", "catalogitem", "contentset",
    "groupset",      "nitf"};
/// The names of elements with which an HTML page or fragment begins.
constexpr auto kHtmlElements = std::to_array<std::string_view>(
    {"html",    "head",      "body",    "title",    "meta",   "link",
     "script",  "style",     "base",    "noscript", "div",    "p",
     "h1",      "h2",        "h3",      "h4",       "h5",     "h6",
     "span",    "a",         "br",      "hr",       "ul",     "ol",
     "li",      "dl",        "table",   "tr",       "td",     "img",
     "picture", "video",     "audio",   "iframe",   "b",      "i",
     "u",       "strong",    "small",   "font",     "center", "main",
     "em",      "article",   "section", "header",   "footer", "nav",
     "aside",   "figure",    "pre",     "form",     "time",   "address",
     "details", "blockquote"});

/// Returns true for the root of a feed. "entry" and "channel" are also names in
/// other XML, so they must have a namespace of Atom or RSS 1.1.
bool IsFeed(std::string_view markup) {
  const std::string root = RootName(markup);
  if (root != "entry" && root != "channel") return IsOneOf(root, kFeedRoots);
  const std::string tag = LowerAscii(markup.substr(0, markup.find('>')));
  const auto has = [&](std::string_view space) {
    return tag.find(space) != tag.npos;
  };
  return root == "entry" ? has("w3.org/2005/atom") || has("purl.org/atom/ns")
                         : has("purl.org/net/rss1.1");
}

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

bool IsHtml(const MediaType& type) {
  return type.essence == "text/html" || type.essence == "application/xhtml+xml";
}

bool IsMedia(std::string_view essence) {
  return essence.starts_with("image/") || essence.starts_with("audio/") ||
         essence.starts_with("video/") || essence.starts_with("font/") ||
         essence == "application/pdf";
}

/// Returns true for an XML document without a declaration. Its first element
/// has a namespace, begins with another element, or ends with the document. A
/// transcript may begin with two tags, but has no end tags.
bool LooksLikeXml(std::string_view text) {
  const std::string_view markup = SkipProlog(text);
  if (markup.size() < 3 || markup[0] != '<' || !IsXmlNameStart(markup[1])) {
    return false;
  }
  const size_t end = markup.find('>');
  if (end == markup.npos) return false;
  const std::string_view tag = markup.substr(1, end - 1);
  const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/"));
  if (!std::ranges::all_of(name, IsXmlNameByte)) return false;
  const std::string_view after = TrimBlanks(markup.substr(end + 1));
  if (tag.find("xmlns") != tag.npos) return true;
  if (after.starts_with('<') && text.find("</") != text.npos) return true;
  if (tag.ends_with('/')) return after.empty();
  const size_t end_tag = text.rfind("</" + std::string(name) + ">");
  if (end_tag == text.npos) return false;
  const std::string_view rest =
      TrimBlanks(text.substr(end_tag + name.size() + 3));
  return rest.empty() || rest.starts_with("<!--");
}

/// Returns true if `text` begins with an object and its first key, also within
/// arrays.
bool BeginsWithKey(std::string_view text) {
  text = Head(text);
  while (text.starts_with('[')) text = WithoutBlanksBefore(text.substr(1));
  if (!text.starts_with('{')) return false;
  text = WithoutBlanksBefore(text.substr(1));
  if (!text.starts_with('"')) return false;
  const size_t end = text.find('"', 1);
  return end != text.npos &&
         WithoutBlanksBefore(text.substr(end + 1)).starts_with(':');
}

/// Returns true for JSON, also if it is cut off. Returns false for a page in
/// front of which a server wrote JSON, and for a text in brackets.
bool LooksLikeJson(std::string_view text) {
  text = JsonIn(text);
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  if (!text.ends_with('>') && BeginsWithKey(text)) return true;
  if (!text.ends_with(text[0] == '{' ? '}' : ']')) return false;
  const auto tree = json::Tree::Parse(text);
  return tree || tree.error().breach != json::Breach::kNone;
}

Form FormOfMarkup(std::string_view text, Form otherwise) {
  const std::string_view markup = SkipProlog(text);
  const std::string root = RootName(markup);
  if (IsFeed(markup)) return Form::kFeed;
  if (IsNewsml1(text)) return Form::kNewsml1;
  if (IsOneOf(root, kWireRoots)) return Form::kWire;
  if (StartsWithIgnoringCase(Head(text), "<!doctype html")) return Form::kHtml;
  if (root == "html") return Form::kHtml;
  if (Head(text).starts_with("<?xml")) return Form::kXml;
  if (IsOneOf(root, kHtmlElements)) return Form::kHtml;
  return LooksLikeXml(text) ? Form::kXml : otherwise;
}

/// Returns the form of a document that is declared as HTML. Many servers send
/// feeds and JSON with the type text/html.
Form FormOfPage(std::string_view text) {
  if (LooksLikeJson(text)) return Form::kJson;
  if (LooksLikeEmail(text)) return Form::kEmail;
  const Form form = FormOfMarkup(text, Form::kHtml);
  return form == Form::kXml ? Form::kHtml : form;
}

/// Returns the form of a document that is declared as text. A fragment of HTML
/// stays text, because an article may begin with a tag that it explains.
Form FormOfText(std::string_view text) {
  const std::string_view head = Head(text);
  const Form form = FormOfMarkup(text, Form::kText);
  const bool is_whole = head.starts_with("<!") || RootName(head) == "html";
  return form == Form::kHtml && !is_whole && !head.starts_with("<?xml")
             ? Form::kText
             : form;
}

/// Returns the form of a document that is declared as XML and does not begin
/// with a tag.
Form FormOfNoXml(std::string_view text) {
  const std::string head = LowerAscii(Head(text));
  if (head.find("<!doctype html") != head.npos ||
      head.find("<html") != head.npos) {
    return Form::kHtml;
  }
  return head.empty() || text.find('<') != text.npos ? Form::kXml : Form::kText;
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

std::string_view WithoutPadding(std::string_view bytes) {
  const size_t end = bytes.find_last_not_of('\0');
  return end == bytes.npos ? bytes : bytes.substr(0, end + 1);
}

std::string_view WithoutBlanksBefore(std::string_view text) {
  // The second mark is a byte-order mark that was encoded twice.
  static constexpr std::array<std::string_view, 2> kMarks = {
      "\xEF\xBB\xBF", "\xC3\xAF\xC2\xBB\xC2\xBF"};
  for (size_t before = 0; before != text.size();) {
    before = text.size();
    while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
    for (const std::string_view mark : kMarks) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
    }
  }
  return text;
}

std::string_view JsonIn(std::string_view text) {
  static constexpr std::string_view kGuard = ")]}'";
  text = TrimBlanks(WithoutBlanksBefore(text));
  if (text.starts_with(kGuard)) {
    text.remove_prefix(std::min(text.find_first_of("{["), text.size()));
  }
  const size_t call =
      std::ranges::find_if_not(text, [](char c) { return IsXmlNameByte(c); }) -
      text.begin();
  if (call == 0 || !text.substr(call).starts_with('(')) return text;
  const std::string_view argument = Trim(text.substr(call + 1), " \t\r\n;");
  if (!argument.ends_with(')')) return text;
  return TrimBlanks(argument.substr(0, argument.size() - 1));
}

Form FormOf(const MediaType& type, std::string_view text) {
  const std::string_view essence = type.essence;
  if (IsMedia(essence)) return Form::kBinary;
  if (essence == "message/rfc822") return Form::kEmail;
  if (IsHtml(type)) return FormOfPage(text);
  const bool is_markup = Head(text).starts_with('<');
  if (LooksLikeJson(text) || (IsJson(type) && !is_markup)) return Form::kJson;
  if (!IsXml(type) && LooksLikeIptc7901(text)) return Form::kIptc7901;
  if (!IsXml(type) && LooksLikeEmail(text)) return Form::kEmail;
  if (!is_markup) return IsXml(type) ? FormOfNoXml(text) : Form::kText;
  if (essence.starts_with("text/") && !IsXml(type)) return FormOfText(text);
  const Form form = FormOfMarkup(text, IsXml(type) ? Form::kXml : Form::kText);
  const bool declared =
      essence == "application/rss+xml" || essence == "application/atom+xml";
  const bool other = form == Form::kXml || form == Form::kText;
  return declared && other ? Form::kFeed : form;
}

}  // namespace newsmill::input
