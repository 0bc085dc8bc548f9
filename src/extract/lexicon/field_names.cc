#include "field_names.h"

#include <algorithm>
#include <array>

#include "newsmill/base/ascii.h"
#include "phrase_index.h"

namespace newsmill::extract::lexicon {
namespace {

struct CueWord {
  std::string_view word;
  uint32_t cues;
};

// As templates of publishing systems name things, in several languages; sorted.
// clang-format off
constexpr std::array<CueWord, 193> kWords = {{
    {"about", kCueBio},
    {"actualizado", kCueModified},
    {"aktualisiert", kCueModified},
    {"articleauthor", kCueAuthor},
    {"articledate", kCueDate},
    {"articletitle", kCueHeadline},
    {"auteur", kCueAuthor},
    {"auteurs", kCueAuthor},
    {"author", kCueAuthor},
    {"authorbox", kCueAuthor},
    {"authored", kCueAuthor},
    {"authorinfo", kCueAuthor},
    {"authorlink", kCueAuthor},
    {"authorname", kCueAuthor},
    {"authors", kCueAuthor},
    {"autor", kCueAuthor},
    {"autore", kCueAuthor},
    {"autoren", kCueAuthor},
    {"autores", kCueAuthor},
    {"autori", kCueAuthor},
    {"autorin", kCueAuthor},
    {"avatar", kCueBio},
    {"bajada", kCueSubtitle},
    {"bio", kCueBio},
    {"biography", kCueBio},
    {"box", kCueBio},
    {"breadcrumb", kCueBreadcrumb},
    {"breadcrumbs", kCueBreadcrumb},
    {"brotkrumen", kCueBreadcrumb},
    {"byauthor", kCueAuthor},
    {"byline", kCueAuthor},
    {"bylineauthor", kCueAuthor},
    {"bylines", kCueAuthor},
    {"byname", kCueAuthor},
    {"card", kCueBio},
    {"cat", kCueSection},
    {"categories", kCueSection},
    {"category", kCueSection},
    {"channel", kCueSection},
    {"chapeau", kCueSubtitle},
    {"chapo", kCueSubtitle},
    {"columnist", kCueAuthor},
    {"comment", kCueSide},
    {"commentlist", kCueSide},
    {"comments", kCueSide},
    {"consent", kCueSide},
    {"contributor", kCueAuthor},
    {"contributors", kCueAuthor},
    {"cookie", kCueSide},
    {"created", kCueDate},
    {"crumbs", kCueBreadcrumb},
    {"dachzeile", kCueSection},
    {"date", kCueDate},
    {"dateandtime", kCueDate},
    {"datebox", kCueDate},
    {"datecreated", kCueDate},
    {"dateline", kCueDate},
    {"datemodified", kCueModified},
    {"datepub", kCueDate},
    {"datepublish", kCuePublished},
    {"datepublished", kCuePublished},
    {"dates", kCueDate},
    {"datestamp", kCueDate},
    {"datetime", kCueDate},
    {"datum", kCueDate},
    {"deck", kCueSubtitle},
    {"dek", kCueSubtitle},
    {"description", kCueBio},
    {"entrydate", kCueDate},
    {"entrytitle", kCueHeadline},
    {"erscheinungsdatum", kCuePublished},
    {"erstellt", kCueDate},
    {"etiquetas", kCueTags},
    {"eyebrow", kCueSection},
    {"fecha", kCueDate},
    {"follow", kCueBio},
    {"footer", kCueSide},
    {"forfatter", kCueAuthor},
    {"heading", kCueHeadline},
    {"headline", kCueHeadline},
    {"headline1", kCueHeadline},
    {"image", kCueBio},
    {"img", kCueBio},
    {"ingress", kCueSubtitle},
    {"intro", kCueSubtitle},
    {"introduction", kCueSubtitle},
    {"issued", kCuePublished},
    {"journalist", kCueAuthor},
    {"keywords", kCueTags},
    {"kicker", kCueSection},
    {"lastmodified", kCueModified},
    {"lastupdate", kCueModified},
    {"lastupdated", kCueModified},
    {"lead", kCueSubtitle},
    {"lede", kCueSubtitle},
    {"menu", kCueSide},
    {"modal", kCueSide},
    {"modified", kCueModified},
    {"modifieddate", kCueModified},
    {"morestories", kCueSide},
    {"mostread", kCueSide},
    {"nav", kCueSide},
    {"navbar", kCueSide},
    {"navigation", kCueSide},
    {"newsdate", kCueDate},
    {"newsletter", kCueSide},
    {"outbrain", kCueSide},
    {"overline", kCueSection},
    {"photo", kCueBio},
    {"picture", kCueBio},
    {"popular", kCueSide},
    {"popup", kCueSide},
    {"postauthor", kCueAuthor},
    {"postdate", kCueDate},
    {"posted", kCuePublished},
    {"postedby", kCueAuthor},
    {"postedon", kCueDate | kCuePublished},
    {"posttitle", kCueHeadline},
    {"profile", kCueBio},
    {"pubdate", kCueDate | kCuePublished},
    {"publicado", kCuePublished},
    {"publication", kCuePublished},
    {"publicationdate", kCuePublished},
    {"publie", kCuePublished},
    {"publish", kCuePublished},
    {"publishdate", kCuePublished},
    {"published", kCuePublished},
    {"publisheddate", kCuePublished},
    {"pubtime", kCueDate},
    {"readmore", kCueSide},
    {"recirc", kCueSide},
    {"recirculation", kCueSide},
    {"recommend", kCueSide},
    {"recommendation", kCueSide},
    {"recommendations", kCueSide},
    {"recommended", kCueSide},
    {"redactor", kCueAuthor},
    {"redakteur", kCueAuthor},
    {"related", kCueSide},
    {"reporter", kCueAuthor},
    {"rubric", kCueSection},
    {"rubrik", kCueSection},
    {"schlagworte", kCueTags},
    {"section", kCueSection},
    {"sidebar", kCueSide},
    {"signup", kCueSide},
    {"skribent", kCueAuthor},
    {"social", kCueBio},
    {"sottotitolo", kCueSubtitle},
    {"standfirst", kCueSubtitle},
    {"storydate", kCueDate},
    {"subhead", kCueSubtitle},
    {"subheading", kCueSubtitle},
    {"subheadline", kCueSubtitle},
    {"submitted", kCueAuthor},
    {"subtitle", kCueSubtitle},
    {"subtitulo", kCueSubtitle},
    {"summary", kCueSubtitle},
    {"taboola", kCueSide},
    {"tag", kCueTags},
    {"tagcloud", kCueTags},
    {"taglist", kCueTags},
    {"tags", kCueTags},
    {"teasertext", kCueSubtitle},
    {"thumb", kCueBio},
    {"thumbnail", kCueBio},
    {"time", kCueDate},
    {"timeago", kCueDate},
    {"times", kCueDate},
    {"timestamp", kCueDate},
    {"titel", kCueHeadline},
    {"title", kCueHeadline},
    {"titre", kCueHeadline},
    {"titulo", kCueHeadline},
    {"toimittaja", kCueAuthor},
    {"topic", kCueTags},
    {"topics", kCueTags},
    {"topline", kCueSection},
    {"trending", kCueSide},
    {"uhrzeit", kCueDate},
    {"untertitel", kCueSubtitle},
    {"update", kCueModified},
    {"updated", kCueModified},
    {"updatedate", kCueModified},
    {"updateddate", kCueModified},
    {"updatetime", kCueModified},
    {"verfasser", kCueAuthor},
    {"veroeffentlicht", kCuePublished},
    {"vertical", kCueSection},
    {"writer", kCueAuthor},
    {"writers", kCueAuthor},
    {"writtenby", kCueAuthor},
    {"zeit", kCueDate},
}};
// clang-format on
static_assert(std::ranges::is_sorted(kWords, {}, &CueWord::word));

constexpr size_t kMaxWord = 20;
constexpr size_t kMaxBytes = 400;

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

uint32_t CuesOfWord(std::string_view word) {
  static constexpr auto kTexts = [] {
    std::array<std::string_view, kWords.size()> texts;
    std::ranges::transform(kWords, texts.begin(), &CueWord::word);
    return texts;
  }();
  static const PhraseIndex kIndex(kTexts);
  const int32_t number = kIndex.NumberOf(word);
  return number < 0 ? 0 : kWords[static_cast<size_t>(number)].cues;
}

}  // namespace

uint32_t CuesOfWords(std::string_view names) {
  uint32_t cues = 0;
  std::array<char, kMaxWord> word{};
  names = names.substr(0, kMaxBytes);
  for (size_t i = 0; i < names.size();) {
    // "[grid-area:sidebar]" is a style, not a name.
    if (names[i] == '[') i = std::min(names.find(']', i), names.size());
    size_t length = 0;
    const size_t begin = i;
    while (i < names.size() && length < kMaxWord &&
           (IsLower(names[i]) || (i == begin && IsUpper(names[i])) ||
            (IsUpper(names[i]) && IsUpper(names[i - 1])))) {
      word[length++] = LowerAscii(names[i++]);
    }
    if (length > 0) cues |= CuesOfWord({word.data(), length});
    if (i == begin) ++i;
  }
  return cues;
}

uint32_t CuesOfProperty(std::string_view property) {
  const size_t prefix = property.find_last_of(":/");
  if (prefix != property.npos) property.remove_prefix(prefix + 1);
  if (property == "datePublished") return kCueDate | kCuePublished;
  if (property == "dateModified") return kCueDate | kCueModified;
  if (property == "dateCreated") return kCueDate;
  if (property == "author" || property == "creator") return kCueAuthor;
  if (property == "name") return kCueName;
  if (property == "headline") return kCueHeadline;
  if (property == "alternativeHeadline") return kCueSubtitle;
  if (property == "articleSection") return kCueSection;
  if (property == "keywords") return kCueTags;
  return 0;
}

}  // namespace newsmill::extract::lexicon
