// NewsML 1 (https://iptc.org/std/NewsML/1.2/). A news item is a tree of
// components. One of them contains the text; the others are pictures,
// captions, and the same text in other languages:
//
//   NewsItem ─ Identification, NewsManagement    dates, status
//     └ NewsComponent ─ NewsLines, metadata      headline, byline, credit
//         ├ NewsComponent ─ Role "Main"
//         │   └ ContentItem ─ DataContent        NITF, HTML or plain text
//         └ NewsComponent ─ Role "Caption" …
#include <algorithm>
#include <array>
#include <utility>

#include "control_characters.h"
#include "feed.h"
#include "feed_entry.h"
#include "feed_limits.h"
#include "feed_text.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"
#include "newsml1_story.h"
#include "newsml1_tree.h"
#include "read_xml.h"
#include "wire_fields.h"
#include "wire_terms.h"
#include "wrapped_lines.h"

namespace newsmill::input {
namespace {

using Element = NewsmlElement;

bool IsPicture(std::string_view media) {
  return media == "photo" || media == "picture" || media == "image" ||
         media == "graphic";
}

bool IsHtml(const Element& content_item) {
  const std::string form =
      LowerAscii(FormalName(content_item.Child("format")) +
                 FormalName(content_item.Child("mimetype")));
  return form.contains("html");
}

/// Returns the markup of a content as XML that ReadWireXml reads.
std::string WireXmlOf(const Element& data) {
  const std::string& xml = data.xml;
  if (data.first_name == "nitf") return xml;
  if (xml.contains("<body.content")) {
    return data.first_name == "body" ? "<nitf>" + xml + "</nitf>"
                                     : "<nitf><body>" + xml + "</body></nitf>";
  }
  if (data.first_name == "html" || data.first_name == "body") {
    return "<contentSet><inlineXML>" + xml + "</inlineXML></contentSet>";
  }
  return "<nitf><body><body.content>" + xml + "</body.content></body></nitf>";
}

/// Sets the content from NITF or HTML elements. The fields of NITF are used if
/// NewsML does not contain them.
void SetMarkup(const std::string& xml, std::string_view base_url,
               const Options& options, EntryBuilder& entry) {
  constexpr int kNitf = 100;  // a worse rank than that of each component
  FeedResult feed = ReadWireXml(xml, base_url, options);
  if (!feed || feed->entries.empty()) {
    return entry.Content(1, {xml, model::Markup::kHtml, "", ""});
  }
  FeedEntry& nitf = feed->entries.front();
  model::FeedItem& item = nitf.item;
  FeedText content{std::move(nitf.content), nitf.content_markup,
                   std::string(base_url), ""};
  if (item.content_is_summary) {
    entry.Summary(kNitf, std::move(content));
  } else {
    entry.Content(0, std::move(content));
  }
  entry.Title(kNitf, {std::move(item.title), item.title_markup, "", ""});
  entry.Subtitle(kNitf, std::move(item.subtitle));
  entry.Byline(kNitf, std::move(item.byline));
  entry.StoryCredit(kNitf, std::move(item.credit));
  entry.Provider(kNitf, std::move(item.provider));
  entry.Date(Field::kPublished, kNitf, std::move(item.published));
  entry.NotAnArticle(std::move(item.not_an_article));
  for (model::FeedImage& image : item.images) entry.Image(std::move(image));
}

/// Sets the content from a plain text. If its lines show no paragraphs, the
/// lines are kept.
void SetPlainText(const std::string& text, EntryBuilder& entry) {
  const Lines lines = WireLinesOf(Trim(text, "\r\n"));
  const bool has_paragraphs =
      std::ranges::any_of(lines, [](const std::string& line) {
        return line.empty() || IndentOf(line) >= 2;
      });
  std::string content;
  for (const std::string& line : lines) content += line + "\n";
  if (has_paragraphs) content = HtmlOf(ParagraphsOf(lines, WidthOf(lines)));
  entry.Content(
      0,
      {std::move(content),
       has_paragraphs ? model::Markup::kHtml : model::Markup::kText, "", ""});
}

void SetContent(const Element& content_item, std::string_view base_url,
                const Options& options, EntryBuilder& entry) {
  const Element& data = *DataOf(content_item);
  const std::string text(TrimBlanks(data.text));
  if (!data.xml.empty()) {
    return SetMarkup(WireXmlOf(data), base_url, options, entry);
  }
  if (text.starts_with("<nitf") || text.starts_with("<?xml")) {
    return SetMarkup(text, base_url, options, entry);
  }
  if (IsHtml(content_item) || LooksLikeHtml(text)) {
    entry.Content(0, {WithoutControlCharacters(text), model::Markup::kHtml,
                      std::string(base_url), ""});
  } else {
    SetPlainText(data.text, entry);
  }
}

/// Adds the words of a line of keywords: "harbour; bridge".
void AddKeywords(std::string_view line, EntryBuilder& entry) {
  for (const std::string_view word : Split(line, ",;/")) {
    entry.Category(std::string(word));
  }
}

constexpr auto kLineFields =
    std::to_array<std::pair<std::string_view, WireField>>(
        {{"headline", WireField::kHeadline},
         {"subheadline", WireField::kHeadline2},
         {"byline", WireField::kByline},
         {"creditline", WireField::kCredit},
         {"copyrightline", WireField::kRights}});

/// Sets the fields in the lines of a component. `rank` is 0 for the component
/// of the text, and greater for the components around it.
void SetLines(const Element& lines, int rank, EntryBuilder& entry) {
  for (const Element& line : lines.children) {
    for (const auto& [name, field] : kLineFields) {
      if (line.name != name) continue;
      SetFromLine({field, rank}, line.Line(), LanguageOf(line, ""), entry);
    }
    if (line.name == "keywordline") AddKeywords(line.Line(), entry);
    const std::string type = LowerAscii(FormalName(line.Child("newslinetype")));
    if (type.contains("abstract") || type.contains("summary")) {
      SetFromLine({WireField::kSummary, rank},
                  LineOf(line.Child("newslinetext")), "", entry);
    }
  }
}

/// Returns the name of a party, or "" for a code such as "P0012", which only
/// the topic set of the agency explains.
std::string NameOf(const Element* party) {
  std::string name = FormalName(party);
  const bool is_code =
      std::ranges::any_of(name, IsAsciiDigit) && !name.contains(' ');
  return is_code ? "" : name;
}

/// Adds the words of the subjects. Most agencies write only numbers, which are
/// not tags.
void AddSubjects(const Element& metadata, EntryBuilder& entry) {
  for (const Element& child : metadata.children) {
    if (child.name == "subjectcode") AddSubjects(child, entry);
    if (child.name.starts_with("subject")) {
      std::string name = FormalName(&child);
      const bool is_word = std::ranges::any_of(
          name, [](char c) { return c >= 'a' && c <= 'z'; });
      if (is_word) entry.Category(std::move(name));
    }
    const bool is_keyword =
        child.name == "property" &&
        StartsWithIgnoringCase(FormalName(&child), "keyword");
    if (is_keyword) AddKeywords(child.Attribute("value"), entry);
  }
}

void SetMetadata(const Element& component, int rank, EntryBuilder& entry) {
  if (const Element* metadata = component.Child("administrativemetadata")) {
    entry.Provider(rank, NameOf(metadata->At({"provider", "party"})));
    entry.StoryCredit(rank + 50, NameOf(metadata->At({"source", "party"})));
    for (const Element& child : metadata->children) {
      if (child.name == "creator") {
        entry.Author(rank, NameOf(child.Child("party")));
      }
    }
  }
  entry.Provider(
      rank + 50,
      LineOf(component.At({"rightsmetadata", "copyright", "copyrightholder"})));
  if (const Element* metadata = component.Child("descriptivemetadata")) {
    AddSubjects(*metadata, entry);
  }
}

/// Sets the identifier, the dates and the status of an item.
void SetManagement(const Element& item, EntryBuilder& entry) {
  if (const Element* id = item.At({"identification", "newsidentifier"})) {
    const std::string guid = LineOf(id->Child("publicidentifier"));
    entry.Guid(0, guid, /*may_be_link=*/true);
    entry.ProviderLink(0, UrlOfHost(LineOf(id->Child("providerid"))));
    entry.ProviderLink(1, UrlOfAuthority(guid));
    entry.Date(Field::kPublished, 120, LineOf(id->Child("dateid")));
  }
  const Element* management = item.Child("newsmanagement");
  if (management == nullptr) return;
  const std::string revised = LineOf(management->Child("thisrevisioncreated"));
  entry.Date(Field::kPublished, 0, LineOf(management->Child("firstcreated")));
  entry.Date(Field::kPublished, 1, revised);
  entry.Date(Field::kModified, 0, revised);
  const std::string status = FormalName(management->Child("status"));
  entry.NotAnArticle(WhyWithdrawn(status));
  if (EqualsIgnoringCase(CodeOf(status), "embargoed")) {
    entry.Embargo(LineOf(management->At({"statuswillchange", "dateandtime"})));
  }
}

/// Returns true for the role of a small copy of a picture.
bool IsSmallCopy(const Element& component) {
  const Element* role = component.Child("role");
  const std::string name = LowerAscii(FormalName(role));
  return std::ranges::any_of(
      std::to_array<std::string_view>(
          {"thumbnail", "quicklook", "preview", "icon"}),
      [&](std::string_view word) { return name.contains(word); });
}

/// Returns the text of the caption among the children of a component, or "".
std::string CaptionIn(const Element& component) {
  for (const Element& child : component.children) {
    if (child.name != "newscomponent" || PartOf(child) != Part::kCaption) {
      continue;
    }
    for (const Element& item : child.children) {
      if (item.name != "contentitem") continue;
      if (const Element* data = DataOf(item)) return data->Line();
    }
  }
  return "";
}

/// Adds the first picture of each component, with its caption.
void AddPictures(const Element& component, std::string caption,
                 std::string_view base_url, EntryBuilder& entry) {
  if (IsSmallCopy(component)) return;
  if (std::string own = CaptionIn(component); !own.empty()) {
    caption = std::move(own);
  }
  bool has_picture = false;
  for (const Element& child : component.children) {
    if (child.name == "newscomponent") {
      AddPictures(child, caption, base_url, entry);
    } else if (child.name == "contentitem" && !has_picture &&
               IsPicture(MediaOf(child)) && !child.Attribute("href").empty()) {
      entry.Image(
          {ResolvedUrl(child.Attribute("href"), base_url), caption, ""});
      has_picture = true;
    }
  }
}

class ItemReader {
 public:
  ItemReader(std::string_view base_url, const Options& options)
      : base_url_(base_url), options_(options) {
    feed_.kind = model::DocumentKind::kNewsml;
  }

