#include "roles.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extract/lexicon/byline_words.h"
#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::bylines {
namespace {

constexpr size_t kHangulBytes = 3;
constexpr size_t kHanBytes = 3;
constexpr size_t kMinNameBytes = 6;

constexpr std::string_view kKoreanFamilies =
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우"
    "구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제"
    "모"
    "탁국어은편용";
constexpr std::string_view kChineseFamilies =
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐"
    "许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢"
    "盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍"
    "史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯易乔喬赖賴温溫";

// Words that precede the main word of a role: "health" in "health reporter".
// Sorted.
constexpr std::array<std::string_view, 58> kBeats = {
    "assignment", "assistant",     "associate",   "auto",      "breaking",
    "business",   "chief",         "city",        "climate",   "community",
    "consumer",   "contributing",  "court",       "crime",     "culture",
    "deputy",     "digital",       "diplomatic",  "economics", "education",
    "energy",     "entertainment", "environment", "europe",    "executive",
    "features",   "food",          "foreign",     "freelance", "general",
    "health",     "investigative", "legal",       "local",     "managing",
    "money",      "music",         "national",    "news",      "online",
    "police",     "political",     "religion",    "science",   "security",
    "senior",     "special",       "sport",       "sports",    "staff",
    "tech",       "technology",    "travel",      "travels",   "trial",
    "weather",    "weekend",       "world"};

constexpr std::string_view kAffairs = "לענייני";

struct Word {
  std::string_view text;
  bool is_role = false;
};

std::string_view Between(const std::vector<Word>& words, size_t begin,
                         size_t end) {
  if (begin >= end) return "";
  const std::string_view last = words[end - 1].text;
  const char* const first = words[begin].text.data();
  return {first, static_cast<size_t>(last.data() + last.size() - first)};
}

void MarkPhraseAt(size_t i, std::vector<Word>& words) {
  const std::string rest = text::Folded(Between(words, i, words.size()));
  for (const std::string_view phrase : lexicon::RolePhrases()) {
    if (!rest.starts_with(phrase)) continue;
    const size_t end =
        i + 1 + static_cast<size_t>(std::ranges::count(phrase, ' '));
    for (; i < std::min(end, words.size()); ++i) words[i].is_role = true;
    return;
  }
}

std::vector<Word> WordsOf(std::string_view text) {
  std::vector<Word> words;
  while (!text.empty()) {
    const std::string_view word = TakeWord(text);
    if (word.empty()) continue;
    // "Editor-in-chief" is a role, because its first word is a role.
    const std::string folded = text::Folded(word);
    words.push_back(
        {word, lexicon::IsRoleWord(folded) ||
                   lexicon::IsRoleWord(
                       std::string_view(folded).substr(0, folded.find('-')))});
  }
  for (size_t i = 0; i < words.size(); ++i) MarkPhraseAt(i, words);
  return words;
}

bool IsBeat(std::string_view word) {
  return std::ranges::binary_search(kBeats,
                                    std::string_view(text::Folded(word)));
}

bool IsLowerWord(std::string_view word) {
  const int32_t first = text::FirstCharacter(word);
  return text::IsLetter(first) && !text::IsUpper(first) &&
         text::MeasureOf(word).has_lower;
}

bool IsHangul(std::string_view text) {
  const int32_t first = text::FirstCharacter(text);
  return first >= 0xAC00 && first <= 0xD7A3;
}

bool BeginsWithOneOf(std::string_view word, std::string_view families,
                     size_t bytes) {
  if (word.size() < bytes || word.size() % bytes != 0) return false;
  for (size_t i = 0; i + bytes <= families.size(); i += bytes) {
    if (word.starts_with(families.substr(i, bytes))) return true;
  }
  return false;
}

std::string_view TrimWide(std::string_view text) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : {" ", "　", ":", "：", "／", "/", "·"}) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        cut = true;
      }
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        cut = true;
      }
    }
  }
  return text;
}

/// Returns the text without the name of a newspaper or an agency before the
/// word for "reporter": "记者李明报道" for "东港日报记者李明报道". Returns
/// other texts unchanged.
std::string_view FromReporter(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kMedia = {
      "报", "報", "社", "网", "網", "台", "臺", "刊", "视", "視", "闻", "聞"};
  for (const std::string_view role : {"记者", "記者"}) {
    const size_t at = text.find(role);
    if (at == text.npos || at < 2 * kHanBytes || at > 12 * kHanBytes) continue;
    const std::string_view medium = TrimWide(text.substr(0, at));
    if (EndsWithAny(medium, kMedia) && at + role.size() < text.size()) {
      return text.substr(at);
    }
  }
  return text;
}

