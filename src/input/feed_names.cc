#include "feed_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "newsmill/base/ascii.h"

namespace newsmill::input {
namespace {

using enum Vocabulary;

/// The URIs of the known namespaces, in lower case, without "http://",
/// "https://", "www." and a slash or "#" at the end.
constexpr std::array<std::pair<std::string_view, Vocabulary>, 27> kSpaces = {{
    {"", kRss},
    {"purl.org/rss/1.0", kRss},
    {"purl.org/net/rss1.1", kRss},
    {"my.netscape.com/rdf/simple/0.9", kRss},
    {"channel.netscape.com/rdf/simple/0.9", kRss},
    {"backend.userland.com/rss2", kRss},
    {"backend.userland.com/rss", kRss},
    {"blogs.law.harvard.edu/tech/rss", kRss},
    {"cyber.law.harvard.edu/rss", kRss},
    {"w3.org/1999/02/22-rdf-syntax-ns", kRss},
    {"w3.org/2005/atom", kAtom},
    {"purl.org/atom/ns", kAtom},
    {"purl.org/dc/elements/1.1", kDublinCore},
    {"purl.org/dc/elements/1.0", kDublinCore},
    {"purl.org/dc/terms", kDublinCoreTerms},
    {"purl.org/rss/1.0/modules/content", kContent},
    {"turbo.yandex.ru", kContent},
    {"search.yahoo.com/mrss", kMedia},
    {"video.search.yahoo.com/mrss", kMedia},
    {"itunes.com/dtds/podcast-1.0.dtd", kItunes},
    {"itunes.com/dtds/podcast-1.0", kItunes},
    {"example.com/dtds/podcast-1.0.dtd", kItunes},
    {"google.com/schemas/play-podcasts/1.0", kItunes},
    {"w3.org/1999/xhtml", kXhtml},
    {"rssnamespace.org/feedburner/ext/1.0", kFeedburner},
    {"pheedo.com/namespace/pheedo", kFeedburner},
    {"purl.org/dc/dcmitype", kOther},
}};

constexpr std::array<std::pair<std::string_view, Vocabulary>, 12> kPrefixes = {{
    {"atom", kAtom},
    {"dc", kDublinCore},
    {"dcterms", kDublinCoreTerms},
    {"content", kContent},
    {"turbo", kContent},
    {"media", kMedia},
    {"itunes", kItunes},
    {"googleplay", kItunes},
    {"xhtml", kXhtml},
    {"feedburner", kFeedburner},
    {"pheedo", kFeedburner},
    {"rss", kRss},
}};

std::string CanonicalUri(std::string_view uri) {
  std::string lower = LowerAscii(TrimBlanks(uri));
  std::string_view view = lower;
  for (const std::string_view start : {"http://", "https://", "www."}) {
    if (view.starts_with(start)) view.remove_prefix(start.size());
  }
  while (view.ends_with('/') || view.ends_with('#')) view.remove_suffix(1);
  return std::string(view);
}

struct Row {
  Vocabulary vocabulary;
  std::string_view local;  // in lower case
  Meaning meaning;
};
constexpr std::array<Row, 77> kRows = {{
    {kRss, "source", {Field::kSource, 0}},
    {kAtom, "source", {Field::kSourceFeed, 0}},
    {kDublinCore, "source", {Field::kSource, 1}},
    {kRss, "title", {Field::kTitle, 0}},
    {kRss, "link", {Field::kLink, 1}},
    {kRss, "guid", {Field::kGuid, 0}},
    {kRss, "id", {Field::kGuid, 1}},
    {kRss, "pubdate", {Field::kPublished, 0}},
    {kRss, "published", {Field::kPublished, 4}},
    {kRss, "issued", {Field::kPublished, 5}},
    {kRss, "date", {Field::kPublished, 6}},
    {kRss, "created", {Field::kPublished, 7}},
    {kRss, "updated", {Field::kModified, 2}},
    {kRss, "modified", {Field::kModified, 3}},
    {kRss, "lastmodified", {Field::kModified, 4}},
    {kRss, "author", {Field::kAuthor, 1}},
    {kRss, "creator", {Field::kAuthor, 3}},
    {kRss, "authors", {Field::kAuthor, 4}},
    {kRss, "byline", {Field::kAuthor, 4}},
    {kRss, "description", {Field::kSummary, 1}},
    {kRss, "summary", {Field::kSummary, 2}},
    {kRss, "fullitem", {Field::kContent, 2}},
    {kRss, "content", {Field::kContent, 3}},
    {kRss, "encoded", {Field::kContent, 4}},  // the prefix is missing
    {kRss, "body", {Field::kContent, 1}},
    {kRss, "text", {Field::kContent, 6}},
    {kRss, "story", {Field::kContent, 6}},
    {kRss, "article", {Field::kContent, 6}},
    {kRss, "category", {Field::kCategory, 0}},
    {kRss, "image", {Field::kImage, 0}},
    {kRss, "enclosure", {Field::kEnclosure, 0}},
    {kAtom, "title", {Field::kTitle, 0}},
    {kAtom, "link", {Field::kAtomLink, 0}},
    {kAtom, "id", {Field::kGuid, 0}},
    {kAtom, "published", {Field::kPublished, 0}},
    {kAtom, "issued", {Field::kPublished, 1}},
    {kAtom, "created", {Field::kPublished, 3}},
    {kAtom, "updated", {Field::kModified, 0}},
    {kAtom, "modified", {Field::kModified, 0}},
    {kAtom, "author", {Field::kAuthor, 0}},
    {kAtom, "summary", {Field::kSummary, 0}},
    {kAtom, "content", {Field::kContent, 0}},
    {kAtom, "category", {Field::kCategory, 0}},
    {kDublinCore, "title", {Field::kTitle, 1}},
    {kDublinCore, "identifier", {Field::kGuid, 2}},
    {kDublinCore, "date", {Field::kPublished, 1}},
    {kDublinCore, "creator", {Field::kAuthor, 0}},
    {kDublinCore, "author", {Field::kAuthor, 0}},
    {kDublinCore, "description", {Field::kSummary, 3}},
    {kDublinCore, "subject", {Field::kCategory, 0}},
    {kDublinCore, "language", {Field::kLanguage, 0}},
    {kDublinCoreTerms, "title", {Field::kTitle, 1}},
    {kDublinCoreTerms, "issued", {Field::kPublished, 1}},
    {kDublinCoreTerms, "created", {Field::kPublished, 2}},
    {kDublinCoreTerms, "modified", {Field::kModified, 1}},
    {kDublinCoreTerms, "creator", {Field::kAuthor, 0}},
    {kDublinCoreTerms, "abstract", {Field::kSummary, 3}},
    {kDublinCoreTerms, "subject", {Field::kCategory, 0}},
    {kDublinCoreTerms, "language", {Field::kLanguage, 0}},
    {kContent, "encoded", {Field::kContent, 0}},
    {kContent, "content", {Field::kContent, 5}},  // turbo:content
    {kMedia, "title", {Field::kTitle, 2}},
    {kMedia, "description", {Field::kSummary, 5}},
    {kMedia, "content", {Field::kMediaContent, 0}},
    {kMedia, "group", {Field::kMediaGroup, 0}},
    {kMedia, "thumbnail", {Field::kThumbnail, 0}},
    {kMedia, "category", {Field::kCategory, 0}},
    {kMedia, "credit", {Field::kCredit, 0}},
    {kItunes, "title", {Field::kTitle, 3}},
    {kItunes, "author", {Field::kAuthor, 2}},
    {kItunes, "summary", {Field::kSummary, 4}},
    {kItunes, "subtitle", {Field::kSummary, 6}},
    {kItunes, "category", {Field::kCategory, 0}},
    {kItunes, "image", {Field::kImage, 0}},
    {kXhtml, "body", {Field::kContent, 1}},
    {kXhtml, "div", {Field::kContent, 1}},
    // This is the real link. The other link of the item points to a service
    // that counts clicks.
    {kFeedburner, "origlink", {Field::kOriginalLink, 0}},
}};

// The names of elements that contain the whole text of an item, in lower case
// and without "-" and "_". Publishers use these names without a namespace and
// in namespaces of their own, as in yandex:full-text and rambler:fulltext.
constexpr auto kFullTextNames = std::to_array<std::string_view>(
    {"fulltext",    "fulltexthtml",    "fullcontent",    "fullarticle",
     "fullstory",   "fulldescription", "fullbody",       "yandexfulltext",
     "articlebody", "articletext",     "articlecontent", "newstext",
     "newsbody",    "bodytext",        "bodycontent",    "body.content",
     "bodyhtml",    "htmlbody",        "storybody",      "storytext",
     "posttext",    "postbody",        "postcontent",    "contenthtml",
     "contenttext", "contentencoded",  "htmlcontent",    "longdescription",
     "maintext",    "maincontent",     "textbody"});

bool NamesFullText(std::string name) {
  std::erase_if(name, [](char c) { return c == '-' || c == '_'; });
  return std::ranges::find(kFullTextNames, name) != kFullTextNames.end();
}

using Meanings = std::unordered_map<std::string_view, Meaning>;
using Vocabularies = std::array<Meanings, 10>;

Vocabularies MakeVocabularies() {
  Vocabularies vocabularies;
  for (const Row& row : kRows) {
    vocabularies.at(static_cast<size_t>(row.vocabulary))
        .emplace(row.local, row.meaning);
  }
  return vocabularies;
}

const Meanings& MeaningsOf(Vocabulary vocabulary) {
  static const Vocabularies kVocabularies = MakeVocabularies();
  return kVocabularies.at(static_cast<size_t>(vocabulary));
}

}  // namespace

Vocabulary VocabularyOf(const XmlName& name) {
  static const std::unordered_map<std::string_view, Vocabulary> kBySpace(
      kSpaces.begin(), kSpaces.end());
  static const std::unordered_map<std::string_view, Vocabulary> kByPrefix(
      kPrefixes.begin(), kPrefixes.end());
  if (!name.space.empty()) {
    const auto found = kBySpace.find(CanonicalUri(name.space));
    if (found != kBySpace.end()) return found->second;
    // An element without a prefix in an unknown namespace is treated as RSS,
    // because some RSS feeds declare a default namespace of their own.
    if (name.prefix.empty()) return kRss;
  }
  if (name.prefix.empty()) return kRss;
  const auto found = kByPrefix.find(LowerAscii(name.prefix));
  return found == kByPrefix.end() ? kOther : found->second;
}

Meaning ItemMeaning(Vocabulary vocabulary, std::string_view local) {
  constexpr int kFullTextRank = 4;
  const Meanings& meanings = MeaningsOf(vocabulary);
  const std::string name = LowerAscii(local);
  const auto found = meanings.find(name);
  if (found != meanings.end()) return found->second;
  return NamesFullText(name) ? Meaning{Field::kContent, kFullTextRank}
                             : Meaning{};
}

Meaning FeedMeaning(Vocabulary vocabulary, std::string_view local) {
  if (vocabulary == kRss && EqualsIgnoringCase(local, "language")) {
    return {Field::kLanguage, 0};
  }
  const Meaning meaning = ItemMeaning(vocabulary, local);
  switch (meaning.field) {
    case Field::kTitle:
    case Field::kLink:
    case Field::kAtomLink:
    case Field::kLanguage:
      return meaning;
    case Field::kAuthor:
      // The author of a channel in RSS is its editor, not the author of each
      // item.
      return vocabulary == kAtom ? meaning : Meaning{};
    default:
      return {};
  }
}

}  // namespace newsmill::input
