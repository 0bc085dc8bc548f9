#include "no_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/lexicon/byline_words.h"
#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::bylines {
namespace {

constexpr int32_t kMaxTeamWords = 4;

/// Texts that are not the name of a person: "admin". The whole part of a byline
/// must be equal to such a text. The texts are in lower case.
constexpr std::array<std::string_view, 75> kNamelessTexts = {
    "admin",
    "administrator",
    "anonym",
    "anonymous",
    "author",
    "autor",
    "blog team",
    "business desk",
    "content team",
    "contributor",
    "contributors",
    "de la redaction",
    "default",
    "desk",
    "die redaktion",
    "editor",
    "editorial",
    "editorial board",
    "editorial staff",
    "editorial team",
    "editors",
    "from our correspondent",
    "guest",
    "guest author",
    "guest blogger",
    "guest contributor",
    "guest post",
    "guest writer",
    "la redacción",
    "la redaction",
    "la redazione",
    "la rédaction",
    "marketing",
    "n/a",
    "news agencies",
    "news desk",
    "newsdesk",
    "newsroom",
    "nicht angegeben",
    "no author",
    "none",
    "null",
    "online desk",
    "our correspondent",
    "our reporter",
    "our staff reporter",
    "pr",
    "press release",
    "redacao",
    "redaccion",
    "redacción",
    "redaction",
    "redakcja",
    "redaktion",
    "redazione",
    "redação",
    "rédaction",
    "sponsored",
    "staff",
    "staff reporter",
    "staff writer",
    "super user",
    "superuser",
    "team",
    "the editor",
    "the editors",
    "the newsroom",
    "undefined",
    "unknown",
    "user",
    "web desk",
    "web team",
    "webmaster",
    "written by",
    "редакция"};

/// Degrees and licences that are written after a name, in lower case and
/// without full stops.
constexpr std::array<std::string_view, 43> kDegrees = {
    "ba",     "bs",  "bsc",  "cfa",  "cfp",  "cns", "cpa", "cpt",  "cscs",
    "dc",     "dds", "dmd",  "do",   "dpt",  "dvm", "edd", "esq",  "faad",
    "jd",     "ldn", "lcsw", "lmft", "lpc",  "ma",  "mba", "mbbs", "md",
    "med",    "mph", "ms",   "msc",  "mspt", "msw", "np",  "pa-c", "pe",
    "pharmd", "phd", "psyd", "rd",   "rdn",  "rn",  "scd"};
constexpr std::array<std::string_view, 5> kSuffixes = {"jr", "sr", "ii", "iii",
                                                       "iv"};

std::string WithoutStops(std::string_view text) {
  std::string out = text::Folded(text);
  std::erase(out, '.');
  return out;
}

/// Returns whether the text contains a word that is a domain, such as
/// "example.com".
bool HoldsDomain(std::string_view text) {
  for (const std::string_view suffix : {".com", ".net", ".org", ".co"}) {
    const size_t at = text.find(suffix);
    const size_t end = at + suffix.size();
    if (at != text.npos && at > 0 &&
        (end == text.size() || text[end] == ' ' || text[end] == '/' ||
         text[end] == '.')) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool IsAddress(std::string_view text) {
  return text.find('@') != text.npos || text.find("://") != text.npos ||
         text.starts_with("www.") || HoldsDomain(text);
}

bool IsNobody(std::string_view text) {
  return std::ranges::binary_search(kNamelessTexts,
                                    std::string_view(text::Folded(text)));
}

bool IsCollective(std::string_view text) {
  static constexpr std::array<std::string_view, 11> kCollectives = {
      "editors",  "redactie",  "redaktion", "redazione", "redação", "redacción",
      "redakcja", "rédaction", "staff",     "team",      "toimitus"};
  const size_t blank = text.rfind(' ');
  const int32_t words = text::MeasureOf(text).words;
  return blank != text.npos && words >= 2 && words <= kMaxTeamWords &&
         IsOneOf(text::Folded(text.substr(blank + 1)), kCollectives);
}

bool IsDesk(std::string_view text) {
  static constexpr std::array<std::string_view, 24> kDesks = {
      "支局",   "総局",   "本社",   "編集部", "編集局", "取材班",
      "通信社", "新聞",   "新闻",   "编辑部", "編輯部", "日报",
      "日報",   "晚报",   "晚報",   "周刊",   "通讯社", "通訊社",
      "电视台", "電視台", "편집국", "편집부", "신문",   "일보"};
  return text::IsWide(text::FirstCharacter(text)) && ContainsAny(text, kDesks);
}

bool IsButton(std::string_view text) {
  while (!text.empty()) {
    const std::string_view word = TakeWord(text);
    if (!lexicon::IsButtonWord(text::Folded(word))) return false;
  }
  return true;
}

bool IsDegree(std::string_view text) {
  return IsOneOf(WithoutStops(text), kDegrees);
}

bool IsNameSuffix(std::string_view text) {
  return IsOneOf(WithoutStops(text), kSuffixes);
}

bool IsUnknownDegree(std::string_view part) {
  const text::Measure measure = text::MeasureOf(part);
  return measure.words == 1 && measure.letters <= 7 && !measure.has_lower &&
         !measure.has_wide && part.find(' ') == part.npos;
}

}  // namespace newsmill::extract::bylines
