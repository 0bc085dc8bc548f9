#include "html_text.h"

#include <algorithm>
#include <array>

#include "character_references.h"
#include "characters.h"
#include "html_attributes.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract {
namespace {

// Longer names and attributes are no names that matter.
constexpr size_t kMaxTagBytes = 64 << 10;

/// Their content is not text, up to the end tag of the same name.
constexpr std::array<std::string_view, 9> kRawElements = {
    "script", "style",  "noscript", "template", "textarea",
    "iframe", "object", "svg",      "select"};
/// Their content is not the article, with the elements in it.
constexpr std::array<std::string_view, 8> kSideElements = {
    "nav", "footer", "aside", "form", "button", "dialog", "menu", "figcaption"};
/// They begin and end a line.
constexpr std::array<std::string_view, 34> kBlockElements = {
    "address", "article", "blockquote", "br",    "center", "dd",
    "details", "div",     "dl",         "dt",    "figure", "h1",
    "h2",      "h3",      "h4",         "h5",    "h6",     "header",
    "hr",      "li",      "main",       "ol",    "p",      "pre",
    "section", "summary", "table",      "tbody", "td",     "th",
    "tr",      "ul",      "body",       "html"};

template <size_t kSize>
bool IsOneOf(std::string_view name,
             const std::array<std::string_view, kSize>& names) {
  return std::ranges::find(names, name) != names.end();
}

bool IsAsciiLetter(char c) {
  return LowerAscii(c) >= 'a' && LowerAscii(c) <= 'z';
}
struct Tag {
  std::string name;  // in lower case
  bool end = false;
  std::string_view attributes;
};

class Scanner {
 public:
  explicit Scanner(std::string_view html) : html_(html) {
    out_.text.reserve(html.size() / 4);
  }

  HtmlText Scan() {
    while (at_ < html_.size()) {
      const size_t open = std::min(html_.find('<', at_), html_.size());
      Text(html_.substr(at_, open - at_));
      at_ = open;
      if (at_ < html_.size()) Markup();
    }
    out_.title = !og_title_.empty() ? og_title_
                 : !title_.empty()  ? title_
                                    : h1_;
    return std::move(out_);
  }

 private:
  void Text(std::string_view text) {
    if (text.empty() || side_depth_ > 0) return;
    if (in_title_) {
      if (title_.empty()) title_ = Tidy(DecodeReferences(text));
      return;
    }
    if (in_h1_ && h1_.empty()) h1_ = Tidy(DecodeReferences(text));
    // Line breaks in the source are blanks on the page.
    for (const char c : DecodeReferences(text)) {
      out_.text += c == '\n' || c == '\r' ? ' ' : c;
    }
  }

  void Markup() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) {
      const size_t end = html_.find("-->", at_ + 4);
      at_ = end == html_.npos ? html_.size() : end + 3;
      return;
    }
    const bool end = rest.starts_with("</");
    const size_t name = at_ + (end ? 2 : 1);
    if (name >= html_.size() || !IsAsciiLetter(html_[name])) {
      const bool declaration = rest.starts_with("<!") || rest.starts_with("<?");
      if (declaration || end) {
        at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
      } else {
        Text(html_.substr(at_++, 1));
      }
      return;
    }
    Element(ReadTag(name, end));
  }

  Tag ReadTag(size_t name, bool end) {
    Tag tag;
    tag.end = end;
    size_t i = name;
    while (i < html_.size() && !IsBlank(html_[i]) && html_[i] != '>' &&
           html_[i] != '/' && i - name < 32) {
      tag.name += LowerAscii(html_[i++]);
    }
    const size_t close = TagEnd(i);
    tag.attributes = html_.substr(i, close - i);
    at_ = std::min(close + 1, html_.size());
    return tag;
  }

  /// The '>' that no quotes hold. A quote that never ends does not swallow the
  /// page: then the first '>' ends the tag.
  size_t TagEnd(size_t begin) const {
    const size_t limit = std::min(html_.size(), begin + kMaxTagBytes);
    char quote = '\0';
    for (size_t i = begin; i < limit; ++i) {
      const char c = html_[i];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '>') {
        return i;
      } else if ((c == '"' || c == '\'') && i > begin && html_[i - 1] == '=') {
        quote = c;
      }
    }
    return std::min(html_.find('>', begin), html_.size());
  }

  void Element(const Tag& tag) {
    if (tag.name == "title") in_title_ = !tag.end && title_.empty();
    if (tag.name == "h1") in_h1_ = !tag.end;
    if (tag.name == "meta") Meta(tag);
    if (IsOneOf(tag.name, kSideElements)) {
      side_depth_ = std::max(0, side_depth_ + (tag.end ? -1 : 1));
      out_.text += '\n';
    }
    // What no one closed ends where the page's main part begins.
    if (tag.name == "main" || tag.name == "article") side_depth_ = 0;
    if (!tag.end && IsOneOf(tag.name, kRawElements)) SkipRaw(tag.name);
    if (IsOneOf(tag.name, kBlockElements)) out_.text += '\n';
  }

  void Meta(const Tag& tag) {
    if (!og_title_.empty()) return;
    if (AttributeOf(tag.attributes, "property") == "og:title" ||
        AttributeOf(tag.attributes, "name") == "og:title") {
      og_title_ =
          Tidy(DecodeReferences(AttributeOf(tag.attributes, "content")));
    }
  }

  /// To behind the end tag; where there is none, nothing more is text.
  void SkipRaw(std::string_view name) {
    for (size_t i = html_.find("</", at_); i != html_.npos;
         i = html_.find("</", i + 2)) {
      if (StartsWithIgnoringCase(html_.substr(i + 2), name)) {
        at_ = std::min(html_.find('>', i), html_.size() - 1) + 1;
        return;
      }
    }
    at_ = html_.size();
  }

  std::string_view html_;
  size_t at_ = 0;
  int side_depth_ = 0;
  bool in_title_ = false;
  bool in_h1_ = false;
  std::string og_title_;
  std::string title_;
  std::string h1_;
  HtmlText out_;
};

}  // namespace

HtmlText HtmlTextOf(std::string_view html) { return Scanner(html).Scan(); }

}  // namespace newsmill::extract