  /// Adds an entry for each news item in `element`. A news item that only
  /// contains other news items is a package and gets no entry.
  void Visit(const Element& element, const std::string& language) {
    const size_t before = feed_.entries.size();
    const std::string own = LanguageOf(element, language);
    const bool is_item = element.name == "newsitem";
    if (is_item) ++items_;
    if (items_ > options_.max_items) return;
    std::optional<FeedEntry> entry;
    if (is_item) entry = EntryOf(element);
    for (const Element& child : element.children) {
      // If the end tag of an envelope is missing, the items are inside.
      if (child.name == "newsml" || child.name == "newsenvelope" ||
          child.name == "newsitem" || child.name == "newscomponent") {
        Visit(child, own);
      }
    }
    const bool has_items = feed_.entries.size() > before;
    if (!entry || (has_items && entry->content.empty())) return;
    feed_.entries.insert(feed_.entries.begin() + static_cast<ptrdiff_t>(before),
                         *std::move(entry));
  }

  FeedResult Finish() {
    if (items_ > options_.max_items) {
      return std::unexpected(TooManyItems(options_));
    }
    if (too_many_names_) return std::unexpected(TooManyNames(options_));
    if (feed_.entries.empty()) {
      return std::unexpected(model::Rejection{
          model::Reason::kEmptyFeed, "the message has no news items", ""});
    }
    feed_.is_one_document = items_ == 1;
    return std::move(feed_);
  }