/// Returns the name before the place and the day of an agency report: "李明"
/// for "李明台北6日電". Returns other texts unchanged.
std::string_view BeforeWirePlace(std::string_view text) {
  constexpr size_t kPlaceBytes = 2 * kHanBytes;
  const size_t digit = text.find_first_of("0123456789");
  if (digit == text.npos || !(text.ends_with("電") || text.ends_with("电")))
    return text;
  const std::string_view name = TrimWide(text.substr(0, digit));
  return name.size() >= kPlaceBytes + kMinNameBytes &&
                 IsChineseName(name.substr(0, name.size() - kPlaceBytes))
             ? name.substr(0, name.size() - kPlaceBytes)
             : text;
}

/// Returns the Chinese or Japanese name without its role: "李明" for
/// "記者李明／東港報導", "後藤健一" for "後藤健一記者".
NameAndRole WideName(std::string_view part) {
  const std::string_view reporter = FromReporter(part);
  NameAndRole found{.name = reporter};
  bool before = false;
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view role : lexicon::RolesBeforeWideNames()) {
      if (!found.name.starts_with(role)) continue;
      found.name = TrimWide(found.name.substr(role.size()));
      before = cut = true;
    }
  }
  bool reports = false;
  if (before) {
    const size_t slash = std::min(found.name.find("／"), found.name.find('/'));
    reports = slash == found.name.npos;
    found.name = BeforeWirePlace(TrimWide(found.name.substr(0, slash)));
  }
  bool after = false;
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view role : lexicon::RolesAfterWideNames()) {
      if (!found.name.ends_with(role)) continue;
      // A role of one character is removed only if at least two characters
      // remain: "撰" ("written by") from "王文撰".
      if (role.size() <= kHanBytes &&
          found.name.size() < role.size() + kMinNameBytes) {
        continue;
      }
      found.name =
          TrimWide(found.name.substr(0, found.name.size() - role.size()));
      after = cut = true;
    }
  }
  // Removes the place between the name and the last role: "台北" in
  // "記者林怡君台北報導". The place is assumed to have two characters.
  constexpr size_t kPlaceBytes = 2 * kHanBytes;
  if (before && after && reports && found.name.find(' ') == part.npos &&
      found.name.size() > kMinNameBytes + kHanBytes) {
    found.name.remove_suffix(kPlaceBytes);
  }
  found.had_role = before || after;
  // "东港日报记者今日获悉" ("our reporter learned today") names a newspaper and
  // a role, but no person.
  const bool has_medium = reporter.size() < part.size();
  return has_medium && !IsChineseName(found.name) ? NameAndRole{.name = part}
                                                  : found;
}

/// Returns the word that looks like a Korean name: "김민수" for "정치부 김민수
/// 기자". If no word looks like a name, returns the first word that is not a
/// role.
std::string_view KoreanName(const std::vector<Word>& words) {
  std::string_view name;
  for (const Word& word : words) {
    if (word.is_role) continue;
    // A place and "=" may precede the name: "워싱턴=김민수".
    const size_t sign = word.text.find('=');
    const std::string_view part =
        word.text.substr(sign == word.text.npos ? 0 : sign + 1);
    if (name.empty() || IsKoreanName(part)) name = part;
  }
  return name;
}

}  // namespace

bool IsKoreanName(std::string_view word) {
  constexpr size_t kUsualBytes = 3 * kHangulBytes;
  return word.size() == kUsualBytes && IsHangul(word) &&
         BeginsWithOneOf(word, kKoreanFamilies, kHangulBytes);
}

bool IsChineseName(std::string_view word) {
  return (word.size() == 2 * kHanBytes || word.size() == 3 * kHanBytes) &&
         BeginsWithOneOf(word, kChineseFamilies, kHanBytes);
}

bool HoldsRole(std::string_view part) {
  return std::ranges::any_of(WordsOf(part), &Word::is_role);
}

NameAndRole NameWithoutRole(std::string_view part) {
  if (text::IsWide(text::FirstCharacter(part)) && !IsHangul(part)) {
    return WideName(part);
  }
  const std::vector<Word> words = WordsOf(part);
  const auto first = std::ranges::find_if(words, &Word::is_role);
  if (first == words.end()) return {.name = part};
  if (IsHangul(part)) return {.name = KoreanName(words), .had_role = true};
  size_t end = static_cast<size_t>(first - words.begin());
  while (end > 2 &&
         (IsBeat(words[end - 1].text) || IsLowerWord(words[end - 1].text))) {
    --end;
  }
  if (end >= 2 && !IsBeat(words[0].text) && !IsBeat(words[end - 1].text)) {
    return {.name = Between(words, 0, end), .had_role = true};
  }
  size_t begin = words.size();
  while (begin > 0 && !words[begin - 1].is_role) --begin;
  // After "לענייני" ("for the affairs of"), the next word is a topic and not a
  // name. A word in lower case after a role is also not a name: "of" in
  // "Director of Operations".
  if (begin < words.size() && words[begin - 1].text == kAffairs) ++begin;
  const bool is_name =
      words.size() >= begin + 2 && !IsLowerWord(words[begin].text);
  return {.name = is_name ? Between(words, begin, words.size()) : "",
          .had_role = true};
}

}  // namespace newsmill::extract::bylines
