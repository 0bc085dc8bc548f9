// newsmill_dump_html: reads pages and writes their trees as HTML, each after
// its length (32 bits, little-endian). Pages are UTF-8.
//
// https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments
#include <array>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "newsmill/html/parse.h"

namespace newsmill::html {
namespace {

bool IsVoid(Tag tag) {
  switch (tag) {
    case Tag::kArea:
    case Tag::kBase:
    case Tag::kBasefont:
    case Tag::kBgsound:
    case Tag::kBr:
    case Tag::kCol:
    case Tag::kEmbed:
    case Tag::kFrame:
    case Tag::kHr:
    case Tag::kImg:
    case Tag::kInput:
    case Tag::kKeygen:
    case Tag::kLink:
    case Tag::kMeta:
    case Tag::kParam:
    case Tag::kSource:
    case Tag::kTrack:
    case Tag::kWbr:
      return true;
    default:
      return false;
  }
}

bool HoldsRawText(Tag tag) {
  switch (tag) {
    case Tag::kStyle:
    case Tag::kScript:
    case Tag::kXmp:
    case Tag::kIframe:
    case Tag::kNoembed:
    case Tag::kNoframes:
    case Tag::kPlaintext:
      return true;
    default:
      return false;
  }
}

void AppendEscaped(std::string_view text, bool in_attribute, std::string& out) {
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '&') {
      out += "&amp;";
    } else if (text.substr(i, 2) == "\xC2\xA0") {
      out += "&nbsp;";
      ++i;
    } else if (c == '"' && in_attribute) {
      out += "&quot;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
}

void Begin(const Document& page, NodeId node, std::string& out) {
  switch (page.type(node)) {
    case NodeType::kDocument:
    case NodeType::kTemplateContents:
      return;
    case NodeType::kDoctype:
      out.append("<!DOCTYPE ").append(page.name(node)).append(">");
      return;
    case NodeType::kComment:
      out.append("<!--").append(page.text(node)).append("-->");
      return;
    case NodeType::kText:
      if (HoldsRawText(page.tag(page.parent(node)))) {
        out += page.text(node);
      } else {
        AppendEscaped(page.text(node), false, out);
      }
      return;
    case NodeType::kElement:
      out.append("<").append(page.name(node));
      for (const Attribute& attribute : page.attributes(node)) {
        out.append(" ").append(page.name(attribute)).append("=\"");
        AppendEscaped(page.value(attribute), true, out);
        out += '"';
      }
      out += '>';
  }
}

void End(const Document& page, NodeId node, std::string& out) {
  if (!page.IsElement(node) || IsVoid(page.tag(node))) return;
  out.append("</").append(page.name(node)).append(">");
}

std::string Serialise(const Document& page) {
  std::string out;
  NodeId node = page.first_child(page.root());
  while (node != kNoNode) {
    Begin(page, node, out);
    if (page.first_child(node) != kNoNode) {
      node = page.first_child(node);
      continue;
    }
    End(page, node, out);
    while (node != page.root() && page.next_sibling(node) == kNoNode) {
      node = page.parent(node);
      End(page, node, out);
    }
    if (node == page.root()) break;
    node = page.next_sibling(node);
  }
  return out;
}

bool ReadPage(std::string& page) {
  std::array<unsigned char, 4> length{};
  if (std::fread(length.data(), 1, 4, stdin) != 4) return false;
  page.resize(length[0] | length[1] << 8U | length[2] << 16U |
              static_cast<uint32_t>(length[3]) << 24U);
  return std::fread(page.data(), 1, page.size(), stdin) == page.size();
}

void WritePage(std::string_view page) {
  for (size_t i = 0; i < 4; ++i) {
    std::fputc(static_cast<int>(page.size() >> (8 * i) & 0xFFU), stdout);
  }
  std::fwrite(page.data(), 1, page.size(), stdout);
  std::fflush(stdout);
}

}  // namespace
}  // namespace newsmill::html

int main() {
  std::string page;
  while (newsmill::html::ReadPage(page)) {
    newsmill::html::WritePage(
        newsmill::html::Serialise(newsmill::html::Parse(page)));
  }
  return 0;
}