 private:
  FeedEntry EntryOf(const Element& item) {
    EntryBuilder entry(options_.max_names);
    const StoryFinder story(item);
    SetManagement(item, entry);
    int rank = 0;
    for (auto it = story.components().rbegin(); it != story.components().rend();
         ++it, ++rank) {
      const Element* lines = (*it)->Child("newslines");
      if (lines != nullptr) SetLines(*lines, std::min(rank, 40), entry);
      SetMetadata(**it, std::min(rank, 40), entry);
    }
    entry.Language(story.language());
    entry.Summary(99, {story.summary(), model::Markup::kText, "", ""});
    if (story.content_item() != nullptr) {
      SetContent(*story.content_item(), base_url_, options_, entry);
      for (const Element& child : item.children) {
        if (child.name == "newscomponent") {
          AddPictures(child, "", base_url_, entry);
        }
      }
    } else if (!story.media().empty()) {
      entry.NotAnArticle("not text but " + story.media());
    }
    too_many_names_ = too_many_names_ || entry.HasTooManyNames();
    return entry.Build(base_url_, "");
  }

  std::string_view base_url_;
  const Options& options_;
  Feed feed_;
  int32_t items_ = 0;
  bool too_many_names_ = false;
};

/// Reads the tree of a document, and then its items.
class Newsml1Reader : public NewsmlTreeReader {
 public:
  Newsml1Reader(std::string_view base_url, const Options& options)
      : items_(base_url, options) {}

  FeedResult Finish() {
    items_.Visit(root(), "");
    return items_.Finish();
  }

 private:
  ItemReader items_;
};

}  // namespace

FeedResult ReadNewsml1(std::string text, std::string_view base_url,
                       const Options& options) {
  return ReadXml<Newsml1Reader>(std::move(text), base_url, options);
}

}  // namespace newsmill::input
