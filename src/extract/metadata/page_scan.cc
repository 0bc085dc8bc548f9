#include "page_scan.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"
#include "extract/text/value_cache.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::metadata {
namespace {

using html::Attr;
using html::kNoNode;
using html::NodeId;
using html::Tag;

constexpr size_t kMaxMarks = 300;
constexpr size_t kMaxScripts = 32;
constexpr size_t kMaxYearText = 240;
constexpr size_t kMaxDateline = 60;

bool IsInvisible(Tag tag) {
  switch (tag) {
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kTemplate:
    case Tag::kNoscript:
    case Tag::kIframe:
    case Tag::kTextarea:
    case Tag::kSelect:
    case Tag::kObject:
    case Tag::kDel:
      return true;
    default:
      return false;
  }
}

/// Returns whether the text contains four native digits, such as the year
/// "۱۴۰۳" or "২০২৪".
bool HasNativeYear(std::string_view text) {
  constexpr int kDigitsOfYear = 4;
  int digits = 0;
  for (size_t i = AsciiPrefix(text); i < text.size();) {
    const int32_t character = NextCharacter(text, i);
    const bool is_digit = character >= 0x80 && u_isdigit(character) != 0;
    digits = is_digit ? digits + 1 : 0;
    if (digits == kDigitsOfYear) return true;
  }
  return false;
}

/// Returns whether the text contains a year: "2024" alone, ".24" as in
/// "8.5.24", or native digits.
bool HasYear(std::string_view text) {
  for (size_t i = 0; i + 2 <= text.size(); ++i) {
    if (!IsAsciiDigit(text[i])) continue;
    size_t end = i;
    while (end < text.size() && IsAsciiDigit(text[end])) ++end;
    const std::string_view number = text.substr(i, end - i);
    if (number.size() == 4 &&
        (number.starts_with("19") || number.starts_with("20"))) {
      return true;
    }
    if (number.size() == 2 && i >= 4 && text[i - 1] == '.' &&
        IsAsciiDigit(text[i - 2]) &&
        (text[i - 3] == '.' || text[i - 4] == '.')) {
      return true;
    }
    i = end;
  }
  return HasNativeYear(text);
}

/// Returns whether the text begins with a label of authors, such as "By Jane
/// Doe", or is only such a label: "Author".
bool BeginsByline(std::string_view text) {
  constexpr size_t kMaxLabel = 12;
  // "Published by" often precedes the name of a company. Such a text is a
  // byline only if its element has a name for bylines.
  if (lexicon::NamesPublisher(text)) return false;
  if (lexicon::LabelAt(text).label == lexicon::Label::kAuthor) return true;
  return text.size() <= kMaxLabel && !IsAsciiDigit(text.front()) &&
         lexicon::LabelAt(std::string(text) + ":").label ==
             lexicon::Label::kAuthor;
}

/// Returns whether one of the class names is a name for the details of an
/// article, such as "entry-meta".
bool IsNamedMeta(std::string_view names) {
  static constexpr std::array<std::string_view, 4> kNames = {
      "article-meta", "entry-meta", "meta", "post-meta"};
  while (!names.empty()) {
    const size_t end = std::min(names.find_first_of(" \t\n\f\r"), names.size());
    if (std::ranges::find(kNames, names.substr(0, end)) != kNames.end()) {
      return true;
    }
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

/// Returns whether the path of the URL has a folder for pages about persons:
/// "/author/jane-doe".
bool IsAuthorPage(std::string_view href) {
  static constexpr std::array<std::string_view, 42> kFolders = {
      "auteur",      "auteurs",     "author",      "authors",
      "autor",       "autore",      "autoren",     "autores",
      "autori",      "autorzy",     "by",          "byline",
      "columnist",   "columnists",  "contributor", "contributors",
      "editor",      "editors",     "firma",       "firmas",
      "forfatter",   "journalist",  "journaliste", "journalistes",
      "journalists", "kirjoittaja", "muhabir",     "penulis",
      "people",      "periodista",  "profile",     "profiles",
      "redakteur",   "redaktor",    "reporter",    "reporters",
      "u",           "userprofile", "users",       "writer",
      "writers",     "yazar"};
  size_t begin = href.find('/');
  while (begin != href.npos) {
    const size_t end = href.find('/', begin + 1);
    if (end == href.npos) return false;
    const std::string_view folder = href.substr(begin + 1, end - begin - 1);
    begin = end;
    if (folder.empty() || folder.size() > 12 || folder[0] < 'a') continue;
    if (std::ranges::binary_search(kFolders, folder)) return true;
  }
  return false;
}

class Scanner {
 public:
  explicit Scanner(const html::Document& page) : page_(page) {
    scan_.page = &page;
  }

  PageScan Scan() {
    scan_.language = page_.ValueOr(page_.html(), Attr::kLang);
    if (scan_.language.empty()) {
      scan_.language = page_.ValueOr(page_.html(), Attr::kXmlLang);
    }
    const NodeId top = page_.root();
    for (NodeId node = page_.first_child(top); node != kNoNode;) {
      if (node == side_end_) side_ = side_end_ = kNoNode;
      node = Visit(node) ? page_.Next(node, top)
                         : page_.NextAfterSubtree(node, top);
    }
    return std::move(scan_);
  }

 private:
  /// Reads a node. Returns false if the descendants of the node must be
  /// skipped.
  bool Visit(NodeId node) {
    if (page_.IsText(node)) {
      Text(node);
      return false;
    }
    if (!page_.IsElement(node)) return false;
    if (page_.name_space(node) != html::Namespace::kHtml) return false;
    const Tag tag = page_.tag(node);
    if (tag == Tag::kScript) Script(node);
    if (IsInvisible(tag)) return false;
    switch (tag) {
      case Tag::kMeta:
        scan_.metas.Add(page_, node);
        MetaInBody(node);
        return false;
      case Tag::kLink:
        Link(node);
        return false;
      case Tag::kBase:
        if (scan_.base_href.empty()) {
          scan_.base_href = page_.ValueOr(node, Attr::kHref);
        }
        return false;
      case Tag::kTitle:
        if (scan_.title.empty()) scan_.title = TextBelow(page_, node, 1'000);
        return false;
      default:
        Element(node, tag);
        return true;
    }
  }

  void Script(NodeId node) {
    const std::string_view type = page_.ValueOr(node, Attr::kType);
    if (type.find("ld+json") == type.npos) return;
    if (scan_.scripts.size() >= kMaxScripts) return;
    std::string text;
    page_.AppendText(node, text);
    scan_.scripts.push_back(std::move(text));
  }

  void Link(NodeId node) {
    const std::string_view rel = page_.ValueOr(node, Attr::kRel);
    if (EqualsIgnoringCase(rel, "canonical") ||
        EqualsIgnoringCase(rel, "author")) {
      scan_.links.push_back({rel, page_.ValueOr(node, Attr::kHref),
                             page_.ValueOr(node, Attr::kType)});
    }
  }

  /// Reads a meta element with an itemprop attribute. Microdata use such
  /// elements in the body of the page.
  void MetaInBody(NodeId node) {
    const auto property = page_.Find(node, Attr::kItemprop);
    if (!property) return;
    const lexicon::PartSet parts = lexicon::PartsOfProperty(*property);
    if (parts != 0) AddMark(node, parts, true);
  }

  void AddMark(NodeId node, lexicon::PartSet parts, bool is_property) {
    constexpr lexicon::PartSet kDates = SetOf(lexicon::Part::kDate) |
                                        SetOf(lexicon::Part::kPublished) |
                                        SetOf(lexicon::Part::kModified);
    if ((parts & kDates) != 0) Add(scan_.dates, node, parts, is_property);
    if (Has(parts, lexicon::Part::kAuthor))
      Add(scan_.authors, node, parts, is_property);
    constexpr lexicon::PartSet kOthers = SetOf(lexicon::Part::kTagList) |
                                         SetOf(lexicon::Part::kSection) |
                                         SetOf(lexicon::Part::kSubtitle);
    if ((parts & kOthers) != 0) Add(scan_.marks, node, parts, is_property);
  }

  void Element(NodeId node, Tag tag) {
    lexicon::PartSet parts = 0;
    bool is_property = false;
    for (const html::Attribute& attribute : page_.attributes(node)) {
      switch (attribute.id) {
        case Attr::kClass:
        case Attr::kId:
          parts |= parts_.Find(page_.value(attribute));
          break;
        case Attr::kItemprop:
        case Attr::kProperty: {
          const lexicon::PartSet property =
              lexicon::PartsOfProperty(page_.value(attribute));
          is_property |= property != 0;
          parts |= property;
          break;
        }
        case Attr::kRel:
          if (page_.value(attribute).find("author") != std::string_view::npos) {
            parts |= SetOf(lexicon::Part::kAuthor);
            is_property = true;
          } else if (page_.value(attribute) == "tag") {
            parts |= SetOf(lexicon::Part::kTagList);
          }
          break;
        case Attr::kHref:
          if (IsAuthorPage(page_.value(attribute)))
            parts |= SetOf(lexicon::Part::kAuthor);
          break;
        default:
          break;
      }
    }
    Classify(node, tag, parts, is_property);
  }

  void Classify(NodeId node, Tag tag, lexicon::PartSet parts,
                bool is_property) {
    if (side_ == kNoNode && BeginsSide(tag, parts) &&
        !IsDetailOfArticle(node, tag)) {
      side_ = node;
      side_end_ = page_.NextAfterSubtree(node, page_.root());
    }
    if (tag == Tag::kH1 || tag == Tag::kH2 || tag == Tag::kH3 ||
        (Has(parts, lexicon::Part::kHeadline) && is_property)) {
      Add(scan_.headings, node, parts, is_property);
    }
    if (tag == Tag::kTime || tag == Tag::kAbbr) {
      Add(scan_.times, node, parts, is_property);
    }
    if (parts != 0 && tag != Tag::kBody && tag != Tag::kHtml) {
      AddMark(node, parts, is_property);
      if (Has(parts, lexicon::Part::kPaywall)) {
        Add(scan_.paywalls, node, parts, false);
      }
    }
  }

  /// Returns whether the element contains the byline and the dates of the
  /// article. Such an element belongs to the article, even if its tag (`aside`
  /// or `footer`) or its name looks like boilerplate.
  bool IsDetailOfArticle(NodeId node, Tag tag) const {
    static constexpr std::array<std::string_view, 3> kNames = {
        "article-footer", "entry-footer", "post-footer"};
    const std::string_view name = page_.ValueOr(node, Attr::kClass);
    if (ContainsAny(name, kNames) || IsNamedMeta(name)) {
      return true;
    }
    if (tag != Tag::kFooter &&
        !(tag == Tag::kAside && IsBesideHeadline(node))) {
      return false;
    }
    while (node != kNoNode && !page_.Is(node, Tag::kArticle)) {
      node = page_.parent(node);
    }
    return node != kNoNode;
  }

  /// Returns whether the node follows the headline and has a short text. Such a
  /// text may state the author and the date.
  bool IsBesideHeadline(NodeId node) const {
    constexpr size_t kMaxDetails = 400;
    constexpr int kSiblings = 6;
    if (scan_.headings.empty()) return false;
    const NodeId heading = scan_.headings.back().node;
    if (!page_.Is(heading, Tag::kH1)) return false;
    int steps = 0;
    for (NodeId before = page_.previous_sibling(node);
         before != kNoNode && steps < kSiblings;
         before = page_.previous_sibling(before), ++steps) {
      if (!IsAncestor(page_, before, heading)) continue;
      return TextBelow(page_, node, kMaxDetails + 1).size() <= kMaxDetails;
    }
    return false;
  }

  static bool BeginsSide(Tag tag, lexicon::PartSet parts) {
    switch (tag) {
      case Tag::kHtml:
      case Tag::kBody:
      case Tag::kMain:
      case Tag::kArticle:
      case Tag::kH1:
        return false;
      case Tag::kNav:
      case Tag::kFooter:
      case Tag::kAside:
      case Tag::kBlockquote:
        return true;
      default:
        return Has(parts, lexicon::Part::kSide);
    }
  }

  void Text(NodeId node) {
    const std::string_view text = page_.text(node);
    if (TrimBlanks(text).empty()) return;
    scan_.text_bytes += static_cast<uint32_t>(text.size());
    if (text.size() > kMaxYearText) {
      const bool dateline = HasYear(text.substr(0, kMaxDateline));
      if (dateline && side_ == kNoNode) Add(scan_.years, node, 0, false);
      return;
    }
    if (HasYear(text)) Add(scan_.years, node, 0, false);
    if (side_ == kNoNode && BeginsByline(TrimBlanks(text))) {
      Add(scan_.bylines, node, 0, false);
    }
    if (text.find("©") != text.npos || text.find("opyright") != text.npos) {
      Add(scan_.copyrights, node, 0, false);
    }
  }

  void Add(std::vector<Mark>& marks, NodeId node, lexicon::PartSet parts,
           bool is_property) {
    if (marks.size() < kMaxMarks) {
      marks.push_back({node, parts, scan_.text_bytes, side_, is_property});
    }
  }

  const html::Document& page_;
  PageScan scan_;
  text::ValueCache<lexicon::PartsNamed> parts_;
  NodeId side_ = kNoNode;
  NodeId side_end_ = kNoNode;
};

bool IsInline(Tag tag) {
  switch (tag) {
    case Tag::kB:
    case Tag::kI:
    case Tag::kEm:
    case Tag::kStrong:
    case Tag::kU:
    case Tag::kFont:
    case Tag::kSmall:
    case Tag::kSup:
    case Tag::kSub:
    case Tag::kAbbr:
    case Tag::kMark:
      return true;
    default:
      return false;
  }
}

}  // namespace

PageScan ScanPage(const html::Document& page) { return Scanner(page).Scan(); }

std::string TextBelow(const html::Document& page, NodeId node,
                      size_t max_bytes) {
  std::string text;
  for (NodeId at = page.first_child(node);
       at != kNoNode && text.size() < max_bytes;) {
    if (page.IsText(at)) {
      text += page.text(at);
    } else if (page.IsElement(at)) {
      const Tag tag = page.tag(at);
      if (IsInvisible(tag) || page.name_space(at) != html::Namespace::kHtml) {
        at = page.NextAfterSubtree(at, node);
        continue;
      }
      if (!IsInline(tag)) text += '\n';
    }
    at = page.Next(at, node);
  }
  return text::Tidy(text);
}

bool IsAncestor(const html::Document& page, NodeId ancestor, NodeId node) {
  for (; node != kNoNode; node = page.parent(node)) {
    if (node == ancestor) return true;
  }
  return false;
}

}  // namespace newsmill::extract::metadata
